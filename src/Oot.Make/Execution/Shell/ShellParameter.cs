namespace Oot.Make.Execution.Shell;

/// <summary>A parameter in a word: <c>$name</c>, <c>$?</c>, <c>$$</c>, <c>${name:-word}</c>.</summary>
/// <param name="Name">A variable's name, <c>?</c> or <c>$</c>.</param>
/// <param name="Operation">What is done with the value.</param>
/// <param name="Operand">The operation's word, which has neither quotes nor parameters nor blanks.</param>
internal sealed record ShellParameter(string Name, ShellParameterOperation Operation, string Operand)
{
    /// <summary>
    /// Whether its value is known here. <c>$$</c> would be make's own number, and two of its scripts at once may not share one; the others have values of the shell's own.
    /// </summary>
    public bool IsKnown => Name is not ("$" or "PPID" or "OPTIND" or "PS1" or "PS2" or "PS4" or "IFS" or "LINENO" or "OLDPWD");
}
