namespace Oot.Checking;

/// <summary>Why a module is refused.</summary>
internal sealed record ProblemReport(string Id, string Rule, string Subject, string Message, int Errno, string Detail, string Remedy);
