namespace Oot.Make.Caching.Shell;

/// <summary>What a part of a word expands to.</summary>
internal enum ShellWordPartKind
{
    /// <summary>Itself.</summary>
    Literal,

    /// <summary>A parameter's value.</summary>
    Parameter,

    /// <summary>A command's output.</summary>
    Command,

    /// <summary>A number.</summary>
    Arithmetic,
}
