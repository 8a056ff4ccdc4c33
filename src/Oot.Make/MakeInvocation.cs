using Oot.Make.Caching.Runs;
using Oot.Make.Observing;

namespace Oot.Make;

/// <summary>One call of make: what it was started with, and what its caller hands in.</summary>
/// <param name="Arguments">The words after the program's name, as byte text.</param>
/// <param name="Environment"><c>NAME=VALUE</c> strings, as byte text.</param>
/// <param name="Name">argv[0]: what <c>$(MAKE)</c> is and whose last part opens every message.</param>
public sealed record MakeInvocation(IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment, string Name)
{
    /// <summary>What may put another program in a command's place; null: nothing.</summary>
    public ICommandSubstitution? Substitution { get; init; }

    /// <summary>What the caller knows of commands; null: nothing.</summary>
    public IKnownCommands? Known { get; init; }

    /// <summary>Notes the run and remembers it; null: nothing.</summary>
    public RunMemory? Memory { get; init; }

    /// <summary>The program that watches commands (<see cref="Witnessing.WitnessProgram"/>); null: nobody does.</summary>
    public string? Witness { get; init; }

    /// <summary>Where it is written what happens when; null: nowhere.</summary>
    public RunTrace? Trace { get; init; }

    /// <summary>Runs a make below this one in the same process: its words, the program's name first, and its environment; null: makes below get processes of their own.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<string>, int>? RunBelow { get; init; }

    /// <summary>Who is told why targets are made; null: nobody.</summary>
    public IUpdateObserver? Observer { get; init; }

    /// <summary>Variables (<c>NAME=VALUE</c>) for makes below and for this one when it starts anew: commands that may run make get them, makefiles do not.</summary>
    public IReadOnlyList<string> ForMakesBelow { get; init; } = [];
}
