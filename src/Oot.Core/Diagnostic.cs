namespace Oot.Core;

/// <summary>
/// One thing to tell a person: what is wrong, and what to do next. <paramref name="Id"/> (<c>OOT1001</c>) names its page in
/// <c>docs/diagnostics/</c>; <paramref name="Kind"/> decides the exit code; an empty <paramref name="Remedy"/> means there is nothing to advise.
/// </summary>
public sealed record Diagnostic(string Id, DiagnosticKind Kind, string Message, string Remedy = "");
