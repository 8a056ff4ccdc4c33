using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Kernel.Proving;

/// <summary>What was predicted of a module, and what a booted kernel did with it.</summary>
public sealed record LoadProof
{
    /// <summary>The prediction for a fresh boot.</summary>
    public required LoadVerdict Verdict { get; init; }

    /// <summary>The lines that were predicted for this boot, in which other modules may have come before.</summary>
    public required IReadOnlyList<string> PredictedLog { get; init; }

    /// <summary>The letters of the taints that were predicted to be new.</summary>
    public required string PredictedTaints { get; init; }

    /// <summary>What the kernel did; null when the machine did not get so far.</summary>
    public required LoadedModule? Reality { get; init; }

    /// <summary>The kernel's lines during the attempt, without those that have nothing to do with modules.</summary>
    public required IReadOnlyList<string> RealLog { get; init; }

    /// <summary>The letters of the taints of the loader that were new.</summary>
    public required string RealTaints { get; init; }

    /// <summary>Where the two differ; empty when they agree, and where nothing was predicted.</summary>
    public required IReadOnlyList<ProofDifference> Differences { get; init; }

    /// <summary>There was enough of the kernel to predict something.</summary>
    public bool IsPredicted => Verdict.Outcome != LoadOutcome.CannotTell;

    /// <summary>The kernel took the module as predicted, and the module's own function then returned an error, which no look at the file can tell.</summary>
    public bool FailsByItself => IsPredicted && Verdict.Errno == 0 && Reality?.Errno > 0 && Differences is [{ What: "result" }];

    /// <summary>It was predicted, the kernel tried, and both agree.</summary>
    public bool IsProven => IsPredicted && Reality is not null && Differences.Count == 0;
}
