using System.Text;

namespace Oot.Make.Shell;

/// <summary>
/// Reads the tokens of a script as dash 0.5.12 does (parser.c), backslash-newlines between and within them included. Knows no grammar, but asks <see cref="ShellParser"/> for the
/// commands of a substitution.
/// </summary>
/// <param name="text">The script.</param>
/// <param name="processNumber">What <c>$$</c> stands for in a name such as <c>.tmp_$$</c>; null: it is a parameter. As a number by itself it might be sent signals.</param>
/// <param name="depth">How many substitutions surround the script.</param>
internal sealed partial class ShellReader(string text, string? processNumber = null, int depth = 0)
{
    private readonly List<ShellRedirection> _documents = [];
    private int _depth = depth;
    private int _at;

    /// <summary>The 1-based line that has been reached.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next token.</summary>
    public ShellToken Next()
    {
        SkipBlanks();
        if (_at == text.Length)
            return new(_documents.Count == 0 ? ShellTokenKind.End : ShellTokenKind.Unsupported);
        char c = text[_at];
        if (char.IsAsciiDigit(c) && _at + 1 < text.Length && text[_at + 1] is '<' or '>')
        {
            _at++;
            return Redirection(c - '0');
        }
        switch (c)
        {
            case '\n':
                _at++;
                Line++;
                return new(ReadDocuments() ? ShellTokenKind.Newline : ShellTokenKind.Unsupported);
            case ';':
                return Doubled(';', ShellTokenKind.Semicolon, ShellTokenKind.DoubleSemicolon);
            case '&':
                return Doubled('&', ShellTokenKind.Ampersand, ShellTokenKind.And);
            case '|':
                return Doubled('|', ShellTokenKind.Pipe, ShellTokenKind.Or);
            case '(':
                _at++;
                return new(ShellTokenKind.Open);
            case ')':
                _at++;
                return new(ShellTokenKind.Close);
            case '<':
                return Redirection(0);
            case '>':
                return Redirection(1);
            default:
                return ReadWord() is { } word ? new(ShellTokenKind.Word, word) : new(ShellTokenKind.Unsupported);
        }
    }

    /// <summary>A here-document's operator was read: its text follows the line. False when its end is not a plain or quoted word.</summary>
    public bool Await(ShellRedirection document)
    {
        _documents.Add(document);
        return !document.Target.HasExpansion;
    }

    /// <summary>The character here, after backslash-newlines; NUL at the end.</summary>
    private char Peek()
    {
        while (_at + 1 < text.Length && text[_at] == '\\' && text[_at + 1] == '\n')
        {
            _at += 2;
            Line++;
        }
        return _at < text.Length ? text[_at] : '\0';
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t')
            _at++;
        if (Peek() == '#')
        {
            int end = text.IndexOf('\n', _at);
            _at = end < 0 ? text.Length : end;
        }
    }

    private ShellToken Doubled(char second, ShellTokenKind single, ShellTokenKind twice)
    {
        _at++;
        if (Peek() != second)
            return new(single);
        _at++;
        return new(twice);
    }

    // 1<file sets descriptor 1, <file descriptor 0: the caller has told which.
    private ShellToken Redirection(int descriptor)
    {
        char first = text[_at++];
        ShellRedirectionKind kind = first == '<' ? ShellRedirectionKind.Input : ShellRedirectionKind.Output;
        switch (Peek())
        {
            case '<' when first == '<':
                kind = ShellRedirectionKind.Document;
                _at++;
                if (Peek() == '-')
                {
                    kind = ShellRedirectionKind.IndentedDocument;
                    _at++;
                }
                break;
            case '>':
                kind = first == '<' ? ShellRedirectionKind.ReadWrite : ShellRedirectionKind.Append;
                _at++;
                break;
            case '&':
                kind = ShellRedirectionKind.Duplicate;
                _at++;
                break;
            case '|' when first == '>':
                _at++;
                break;
        }
        return new(ShellTokenKind.Redirection, null, kind, descriptor);
    }

    /// <summary>The texts of the here-documents that the line which has just ended announced.</summary>
    private bool ReadDocuments()
    {
        foreach (ShellRedirection document in _documents)
        {
            var body = new StringBuilder();
            while (true)
            {
                if (_at == text.Length)
                    return false;
                int end = text.IndexOf('\n', _at);
                string line = end < 0 ? text[_at..] : text[_at..end];
                _at = end < 0 ? text.Length : end + 1;
                Line++;
                if (document.Kind == ShellRedirectionKind.IndentedDocument)
                    line = line.TrimStart('\t');
                if (line == document.Target.Text)
                    break;
                body.Append(line).Append('\n');
            }
            document.Document = document.Target.Plain is null ? new ShellWord([new(body.ToString(), true)]) : ReadText(body.ToString());
            if (document.Document is null)
                return false;
        }
        _documents.Clear();
        return true;
    }

    /// <summary>A text that expands as between double quotes; null when something in it is not understood.</summary>
    private ShellWord? ReadText(string quoted)
    {
        var reader = new ShellReader(quoted, processNumber, _depth + 1);
        if (_depth >= DeepestSubstitution || !reader.ReadDoubleQuoted(isClosed: false))
            return null;
        reader.EndLiteral();
        return new ShellWord(reader._parts);
    }

    internal static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
