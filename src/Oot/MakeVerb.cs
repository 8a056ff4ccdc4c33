using Oot.Core;
using Oot.Kernel.HostPrograms;
using Oot.Make;
using Oot.Make.Caching.Runs;
using Oot.Make.Observing;

namespace Oot;

/// <summary><c>oot make</c>, and oot under the name <c>make</c>: GNU make's own command line, and two switches more.</summary>
internal static class MakeVerb
{
    /// <summary>The switch, for this make and all below it: <c>oot</c>, or <c>tree</c> for the kernel tree's own host programs.</summary>
    internal const string Switch = "--host-programs=";

    /// <summary>For all makes of this process.</summary>
    private static readonly HostProgramMemory ProgramMemory = new();

    /// <summary>A make below another one in this process: what <see cref="Program"/> is for a make that has a process.</summary>
    /// <param name="words">Its words, the program's name first.</param>
    /// <param name="environment">Its environment.</param>
    private static int RunBelow(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        var memory = RunMemory.Open(words, ref environment, new KernelCommands());
        if (!Watching.IsInherited(environment) && memory?.Replay() == true)
            return ExitCode.Done;
        return IsMake(words[0])
            ? RunMake([.. words.Skip(1)], environment, words[0], memory)
            : RunMake([.. words.Skip(2)], PrivateTools.WithMake(memory?.Over(new Disk()) ?? new Disk(), environment), "make", memory);
    }

    /// <summary>Whether oot, called by this name, is make.</summary>
    private static bool IsMake(string name) => name[(name.LastIndexOf('/') + 1)..] == "make";

    internal static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string name, RunMemory? memory)
    {
        ProgramMemory.Environment = environment;
        int code = RunMake(arguments, environment, name, memory);
        ProgramMemory.Keep();
        return code;
    }

    private static int RunMake(IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string name, RunMemory? memory)
    {
        if (arguments.LastOrDefault(IsSwitch) is string chosen)
        {
            arguments = [.. arguments.Where(word => !IsSwitch(word))];
            if (!IsChoice(chosen[Switch.Length..]))
                return new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"{chosen}: neither oot nor tree", "oot make"));
            environment = With(environment, chosen[Switch.Length..]);
        }
        Watching watching = Watching.Inherited(ref environment, name, arguments);
        if (Watching.TakeTraceFile(ref arguments) is { } file)
        {
            if (RunTrace.Begin(file, Watching.NameOf(name, arguments), out int errno) is not { } trace)
                return new Terminal(false, false, environment).Report(CommandDiagnostics.CannotWrite(file, Errno.Message(errno)));
            watching = watching with { Trace = trace };
        }
        if (watching.IsOn)
            memory?.Forget("it is watched");
        return MakeProgram.Run(new MakeInvocation(arguments, environment, name)
        {
            Substitution = HostProgramSubstitution.For(environment, PrivateTools.Binary(), new Disk(), ProgramMemory),
            Known = new KernelCommands(),
            Memory = memory,
            RunBelow = RunBelow,
            Witness = PrivateTools.Binary(),
            Trace = watching.Trace,
            Observer = watching.Explainer(),
            ForMakesBelow = watching.ForMakesBelow,
        });
    }

    /// <summary>Whether a word is one of the switch's two values.</summary>
    internal static bool IsChoice(string word) => word is "oot" or HostProgramSubstitution.TreesOwn;

    /// <summary>The environment that tells every make below which host programs are wanted.</summary>
    internal static IReadOnlyList<string> With(IReadOnlyList<string> environment, string choice) =>
        choice == HostProgramSubstitution.TreesOwn
            ? ProcessEnvironment.With(environment, HostProgramSubstitution.Variable, choice)
            : ProcessEnvironment.Without(environment, HostProgramSubstitution.Variable);

    private static bool IsSwitch(string word) => word.StartsWith(Switch, StringComparison.Ordinal);
}
