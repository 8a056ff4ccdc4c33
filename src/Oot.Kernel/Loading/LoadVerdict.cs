using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>What a kernel will do with a module.</summary>
public sealed record LoadVerdict
{
    /// <summary>The module's file.</summary>
    public required string Path { get; init; }

    /// <summary>The module's name.</summary>
    public required string Module { get; init; }

    /// <summary>The kernel.</summary>
    public required string Kernel { get; init; }

    /// <summary>What becomes of it.</summary>
    public required LoadOutcome Outcome { get; init; }

    /// <summary>What <c>init_module</c> returns, as a positive number; 0 where it does not fail.</summary>
    public required int Errno { get; init; }

    /// <summary>Everything that the kernel's log says, in its order, line by line and without the time: a fresh boot, nothing loaded but what is needed.</summary>
    public IReadOnlyList<string> Log => [.. Lines.Select(line => line.Text)];

    /// <summary>The same with when each line is written.</summary>
    public required IReadOnlyList<LoadLine> Lines { get; init; }

    /// <summary>For what it is refused, in the kernel's order. Symbols are all looked at; after any other problem the kernel stops.</summary>
    public required IReadOnlyList<LoadProblem> Problems { get; init; }

    /// <summary>What is missing to tell.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>How it marks the kernel.</summary>
    public required IReadOnlyList<Taint> Taints { get; init; }

    /// <summary>Modules to be loaded before it, in that order.</summary>
    public required IReadOnlyList<string> LoadFirst { get; init; }

    /// <summary>Where the vermagics differ.</summary>
    public required IReadOnlyList<VermagicDifference> VermagicDifferences { get; init; }

    /// <summary>The compiler of the module, which decides nothing; null where it does not say.</summary>
    public required string? Compiler { get; init; }

    /// <summary>What is good to know and decides nothing.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether the kernel itself can decompress the file; null when it is not compressed, or that is unknown.</summary>
    public required bool? KernelReadsFile { get; init; }
}
