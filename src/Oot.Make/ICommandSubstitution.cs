namespace Oot.Make;

/// <summary>
/// The seam at which something that knows more than make puts another program in a command's place, just before it is started. What make prints, saves and hands to
/// makefiles is the command as it was.
/// </summary>
public interface ICommandSubstitution
{
    /// <summary>The words to start instead; the same list when there is nothing to replace.</summary>
    /// <param name="words">A program and its arguments, as byte text; for a line that needs a shell, the shell, its flags and the line.</param>
    IReadOnlyList<string> Substitute(IReadOnlyList<string> words);

    /// <summary>What does in a thread of make's own process what a program started with these words would do; null: a process it must be.</summary>
    /// <param name="words">As <see cref="Substitute"/> gives them.</param>
    ProgramHere? Here(IReadOnlyList<string> words);

    /// <summary>The exit code of commands that only look at something and would write nothing, where that is known without them; null: they have to run.</summary>
    /// <param name="pipeline">The words of each; several are joined by pipes.</param>
    /// <param name="environment">Their environment, <c>NAME=VALUE</c> as byte text.</param>
    int? Settle(IReadOnlyList<IReadOnlyList<string>> pipeline, IReadOnlyList<string> environment);
}
