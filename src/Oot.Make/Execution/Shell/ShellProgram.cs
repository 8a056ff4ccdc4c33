namespace Oot.Make.Execution.Shell;

/// <summary>A script of which every command is carried out exactly as dash would.</summary>
/// <param name="Instructions">The steps, from the first to behind the last.</param>
/// <param name="IsPure">It starts no program and opens no file but <c>/dev/null</c>: all it does is to write and to end. It may look at files (<c>test -e</c>).</param>
/// <param name="SplitsVariables">Names of variables whose values are split into words, so that they must not look like file name patterns.</param>
/// <param name="OpenedFiles">What redirections open, as far as the text tells.</param>
internal sealed record ShellProgram(IReadOnlyList<ShellInstruction> Instructions, bool IsPure, IReadOnlyCollection<string> SplitsVariables, IReadOnlyList<string> OpenedFiles);
