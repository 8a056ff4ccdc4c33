namespace Oot.Make.Shell;

/// <summary>A token of a script.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Word">Of a word.</param>
/// <param name="Redirection">Of a redirection's operator.</param>
/// <param name="Descriptor">Which descriptor that operator sets.</param>
internal readonly record struct ShellToken(ShellTokenKind Kind, ShellWord? Word = null, ShellRedirectionKind Redirection = default, int Descriptor = 0)
{
    /// <summary>Whether it is this word, with no part of it quoted.</summary>
    public bool Is(string reserved) => Kind == ShellTokenKind.Word && Word!.Plain == reserved;
}
