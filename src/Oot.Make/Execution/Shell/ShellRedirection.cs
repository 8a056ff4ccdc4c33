namespace Oot.Make.Execution.Shell;

/// <summary>One redirection.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Descriptor">Which descriptor it sets: 0, 1 or 2.</param>
/// <param name="Target">The file's name, or the descriptor to duplicate.</param>
internal sealed record ShellRedirection(ShellRedirectionKind Kind, int Descriptor, ShellWord Target);
