using System.Globalization;
using System.Text;

namespace Oot.Make.Caching.Shell;

/// <summary>Simple commands, words and what they expand.</summary>
internal sealed partial class ShellScriptReader
{
    private ShellNode Simple()
    {
        var assignments = new List<ShellAssignment>();
        var words = new List<ShellWord>();
        var redirections = new List<ShellRedirection>();
        while (true)
        {
            SkipBlanks();
            if (Redirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (words.Count == 0 && Assignment() is { } assignment)
            {
                assignments.Add(assignment);
            }
            else if (Word() is { } word)
            {
                words.Add(word);
                if (words.Count == 1 && Peek() == '(')
                    return Function(word);
            }
            else
            {
                break;
            }
        }
        if (words.Count + assignments.Count + redirections.Count == 0)
            throw Refuse("no command");
        return new SimpleCommand(assignments, words, redirections);
    }

    private ShellFunctionDefinition Function(ShellWord name)
    {
        _at++;
        SkipBlanks();
        Expect(')');
        SkipNewlines();
        return new ShellFunctionDefinition(name.Keyword ?? throw Refuse("function"), Command());
    }

    private ShellAssignment? Assignment()
    {
        int start = _at;
        string name = Name();
        if (name.Length > 0 && Peek() == '=')
        {
            _at++;
            return new ShellAssignment(name, Word() ?? new ShellWord([]));
        }
        _at = start;
        return null;
    }

    private ShellRedirection? Redirection()
    {
        int start = _at, descriptor = -1;
        while (char.IsAsciiDigit(Peek()))
            _at++;
        if (Peek() is not ('<' or '>') || _at - start > 1)
        {
            _at = start;
            return null;
        }
        if (_at > start)
            descriptor = _text[start] - '0';
        string found = "";
        foreach (string candidate in (ReadOnlySpan<string>)["<<-", "<<", ">>", ">|", ">&", "<&", "<>", "<", ">"])
        {
            if (LooksAt(candidate))
            {
                found = candidate;
                break;
            }
        }
        _at += found.Length;
        SkipBlanks();
        if (found is "<<" or "<<-")
            return Document(descriptor, found == "<<-");
        return new ShellRedirection(descriptor, found, Word() ?? throw Refuse("redirection"));
    }

    private ShellRedirection Document(int descriptor, bool stripsTabs)
    {
        ShellWord delimiter = Word() ?? throw Refuse("here-document");
        if (delimiter.Parts.Exists(part => part.Kind != ShellWordPartKind.Literal))
            throw Refuse("here-document");
        var redirection = new ShellRedirection(descriptor, "<<", new ShellWord([]));
        _pendingDocuments.Add((redirection, string.Concat(delimiter.Parts.Select(part => part.Text)), stripsTabs, delimiter.Parts.Exists(part => part.IsQuoted)));
        return redirection;
    }

    private ShellWord? Word()
    {
        var parts = new List<ShellWordPart>();
        var literal = new StringBuilder();
        bool any = false;
        while (!AtEnd)
        {
            char c = Peek();
            if (c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')')
                break;
            any = true;
            switch (c)
            {
                case '\\' when Peek(1) == '\n':
                    _at += 2;
                    break;
                case '\\':
                    Flush(parts, literal, false);
                    parts.Add(new ShellWordPart(ShellWordPartKind.Literal, _at + 1 < _text.Length ? _text[_at + 1].ToString() : "\\", true));
                    _at = Math.Min(_at + 2, _text.Length);
                    break;
                case '\'':
                    Flush(parts, literal, false);
                    int end = _text.IndexOf('\'', _at + 1);
                    if (end < 0)
                        throw Refuse("quote");
                    parts.Add(new ShellWordPart(ShellWordPartKind.Literal, _text[(_at + 1)..end], true));
                    _at = end + 1;
                    break;
                case '"':
                    Flush(parts, literal, false);
                    _at++;
                    parts.AddRange(Quoted(untilQuote: true));
                    break;
                case '$' or '`':
                    Flush(parts, literal, false);
                    parts.Add(Expansion(false));
                    break;
                default:
                    literal.Append(c);
                    _at++;
                    break;
            }
        }
        Flush(parts, literal, false);
        return any ? new ShellWord(parts) : null;
    }

    private static void Flush(List<ShellWordPart> parts, StringBuilder literal, bool isQuoted)
    {
        if (literal.Length == 0)
            return;
        parts.Add(new ShellWordPart(ShellWordPartKind.Literal, literal.ToString(), isQuoted));
        literal.Clear();
    }

    /// <summary>What stands between double quotes, or the rest of a here-document.</summary>
    private List<ShellWordPart> Quoted(bool untilQuote)
    {
        var parts = new List<ShellWordPart>();
        var literal = new StringBuilder();
        while (true)
        {
            if (AtEnd)
            {
                if (untilQuote)
                    throw Refuse("quote");
                break;
            }
            char c = Peek();
            if (c == '"' && untilQuote)
            {
                _at++;
                break;
            }
            if (c == '\\' && Peek(1) is '\n')
            {
                _at += 2;
            }
            else if (c == '\\' && (Peek(1) is '$' or '`' or '\\' || Peek(1) == '"' && untilQuote))
            {
                literal.Append(Peek(1));
                _at += 2;
            }
            else if (c is '$' or '`')
            {
                Flush(parts, literal, true);
                parts.Add(Expansion(true));
            }
            else
            {
                literal.Append(c);
                _at++;
            }
        }
        Flush(parts, literal, true);
        if (parts.Count == 0)
            parts.Add(new ShellWordPart(ShellWordPartKind.Literal, "", true));
        return parts;
    }

    private ShellWordPart Expansion(bool isQuoted)
    {
        if (Peek() == '`')
            return Backquoted(isQuoted);
        char next = Peek(1);
        if (next == '(' && Peek(2) == '(')
            return Arithmetic(isQuoted);
        if (next == '(')
        {
            _at += 2;
            CommandSequence body = Sequence();
            Expect(')');
            return new ShellWordPart(ShellWordPartKind.Command, "", isQuoted, Command: body);
        }
        if (next == '{')
            return Braced(isQuoted);
        _at++;
        if (next is '@' or '*' or '#' or '?' or '-' or '$' or '!' || char.IsAsciiDigit(next))
        {
            _at++;
            return new ShellWordPart(ShellWordPartKind.Parameter, next.ToString(), isQuoted);
        }
        string name = Name();
        return name.Length > 0 ? new ShellWordPart(ShellWordPartKind.Parameter, name, isQuoted) : new ShellWordPart(ShellWordPartKind.Literal, "$", isQuoted);
    }

    private ShellWordPart Backquoted(bool isQuoted)
    {
        var script = new StringBuilder();
        _at++;
        while (Peek() != '`')
        {
            if (AtEnd)
                throw Refuse("backquote");
            if (Peek() == '\\' && (Peek(1) is '$' or '`' or '\\' || Peek(1) == '"' && isQuoted))
                _at++;
            script.Append(Peek());
            _at++;
        }
        _at++;
        return new ShellWordPart(ShellWordPartKind.Command, "", isQuoted, Command: Read(script.ToString()));
    }

    private ShellWordPart Arithmetic(bool isQuoted)
    {
        int end = _text.IndexOf("))", _at, StringComparison.Ordinal);
        if (end < 0)
            throw Refuse("arithmetic");
        string text = _text[(_at + 3)..end];
        // Only numbers, names and operators that change nothing: no command, no assignment.
        foreach (char c in text)
            if (!char.IsAsciiLetterOrDigit(c) && !" \t\n_+-*/%$<>()".Contains(c, StringComparison.Ordinal))
                throw Refuse("arithmetic");
        if (text.Contains("$(", StringComparison.Ordinal))
            throw Refuse("arithmetic");
        _at = end + 2;
        return new ShellWordPart(ShellWordPartKind.Arithmetic, text, isQuoted);
    }

    private ShellWordPart Braced(bool isQuoted)
    {
        _at += 2;
        string name = Name();
        if (name.Length == 0 && (Peek() is '@' or '*' or '#' or '?' || char.IsAsciiDigit(Peek())))
            name = _text[_at++].ToString(CultureInfo.InvariantCulture);
        int start = _at;
        while (Peek() is ':' or '-' or '+' or '?' or '=' or '%' or '#')
            _at++;
        string found = _text[start.._at];
        int open = 1, from = _at;
        while (open > 0)
        {
            if (AtEnd || Peek() is '`' or '\'' or '\\' or '"' || LooksAt("$("))
                throw Refuse("parameter");
            open += Peek() == '{' ? 1 : Peek() == '}' ? -1 : 0;
            _at++;
        }
        string argument = _text[from..(_at - 1)];
        if (name.Length == 0 || found.Contains('=', StringComparison.Ordinal) || found.Contains('?', StringComparison.Ordinal) || (found.Length == 0 && argument.Length > 0))
            throw Refuse("parameter");
        return new ShellWordPart(ShellWordPartKind.Parameter, name, isQuoted, found, new ShellWord(new ShellScriptReader(argument).Quoted(untilQuote: false)));
    }
}
