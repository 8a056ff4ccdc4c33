using System.Buffers;
using System.Text;

namespace Oot.Make.Shell;

/// <summary>Words: quotes and expansions.</summary>
internal sealed partial class ShellReader
{
    /// <summary>Substitutions within substitutions beyond this are left to the real shell.</summary>
    private const int DeepestSubstitution = 20;

    private static readonly SearchValues<char> EndsPlain = SearchValues.Create(" \t\n;&|<>()'\"\\$`");
    private static readonly SearchValues<char> EndsQuoted = SearchValues.Create("\"\\$`\n");
    private static readonly SearchValues<char> OperandCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./,:+@-*");
    // Numbers, names and operators that change nothing: no command, no assignment.
    private static readonly SearchValues<char> ArithmeticCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \t\n_+-*/%$<>()");

    private readonly StringBuilder _literal = new();
    private List<ShellWordPart> _parts = [];
    private bool _literalIsQuoted, _hasLiteral;

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

    /// <summary>Whether what was read is the digit before a redirection, which a backslash-newline has kept from being seen as such.</summary>
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
                return ReadDoubleQuoted(isClosed: true);
            case '\\':
                if (_at + 1 == text.Length)
                    return false;
                Add(text.AsSpan(_at + 1, 1), isQuoted: true);
                _at += 2;
                return true;
            case '$':
                return ReadExpansion(isQuoted: false);
            case '`':
                return ReadBackquoted(isQuoted: false);
            default:
                int length = text.AsSpan(_at).IndexOfAny(EndsPlain);
                if (length < 0)
                    length = text.Length - _at;
                Add(text.AsSpan(_at, length), isQuoted: false);
                _at += length;
                return true;
        }
    }

    /// <summary>What stands between double quotes, the first of which has been read; or, not closed by one, all of the text.</summary>
    private bool ReadDoubleQuoted(bool isClosed)
    {
        Add("", isQuoted: true);
        while (_at < text.Length)
        {
            int length = text.AsSpan(_at).IndexOfAny(EndsQuoted);
            if (length < 0)
            {
                Add(text.AsSpan(_at), isQuoted: true);
                _at = text.Length;
                break;
            }
            Add(text.AsSpan(_at, length), isQuoted: true);
            _at += length;
            switch (text[_at])
            {
                case '"' when isClosed:
                    _at++;
                    return true;
                case '"':
                case '\n':
                    Line += text[_at] == '\n' ? 1 : 0;
                    Add(text.AsSpan(_at++, 1), isQuoted: true);
                    break;
                case '\\' when _at + 1 == text.Length:
                    return false;
                case '\\':
                    AddEscaped(text[_at + 1], isClosed);
                    break;
                case '$':
                    if (!ReadExpansion(isQuoted: true))
                        return false;
                    break;
                default:
                    if (!ReadBackquoted(isQuoted: true))
                        return false;
                    break;
            }
        }
        return !isClosed;
    }

    private void AddEscaped(char next, bool isClosed)
    {
        if (next == '\n')
            Line++;
        else if (next is '$' or '`' or '\\' || (next == '"' && isClosed))
            Add(text.AsSpan(_at + 1, 1), isQuoted: true);
        else
            Add(text.AsSpan(_at, 2), isQuoted: true);
        _at += 2;
    }

    private bool ReadExpansion(bool isQuoted)
    {
        _at++;
        char c = Peek();
        if (IsNameStart(c))
        {
            AddExpansion(new ShellParameter(ReadName(), ShellParameterOperation.Value, ""), isQuoted);
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
            case '?' or '$' or '@' or '*' or '#' or '!' or '-' or (>= '0' and <= '9'):
                _at++;
                AddExpansion(new ShellParameter(c.ToString(), ShellParameterOperation.Value, ""), isQuoted);
                return true;
            case '{':
                _at++;
                return ReadBraces(isQuoted);
            case '(':
                _at++;
                return Peek() == '(' ? ReadArithmetic(isQuoted) : ReadSubstitution(isQuoted);
            case '`' or '\'':
                return false;
            default:
                Add("$", isQuoted);
                return true;
        }
    }

    /// <summary><c>$(commands)</c>, from behind the parenthesis.</summary>
    private bool ReadSubstitution(bool isQuoted)
    {
        EndLiteral();
        List<ShellWordPart> outer = _parts;
        if (_documents.Count > 0 || ++_depth > DeepestSubstitution || ShellParser.Parse(this, ShellTokenKind.Close) is not { } body)
            return false;
        _depth--;
        _parts = outer;
        AddExpansion(new ShellSubstitution(body), isQuoted);
        return _documents.Count == 0;
    }

    private bool ReadBackquoted(bool isQuoted)
    {
        var script = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '`'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && (text[_at + 1] is '$' or '`' or '\\' || (text[_at + 1] == '"' && isQuoted)))
                _at++;
            Line += text[_at] == '\n' ? 1 : 0;
            script.Append(text[_at]);
        }
        if (_at++ >= text.Length || _depth == DeepestSubstitution || ShellParser.Parse(new ShellReader(script.ToString(), null, _depth + 1), ShellTokenKind.End) is not { } body)
            return false;
        AddExpansion(new ShellSubstitution(body), isQuoted);
        return true;
    }

    private bool ReadArithmetic(bool isQuoted)
    {
        int start = _at + 1, length = text.AsSpan(start).IndexOf("))");
        if (length < 0 || text.AsSpan(start, length).ContainsAnyExcept(ArithmeticCharacters) || text.AsSpan(start, length).Contains("$(", StringComparison.Ordinal))
            return false;
        AddExpansion(new ShellArithmetic(text.Substring(start, length)), isQuoted);
        _at = start + length + 2;
        Line += text.AsSpan(start, length).Count('\n');
        return true;
    }

    private bool ReadBraces(bool isQuoted)
    {
        string name;
        if (IsNameStart(Peek()))
            name = ReadName();
        else if (Peek() is '?' or '@' or '*' or '#' or (>= '0' and <= '9'))
            name = text[_at++].ToString();
        else
            return false;
        bool colon = Peek() == ':';
        if (colon)
            _at++;
        ShellParameterOperation operation;
        switch (Peek())
        {
            case '}' when !colon:
                _at++;
                AddExpansion(new ShellParameter(name, ShellParameterOperation.Value, ""), isQuoted);
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
        return ReadOperand(name, operation, isQuoted);
    }

    private bool ReadOperand(string name, ShellParameterOperation operation, bool isQuoted)
    {
        int length = text.AsSpan(_at).IndexOfAnyExcept(OperandCharacters);
        // An asterisk that would be a file name pattern is none of the plain ones.
        if (length >= 0 && text[_at + length] == '}' && !(operation <= ShellParameterOperation.WhenFilled && text.AsSpan(_at, length).Contains('*')))
        {
            AddExpansion(new ShellParameter(name, operation, text.Substring(_at, length)), isQuoted);
            _at += length + 1;
            return true;
        }
        int start = _at;
        for (int open = 1; open > 0; _at++)
        {
            if (_at == text.Length || text[_at] is '`' or '\'' or '\\' or '"' || text.AsSpan(_at).StartsWith("$("))
                return false;
            open += text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            Line += text[_at] == '\n' ? 1 : 0;
        }
        if (ReadText(text[start..(_at - 1)]) is not { } argument)
            return false;
        AddExpansion(new ShellParameter(name, operation, "", argument), isQuoted);
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

    private void AddExpansion(ShellExpansion expansion, bool isQuoted)
    {
        EndLiteral();
        _parts.Add(new("", isQuoted, expansion));
    }

    private void EndLiteral()
    {
        if (_hasLiteral)
            _parts.Add(new(_literal.ToString(), _literalIsQuoted));
        _literal.Clear();
        _hasLiteral = false;
    }
}
