namespace Oot.Checking;

/// <summary>One module on one kernel.</summary>
internal sealed record VerdictReport(
    string File, string Module, string Kernel, string Outcome, int Errno, string? ErrnoName, string Taints, List<string> Log, List<ProblemReport> Problems, List<string> Missing, List<string> LoadFirst,
    List<FieldReport> VermagicDifferences, bool? KernelReadsFile, string? Compiler, List<string> Notes,
    ProofOfVerdictReport? Proof);
