namespace Oot.Kernel.Booting;

/// <summary>What a guest did, and what was heard of it.</summary>
public sealed record GuestReport
{
    /// <summary>How it ended.</summary>
    public required GuestOutcome Outcome { get; init; }

    /// <summary>The modules that it began to load, in that order.</summary>
    public required IReadOnlyList<LoadedModule> Modules { get; init; }

    /// <summary>The kernel's taint before the first module.</summary>
    public required ulong TaintBefore { get; init; }

    /// <summary>What the user's script ended with; null when it was not run or did not end.</summary>
    public required int? ScriptStatus { get; init; }

    /// <summary>What the script printed.</summary>
    public required IReadOnlyList<string> ScriptOutput { get; init; }

    /// <summary>All that was on the kernel's console, from its first line.</summary>
    public required IReadOnlyList<string> Console { get; init; }

    /// <summary>What computed: <c>kvm</c> or <c>tcg</c>.</summary>
    public required string Accelerator { get; init; }

    /// <summary>How long it took from the start of QEMU to its end, in milliseconds.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>Every module was loaded, and nothing else went wrong; the script's status is not part of that.</summary>
    public bool IsGood => Outcome == GuestOutcome.Finished && Modules.All(module => module.IsLoaded || module.Module.IsOptional);

    /// <summary>The console from the last thing on that the guest said it was about to do.</summary>
    public IEnumerable<string> LastOfConsole()
    {
        int from = 0;
        for (int i = 0; i < Console.Count; i++)
        {
            if (GuestTranscript.WithoutTime(Console[i]).StartsWith(GuestScript.Mark, StringComparison.Ordinal))
                from = i;
        }
        return Console.Skip(from);
    }
}
