namespace Oot.Make.Shell;

/// <summary>What a redirection opens.</summary>
internal enum ShellRedirectionKind
{
    /// <summary><c>&lt; file</c></summary>
    Input,

    /// <summary><c>&gt; file</c> or <c>&gt;| file</c></summary>
    Output,

    /// <summary><c>&gt;&gt; file</c></summary>
    Append,

    /// <summary><c>&lt;&gt; file</c></summary>
    ReadWrite,

    /// <summary><c>&lt;&lt; word</c></summary>
    Document,

    /// <summary><c>&lt;&lt;- word</c>: tabs before each line are dropped.</summary>
    IndentedDocument,

    /// <summary><c>&gt;&amp; digit</c> or <c>&lt;&amp; digit</c></summary>
    Duplicate,
}
