using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Proving;

namespace Oot.Checking;

/// <summary>Verdicts as JSON has them.</summary>
internal static class CheckReports
{
    /// <param name="proofs">What came of trying the verdicts, in their order; empty where they were not tried.</param>
    internal static CheckReport Of(List<LoadVerdict> verdicts, IReadOnlyList<LoadProof> proofs, List<KernelOffer> kernels, List<Diagnostic> problems) =>
        new(kernels.ConvertAll(Of), [.. verdicts.Select((verdict, i) => Of(verdict, i < proofs.Count ? proofs[i] : null))], problems.ConvertAll(problem => U(problem.Message)));

    private static CheckedKernelReport Of(KernelOffer kernel) => new(
        U(kernel.Name), N(kernel.Vermagic?.Value.Text), N(kernel.Vermagic?.Source), kernel.Machine?.Value.ToString(), kernel.HasVersions, N(kernel.Configuration?.Source), N(kernel.Exports?.Source),
        kernel.Exports?.Value.Count ?? 0, kernel.StructSize?.Value, N(kernel.StructSize?.Source), N(kernel.Compiler?.Value));

    private static VerdictReport Of(LoadVerdict verdict, LoadProof? proof) => new(
        U(verdict.Path), U(verdict.Module), U(verdict.Kernel), OutcomeOf(verdict.Outcome), verdict.Errno, verdict.Errno == 0 ? null : ErrnoNames.Of(verdict.Errno),
        string.Concat(verdict.Taints.Select(taint => (char)taint)), [.. verdict.Log.Select(U)],
        [.. verdict.Problems.Select(problem => new ProblemReport(LoadDiagnostics.IdOf(problem.Rule), problem.Rule.ToString(), U(problem.Subject), U(problem.Message), problem.Errno, U(problem.Detail), U(problem.Remedy)))],
        [.. verdict.Missing.Select(U)], [.. verdict.LoadFirst.Select(U)], [.. verdict.VermagicDifferences.Select(field => new FieldReport(field.Field, U(field.Kernel), U(field.Module)))],
        verdict.KernelReadsFile, N(verdict.Compiler), [.. verdict.Notes.Select(U)], proof is null ? null : Of(proof));

    private static ProofOfVerdictReport Of(LoadProof proof) => new(
        proof.IsProven, proof.Reality is not null, proof.FailsByItself, proof.Reality?.Errno, proof.Reality?.Errno is > 0 and var errno ? ErrnoNames.Of(errno) : null, proof.RealTaints, [.. proof.PredictedLog.Select(U)],
        [.. proof.RealLog.Select(U)], [.. proof.Differences.Select(difference => new DifferenceReport(difference.What, U(difference.Predicted), U(difference.Real)))]);

    private static string OutcomeOf(LoadOutcome outcome) => outcome switch
    {
        LoadOutcome.Loads => "loads",
        LoadOutcome.LoadsWithTaint => "loads with taint",
        LoadOutcome.Refused => "refused",
        _ => "cannot tell",
    };

    private static string U(string text) => ByteText.ToUnicode(text);

    private static string? N(string? text) => text is null ? null : U(text);
}
