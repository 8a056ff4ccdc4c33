using System.Globalization;
using Oot.Core;
using Oot.Elf;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;
using Oot.Kernel.Proving;

namespace Oot.Checking;

/// <summary><c>oot check --prove</c>: the verdicts tried on the kernel itself, and what is said of that.</summary>
internal sealed class CheckProof(Session session)
{
    private readonly Terminal terminal = session.Terminal;

    /// <summary>Boots one kernel; a diagnostic when that is not possible.</summary>
    internal Result<ProofReport> Prove(KernelOffer kernel, LoadConditions conditions, IReadOnlyList<InspectedModule> modules, IReadOnlyList<LoadVerdict> verdicts, int seconds, string? busybox)
    {
        if (kernel.Image is null)
            return BootDiagnostics.NoImage(kernel.Name);
        ElfMachine architecture = kernel.Machine?.Value ?? ElfMachine.X86_64;
        var machine = new MachineSettings { Image = kernel.Image.Path, Seconds = seconds, Architecture = architecture, Busybox = busybox, BusyboxSource = session.Busybox(architecture) };
        return new LoadProver(session.Disk, session.Programs, session.Environment).Prove(kernel, machine, conditions, modules, verdicts);
    }

    /// <summary>The proofs of one kernel for people: those that agree are only counted.</summary>
    internal void Print(ProofReport report, string kernel)
    {
        foreach (LoadProof proof in report.Proofs.Where(proof => proof.Differences.Count > 0))
            Print(proof);
        int proven = report.Proofs.Count(proof => proof.IsProven), unpredicted = report.Proofs.Count(proof => !proof.IsPredicted);
        string time = (report.Guest.Milliseconds / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);
        terminal.Result($"{kernel}: booted ({report.Guest.Accelerator}, {time} s): {proven} of {report.Proofs.Count} as predicted" + (unpredicted > 0 ? $", {unpredicted} not predicted" : ""));
        if (report.Guest.Outcome == GuestOutcome.Finished)
            return;
        foreach (string line in report.Guest.LastOfConsole())
            terminal.Result($"  console: {line}");
    }

    /// <summary>The diagnostic of a kernel that did otherwise; null when all is as predicted.</summary>
    internal static Diagnostic? FailureOf(ProofReport report, string kernel) =>
        report.Proofs.Count(proof => proof.Differences.Count > 0) is > 0 and var wrong ? BootDiagnostics.NotAsPredicted(wrong, report.Proofs.Count, kernel) : null;

    private void Print(LoadProof proof)
    {
        terminal.Result($"{proof.Verdict.Path}: not as predicted on {proof.Verdict.Kernel}");
        if (proof.FailsByItself)
            terminal.Result("  the kernel took it; its own init function returned an error, which cannot be predicted");
        foreach (ProofDifference difference in proof.Differences)
        {
            foreach (string line in difference.Predicted.Split('\n'))
                terminal.Result($"  {difference.What}, predicted: {Shown(line)}");
            foreach (string line in difference.Real.Split('\n'))
                terminal.Result($"  {difference.What}, kernel:    {Shown(line)}");
        }
        if (proof.Differences.Any(difference => difference.What == "log"))
            return;
        foreach (string line in proof.RealLog)
            terminal.Result($"  kernel log: {line}");
    }

    private static string Shown(string text) => text.Length == 0 ? "nothing" : text;
}
