using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Kernel.Proving;

/// <summary>Tries what was predicted: boots the kernel under the same conditions, gives it the modules, compares. One boot for all modules; one for each where it is said what else is loaded.</summary>
/// <param name="disk">The disk.</param>
/// <param name="programs">Starts QEMU.</param>
/// <param name="environment">Its environment.</param>
public sealed class LoadProver(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    /// <summary>Boots and compares; a diagnostic when that is not possible.</summary>
    /// <param name="kernel">The kernel, with an image.</param>
    /// <param name="machine">The machine; the conditions are added to its command line.</param>
    /// <param name="conditions">The conditions of the predictions.</param>
    /// <param name="modules">The modules as they were read for this kernel.</param>
    /// <param name="verdicts">The predictions, in the same order.</param>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public Result<ProofReport> Prove(KernelOffer kernel, MachineSettings machine, LoadConditions conditions, IReadOnlyList<InspectedModule> modules, IReadOnlyList<LoadVerdict> verdicts)
    {
        if (conditions.Loaded is null)
            return Boot(kernel, machine, conditions, modules, verdicts, null);
        var reports = new List<ProofReport>();
        for (int i = 0; i < modules.Count; i++)
        {
            if (!Boot(kernel, machine, conditions, modules, verdicts, i).Succeeded(out ProofReport? report, out Diagnostic? problem))
                return problem;
            reports.Add(report);
        }
        return new ProofReport([.. reports.Select((report, i) => report.Proofs[i])], reports.Find(report => report.Guest.Outcome != GuestOutcome.Finished)?.Guest ?? reports[^1].Guest);
    }

    private Result<ProofReport> Boot(KernelOffer kernel, MachineSettings machine, LoadConditions conditions, IReadOnlyList<InspectedModule> modules, IReadOnlyList<LoadVerdict> verdicts, int? wanted)
    {
        var planner = new TrialPlanner(disk, kernel, conditions.Parameters, conditions.Flags) { Loaded = conditions.Loaded };
        if (!planner.Plan(modules, verdicts, wanted).Succeeded(out IReadOnlyList<GuestModule>? planned, out Diagnostic? problem))
            return problem;
        string words = BootWords.Of(conditions);
        MachineSettings settings = machine with { CommandLine = string.Join(' ', new[] { words, machine.CommandLine }.Where(text => text.Length > 0)) };
        var trial = new GuestTrial { Modules = planned, Flags = conditions.Flags, Unloads = false };
        if (!new VirtualMachine(disk, programs, environment).Run(settings, trial, _ => { }).Succeeded(out GuestReport? report, out problem))
            return problem;
        return new ProofReport(ProofComparison.Of(verdicts, First(kernel, conditions, modules), report), report);
    }

    // What a module brings that is loaded before another one: then nothing is loaded yet.
    private static Dictionary<string, LoadVerdict> First(KernelOffer kernel, LoadConditions conditions, IReadOnlyList<InspectedModule> modules)
    {
        var first = new Dictionary<string, LoadVerdict>(StringComparer.Ordinal);
        if (conditions.Loaded is not { Count: > 0 })
            return first;
        foreach (LoadVerdict verdict in new LoadCheck(kernel, conditions with { Loaded = null, Parameters = [] }, modules).Run())
            first.TryAdd(verdict.Path, verdict);
        return first;
    }
}
