using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Kernel.Proving;

/// <summary>
/// Compares what was predicted with what a guest reports. A module that was refused has only the loader's lines, which must all be there and no other; one that was loaded may say anything
/// besides, since its own init function runs.
/// </summary>
internal static class ProofComparison
{
    // The bits of the kernel's taint that the loader sets.
    private const string LoaderTaints = "PFCOEKN";

    // What the loader says when it refuses (kernel/module/): a module that says none of it ends by itself.
    private static readonly string[] LoaderWords =
    [
        ": Unknown symbol ", ": disagrees about version of symbol ", ": no symbol version for ", ": version magic '", ": exports duplicate symbol ", ": module uses symbol", ": module using GPL-only symbols ",
        ": `", "Invalid ELF ", "ELF Spec violation", "section must exist", "this_module section", "invalid section index", "invalid WRITE|EXEC flags", "please compile with -fno-common", "has no symbols (stripped?)",
        "is blacklisted", " is rejected", "Lockdown: ", "failed to validate module ", "marked as livepatch module", "tries to import module namespace", "Module len ", "decompress",
    ];

    // Lines that come at their own time while a kernel finishes its boot, or when its host is busy.
    private static readonly string[] Foreign = ["clocksource: ", "tsc: ", "TSC found unstable", "perf: interrupt took too long", "random: ", "input: ", "sched_clock: ", "hrtimer: ", "e820: ", "workqueue: ", "audit: ", "systemd"];

    /// <param name="verdicts">The predictions.</param>
    /// <param name="first">Those of modules that are loaded before others although they were not asked for, by path.</param>
    internal static IReadOnlyList<LoadProof> Of(IReadOnlyList<LoadVerdict> verdicts, IReadOnlyDictionary<string, LoadVerdict> first, GuestReport report)
    {
        var asked = new Dictionary<string, LoadVerdict>(StringComparer.Ordinal);
        foreach (LoadVerdict verdict in verdicts)
            asked.TryAdd(verdict.Path, verdict);
        var proofs = new Dictionary<LoadVerdict, LoadProof>();
        var history = new BootHistory();
        ulong taint = report.TaintBefore;
        foreach (LoadedModule module in report.Modules)
        {
            LoadVerdict? verdict = (module.Module.IsDependency ? first : asked).GetValueOrDefault(module.Module.Path);
            if (verdict is null)
                continue;
            (IReadOnlyList<string> log, IReadOnlyList<Taint> taints) = history.Next(verdict);
            if (!module.Module.IsDependency)
                proofs[verdict] = Compare(verdict, log, Letters(string.Concat(taints.Select(one => (char)one))), module, taint);
            taint = module.Errno is null ? taint : module.Taint;
        }
        return [.. verdicts.Select(verdict => proofs.GetValueOrDefault(verdict) ?? NotReached(verdict))];
    }

    private static LoadProof Compare(LoadVerdict verdict, IReadOnlyList<string> log, string taints, LoadedModule module, ulong before)
    {
        bool isDetailPredicted = log.Any(IsTypeDetail);
        List<string> real = [.. module.Log.Where(line => !Array.Exists(Foreign, start => line.StartsWith(start, StringComparison.Ordinal)) && (isDetailPredicted || !IsTypeDetail(line)))];
        var proof = new LoadProof
        {
            Verdict = verdict,
            PredictedLog = log,
            PredictedTaints = taints,
            Reality = module,
            RealLog = real,
            RealTaints = Letters(TaintWord.Of(module.Errno is null ? 0 : module.Taint & ~before)),
            Differences = [],
        };
        return proof.IsPredicted ? proof with { Differences = [.. Differences(proof, module)] } : proof;
    }

    // What exactly is wrong with type information is only predicted in part.
    private static bool IsTypeDetail(string line) => line.StartsWith("BPF:", StringComparison.Ordinal);

    private static IEnumerable<ProofDifference> Differences(LoadProof proof, LoadedModule module)
    {
        LoadVerdict verdict = proof.Verdict;
        if (module.Errno != verdict.Errno)
            yield return new ProofDifference("result", ResultOf(verdict.Errno), ResultOf(module.Errno));
        // One that the kernel took has run, and may have spoken before its own function returned an error.
        bool hasRun = module.Errno == 0 || (verdict.Errno == 0 && !proof.RealLog.Except(proof.PredictedLog, StringComparer.Ordinal).Any(IsOfLoader));
        bool isSame = hasRun ? IsIn(proof.PredictedLog, proof.RealLog) : proof.PredictedLog.SequenceEqual(proof.RealLog, StringComparer.Ordinal);
        if (!isSame)
            yield return new ProofDifference("log", string.Join('\n', proof.PredictedLog), string.Join('\n', proof.RealLog));
        if (module.Errno is not null && proof.PredictedTaints != proof.RealTaints)
            yield return new ProofDifference("taint", proof.PredictedTaints, proof.RealTaints);
    }

    private static bool IsOfLoader(string line) => Array.Exists(LoaderWords, words => line.Contains(words, StringComparison.Ordinal));

    private static LoadProof NotReached(LoadVerdict verdict) => new()
    {
        Verdict = verdict,
        PredictedLog = verdict.Log,
        PredictedTaints = "",
        Reality = null,
        RealLog = [],
        RealTaints = "",
        Differences = verdict.Outcome == LoadOutcome.CannotTell ? [] : [new ProofDifference("result", ResultOf(verdict.Errno), "not tried")],
    };

    private static string ResultOf(int? errno) => errno switch
    {
        null => "did not return",
        0 => "loaded",
        _ => ErrnoNames.Of(errno.Value),
    };

    // In this order, with others between them.
    private static bool IsIn(IReadOnlyList<string> wanted, IReadOnlyList<string> lines)
    {
        int at = 0;
        foreach (string line in lines)
            at += at < wanted.Count && line == wanted[at] ? 1 : 0;
        return at == wanted.Count;
    }

    private static string Letters(string taints) => string.Concat(LoaderTaints.Where(taints.Contains));
}
