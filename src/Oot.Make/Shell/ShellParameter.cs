namespace Oot.Make.Shell;

/// <summary>A parameter in a word: <c>$name</c>, <c>$?</c>, <c>$1</c>, <c>${name:-word}</c>.</summary>
/// <param name="Name">A variable's name, a digit, or one of <c>?$@*#!-</c>.</param>
/// <param name="Operation">What is done with the value.</param>
/// <param name="Operand">The operation's word as text, when it has neither quotes nor expansions nor blanks; else empty.</param>
/// <param name="Argument">The operation's word when it has any of these; else null.</param>
internal sealed record ShellParameter(string Name, ShellParameterOperation Operation, string Operand, ShellWord? Argument = null) : ShellExpansion
{
    /// <summary>
    /// Whether its value is known here. <c>$$</c> would be make's own number, and two of its scripts at once may not share one; the others have values of the shell's own.
    /// </summary>
    public override bool IsKnown =>
        Argument is null && (Name == "?" || (ShellReader.IsNameStart(Name[0]) && Name is not ("PPID" or "OPTIND" or "PS1" or "PS2" or "PS4" or "IFS" or "LINENO" or "OLDPWD")));
}
