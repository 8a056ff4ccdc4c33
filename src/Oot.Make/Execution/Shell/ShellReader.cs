using System.Buffers;
using System.Text;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// Reads the tokens of a script as dash 0.5.12 does (parser.c), backslash-newlines between and within them included. Knows no grammar.
/// </summary>
/// <param name="text">The script.</param>
/// <param name="processNumber">What <c>$$</c> stands for in a name such as <c>.tmp_$$</c>; null: it is a parameter. As a number by itself it might be sent signals.</param>
internal sealed class ShellReader(string text, string? processNumber = null)
{
    private static readonly SearchValues<char> EndsPlain = SearchValues.Create(" \t\n;&|<>()'\"\\$`");
    private static readonly SearchValues<char> EndsQuoted = SearchValues.Create("\"\\$`\n");
    private static readonly SearchValues<char> OperandCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./,:+@-*");

    private readonly StringBuilder _literal = new();
    private List<ShellWordPart> _parts = [];
    private bool _literalIsQuoted, _hasLiteral;
    private int _at;

    /// <summary>The 1-based line that has been reached.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next token.</summary>
    public ShellToken Next()
    {
        SkipBlanks();
        if (_at == text.Length)
            return new(ShellTokenKind.End);
        char c = text[_at];
        if (c is '0' or '1' or '2' && _at + 1 < text.Length && text[_at + 1] is '<' or '>')
        {
            _at++;
            return Redirection(c - '0');
        }
        switch (c)
        {
            case '\n':
                _at++;
                Line++;
                return new(ShellTokenKind.Newline);
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

    private ShellToken Redirection(int descriptor)
    {
        char first = text[_at++];
        ShellRedirectionKind kind = first == '<' ? ShellRedirectionKind.Input : ShellRedirectionKind.Output;
        switch (Peek())
        {
            case '<' when first == '<':
                return new(ShellTokenKind.Unsupported);
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
        // 1<file sets descriptor 1, <file descriptor 0: the caller has told which.
        return new(ShellTokenKind.Redirection, null, kind, descriptor);
    }

    private ShellWord? ReadWord()
    {
        int length = text.AsSpan(_at).IndexOfAny(EndsPlain);
        if (length < 0)
            length = text.Length - _at;
        if (length > 0 && (_at + length == text.Length || text[_at + length] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')'))
        {
            string plain = text.Substring(_at, length);
            _at += length;
            return IsDescriptor(plain) ? null : new ShellWord([new(plain, false)]);
        }
        _parts = [];
        while (true)
        {
            char c = Peek();
            if (_at == text.Length || c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')')
                break;
            if (!ReadPart(c))
                return null;
        }
        EndLiteral();
        var word = new ShellWord(_parts);
        return word.Plain is { } number && IsDescriptor(number) ? null : word;
    }

    /// <summary>Whether what was read is the digit before a redirection; only 0 to 2 are known, and have been dealt with.</summary>
    private bool IsDescriptor(string word) => word.Length == 1 && char.IsAsciiDigit(word[0]) && _at < text.Length && text[_at] is '<' or '>';

    private bool ReadPart(char c)
    {
        switch (c)
        {
            case '\'':
                int end = text.IndexOf('\'', _at + 1);
                if (end < 0)
                    return false;
                ReadOnlySpan<char> quoted = text.AsSpan(_at + 1, end - _at - 1);
                Add(quoted, isQuoted: true);
                Line += quoted.Count('\n');
                _at = end + 1;
                return true;
            case '"':
                _at++;
                return ReadDoubleQuoted();
            case '\\':
                if (_at + 1 == text.Length)
                    return false;
                Add(text.AsSpan(_at + 1, 1), isQuoted: true);
                _at += 2;
                return true;
            case '$':
                return ReadParameter(isQuoted: false);
            case '`':
                return false;
            default:
                int length = text.AsSpan(_at).IndexOfAny(EndsPlain);
                if (length < 0)
                    length = text.Length - _at;
                Add(text.AsSpan(_at, length), isQuoted: false);
                _at += length;
                return true;
        }
    }

    private bool ReadDoubleQuoted()
    {
        Add("", isQuoted: true);
        while (_at < text.Length)
        {
            int length = text.AsSpan(_at).IndexOfAny(EndsQuoted);
            if (length < 0)
                return false;
            Add(text.AsSpan(_at, length), isQuoted: true);
            _at += length;
            switch (text[_at])
            {
                case '"':
                    _at++;
                    return true;
                case '\n':
                    Line++;
                    Add("\n", isQuoted: true);
                    _at++;
                    break;
                case '\\':
                    if (_at + 1 == text.Length)
                        return false;
                    char next = text[_at + 1];
                    if (next == '\n')
                        Line++;
                    else
                        Add(text.AsSpan(next is '$' or '`' or '"' or '\\' ? _at + 1 : _at, next is '$' or '`' or '"' or '\\' ? 1 : 2), isQuoted: true);
                    _at += 2;
                    break;
                case '$':
                    if (!ReadParameter(isQuoted: true))
                        return false;
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private bool ReadParameter(bool isQuoted)
    {
        _at++;
        char c = Peek();
        if (IsNameStart(c))
        {
            AddParameter(new(ReadName(), ShellParameterOperation.Value, ""), isQuoted);
            // The name would go on behind a backslash-newline; nobody writes that.
            return !text.AsSpan(_at).StartsWith("\\\n");
        }
        switch (c)
        {
            case '$' when processNumber is not null:
                _at++;
                bool isPartOfName = _hasLiteral && _literal.Length > 0 && _literal[^1] is '_' or '.';
                Add(processNumber, isQuoted);
                return isPartOfName && !_literal.ToString().Contains("proc", StringComparison.Ordinal);
            case '?' or '$':
                _at++;
                AddParameter(new(c.ToString(), ShellParameterOperation.Value, ""), isQuoted);
                return true;
            case '{':
                _at++;
                return ReadBraces(isQuoted);
            case '(' or '`' or '\'' or '@' or '*' or '#' or '!' or '-' or (>= '0' and <= '9'):
                return false;
            default:
                Add("$", isQuoted);
                return true;
        }
    }

    private bool ReadBraces(bool isQuoted)
    {
        if (!IsNameStart(Peek()))
            return false;
        string name = ReadName();
        bool colon = Peek() == ':';
        if (colon)
            _at++;
        ShellParameterOperation operation;
        switch (Peek())
        {
            case '}' when !colon:
                _at++;
                AddParameter(new(name, ShellParameterOperation.Value, ""), isQuoted);
                return true;
            case '-':
                operation = colon ? ShellParameterOperation.WhenEmpty : ShellParameterOperation.WhenUnset;
                break;
            case '+':
                operation = colon ? ShellParameterOperation.WhenFilled : ShellParameterOperation.WhenSet;
                break;
            case '%' when !colon:
                operation = Twice('%') ? ShellParameterOperation.LongestEnd : ShellParameterOperation.ShortestEnd;
                break;
            case '#' when !colon:
                operation = Twice('#') ? ShellParameterOperation.LongestBeginning : ShellParameterOperation.ShortestBeginning;
                break;
            default:
                return false;
        }
        _at++;
        int length = text.AsSpan(_at).IndexOfAnyExcept(OperandCharacters);
        if (length < 0 || text[_at + length] != '}')
            return false;
        string operand = text.Substring(_at, length);
        _at += length + 1;
        // Here an asterisk would be a file name pattern.
        if (operation <= ShellParameterOperation.WhenFilled && operand.Contains('*'))
            return false;
        AddParameter(new(name, operation, operand), isQuoted);
        return true;
    }

    private bool Twice(char c)
    {
        bool twice = _at + 1 < text.Length && text[_at + 1] == c;
        if (twice)
            _at++;
        return twice;
    }

    private string ReadName()
    {
        int start = _at;
        while (_at < text.Length && (IsNameStart(text[_at]) || char.IsAsciiDigit(text[_at])))
            _at++;
        return text[start.._at];
    }

    private void Add(ReadOnlySpan<char> characters, bool isQuoted)
    {
        if (_hasLiteral && _literalIsQuoted != isQuoted)
            EndLiteral();
        _literal.Append(characters);
        _literalIsQuoted = isQuoted;
        _hasLiteral = true;
    }

    private void AddParameter(ShellParameter parameter, bool isQuoted)
    {
        EndLiteral();
        _parts.Add(new("", isQuoted, parameter));
    }

    private void EndLiteral()
    {
        if (_hasLiteral)
            _parts.Add(new(_literal.ToString(), _literalIsQuoted));
        _literal.Clear();
        _hasLiteral = false;
    }

    internal static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
