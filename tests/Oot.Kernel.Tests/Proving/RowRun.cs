using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;
using Oot.Kernel.Proving;
using Oot.Kernel.Tests.Loading;
using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>One row on one kernel: its files made, read and predicted as <c>oot check</c> does it, and tried as <c>oot check --prove</c> does.</summary>
internal sealed class RowRun : IDisposable
{
    // On a busy machine a boot without KVM takes long.
    private const int Seconds = 300;

    private readonly TemporaryDirectory directory = new();
    private readonly LoadRow row;
    private readonly InspectedModule[] modules;
    private readonly LoadVerdict[] verdicts;

    internal RowRun(LoadRow row, string kernel, BuiltModules built)
    {
        this.row = row;
        Offer = Specimen.Offer(kernel + "-cloud");
        var edits = new ModuleEdits(built, kernel, directory.Path);
        string[] paths = [.. row.Modules.Select(edits.Make)];
        InspectedModule?[][] read = new ModuleInspector(new Disk(), [(Offer, Specimen.Keys(kernel + "-cloud"))]).Read(paths, out Diagnostic?[] problems);
        Assert.All(problems, Assert.Null);
        modules = [.. read.Select(seen => seen[0]!)];
        verdicts = new LoadCheck(Offer, row.Conditions, modules).Run();
    }

    internal KernelOffer Offer { get; }

    /// <summary>What is predicted of the module in question, after those before it.</summary>
    internal LoadResult Predicted
    {
        get
        {
            var history = new BootHistory();
            (IReadOnlyList<string> log, IReadOnlyList<Taint> taints) = ([], []);
            foreach (LoadVerdict verdict in Before().Append(verdicts[^1]))
                (log, taints) = history.Next(verdict);
            Assert.True(verdicts[^1].Outcome != LoadOutcome.CannotTell, string.Join("; ", verdicts[^1].Missing));
            return Result(verdicts[^1].Errno, false, string.Concat(taints.Select(taint => (char)taint)), log);
        }
    }

    /// <summary>Boots the kernel; what it does with the module in question, and what the proof says to that.</summary>
    internal (LoadResult Real, LoadProof Proof) Boot()
    {
        var machine = new MachineSettings { Image = Offer.Image!.Path, Seconds = Seconds, Accelerator = "tcg" };
        Result<ProofReport> proved = new LoadProver(new Disk(), new ProgramRunner(new Disk()), ProcessContext.Environment()).Prove(Offer, machine, row.Conditions, modules, verdicts);
        Assert.Null(proved.Error);
        LoadProof proof = proved.Value.Proofs[^1];
        Assert.True(proof.Reality?.Errno is not null, string.Join('\n', proved.Value.Guest.LastOfConsole()));
        int errno = proof.Reality.Errno.Value;
        return (Result(errno, errno != 0 && proof.Verdict.Errno == 0 && proof.PredictedLog.SequenceEqual(proof.RealLog, StringComparer.Ordinal), proof.RealTaints, proof.RealLog), proof);
    }

    // Those that are loaded first, as far as they are files of this row: what is said to be loaded, or all before the last one.
    private IEnumerable<LoadVerdict> Before() => row.Conditions.Loaded is not { } loaded ? verdicts.SkipLast(1)
        : new LoadCheck(Offer, row.Conditions with { Loaded = null, Parameters = [] }, modules).Run().Where(verdict => loaded.Contains(verdict.Module));

    private LoadResult Result(int errno, bool isOfInit, string taints, IReadOnlyList<string> log)
    {
        string letters = string.Concat("PFCOEKN".Where(taints.Contains));
        return new LoadResult(null, errno == 0 ? "loads" : ErrnoNames.Of(errno), isOfInit, letters.Length == 0 ? "-" : letters,
            [.. log.Select(line => line.Replace(Offer.Vermagic!.Value.Text, "{vermagic}", StringComparison.Ordinal).Replace(Offer.Name, "{release}", StringComparison.Ordinal)
                .Replace(Offer.Name[..Offer.Name.IndexOf("-cloud", StringComparison.Ordinal)], "{version}", StringComparison.Ordinal))]);
    }

    public void Dispose() => directory.Dispose();
}
