namespace Oot.Make.Shell;

/// <summary>What the reader of a script gives.</summary>
internal enum ShellTokenKind
{
    /// <summary>The script's end.</summary>
    End,

    /// <summary>A line's end.</summary>
    Newline,

    /// <summary>A word, reserved or not.</summary>
    Word,

    /// <summary>A redirection's operator.</summary>
    Redirection,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>;;</c></summary>
    DoubleSemicolon,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary>Something that is not read here: an unclosed quote, a rare expansion.</summary>
    Unsupported,
}
