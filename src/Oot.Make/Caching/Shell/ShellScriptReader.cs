namespace Oot.Make.Caching.Shell;

/// <summary>
/// Reads a POSIX shell script into a tree, in order to find every command that it could run. It is stricter than a shell: what it does not know
/// (background commands, aliases, <c>[[</c>) it refuses. The tree is never executed.
/// </summary>
internal sealed partial class ShellScriptReader
{
    private const int DeepestNesting = 64;

    private readonly string _text;
    private readonly List<(ShellRedirection Redirection, string Delimiter, bool StripsTabs, bool IsQuoted)> _pendingDocuments = [];
    private int _at;
    private int _depth;

    private ShellScriptReader(string text) => _text = text;

    /// <summary>The tree of a whole script.</summary>
    /// <exception cref="ShellNotUnderstoodException">It is not of the part of the language that is read.</exception>
    public static ShellNode Read(string text)
    {
        var reader = new ShellScriptReader(text);
        ShellNode node = reader.Sequence();
        return reader._at == text.Length ? node : throw reader.Refuse("unexpected text");
    }

    private ShellNotUnderstoodException Refuse(string what) => new($"shell: {what} at {_at}");

    private bool AtEnd => _at >= _text.Length;

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool LooksAt(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Peek() is ' ' or '\t')
                _at++;
            else if (Peek() == '\\' && Peek(1) == '\n')
                _at += 2;
            else if (Peek() == '#')
                while (!AtEnd && Peek() != '\n')
                    _at++;
            else
                return;
        }
    }

    private void SkipNewlines()
    {
        SkipBlanks();
        while (Peek() == '\n')
        {
            NextLine();
            SkipBlanks();
        }
    }

    private void NextLine()
    {
        _at++;
        foreach ((ShellRedirection redirection, string delimiter, bool stripsTabs, bool isQuoted) in _pendingDocuments)
            redirection.Target.Parts.AddRange(Document(delimiter, stripsTabs, isQuoted));
        _pendingDocuments.Clear();
    }

    private List<ShellWordPart> Document(string delimiter, bool stripsTabs, bool isQuoted)
    {
        var body = new System.Text.StringBuilder();
        while (true)
        {
            if (AtEnd)
                throw Refuse("a here-document without end");
            int end = _text.IndexOf('\n', _at);
            string line = _text[_at..(end < 0 ? _text.Length : end)];
            _at = end < 0 ? _text.Length : end + 1;
            if (stripsTabs)
                line = line.TrimStart('\t');
            if (line == delimiter)
                break;
            body.Append(line).Append('\n');
        }
        return isQuoted ? [new ShellWordPart(ShellWordPartKind.Literal, body.ToString(), true)] : new ShellScriptReader(body.ToString()).Quoted(untilQuote: false);
    }

    /// <summary>Commands up to a closing word or character, which stays.</summary>
    private CommandSequence Sequence()
    {
        if (++_depth > DeepestNesting)
            throw Refuse("nesting");
        var commands = new List<ShellNode>();
        while (true)
        {
            SkipNewlines();
            if (AtEnd || Peek() == ')' || LooksAt(";;") || IsClosingWord())
                break;
            commands.Add(Chain());
            SkipBlanks();
            if (Peek() == ';' && Peek(1) != ';')
                _at++;
            else if (Peek() == '&')
                throw Refuse("a background command");
            else if (!AtEnd && Peek() is not ('\n' or ')' or ';') && !IsClosingWord())
                throw Refuse("unexpected text");
        }
        _depth--;
        return new CommandSequence(commands);
    }

    private bool IsClosingWord() => PeekWord() is "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}";

    private ReadOnlySpan<char> PeekWord()
    {
        int end = _at;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '{' or '}' or '!'))
            end++;
        return end == _text.Length || _text[end] is ' ' or '\t' or '\n' or ';' or '(' or ')' or '&' or '|' or '<' or '>' ? _text.AsSpan(_at, end - _at) : default;
    }

    private ShellNode Chain()
    {
        var commands = new List<ShellNode> { Pipeline() };
        while (true)
        {
            SkipBlanks();
            if (!LooksAt("&&") && !LooksAt("||"))
                return commands.Count == 1 ? commands[0] : new CommandChain(commands);
            _at += 2;
            SkipNewlines();
            commands.Add(Pipeline());
        }
    }

    private ShellNode Pipeline()
    {
        SkipBlanks();
        while (PeekWord() is "!")
        {
            _at++;
            SkipBlanks();
        }
        var commands = new List<ShellNode> { Command() };
        while (true)
        {
            SkipBlanks();
            if (Peek() != '|' || Peek(1) == '|')
                return commands.Count == 1 ? commands[0] : new CommandPipeline(commands);
            if (Peek(1) == '&')
                throw Refuse("|&");
            _at++;
            SkipNewlines();
            commands.Add(Command());
        }
    }

    private ShellNode Command()
    {
        ShellNode? compound = Compound(out bool isSubshell);
        if (compound is null)
            return Simple();
        var redirections = new List<ShellRedirection>();
        SkipBlanks();
        while (Redirection() is { } redirection)
        {
            redirections.Add(redirection);
            SkipBlanks();
        }
        return isSubshell || redirections.Count > 0 ? new CommandGroup(compound, isSubshell, redirections) : compound;
    }

    private ShellNode? Compound(out bool isSubshell)
    {
        isSubshell = false;
        if (Peek() == '(')
        {
            isSubshell = true;
            _at++;
            CommandSequence body = Sequence();
            Expect(')');
            return body;
        }
        ReadOnlySpan<char> word = PeekWord();
        switch (word)
        {
            case "{":
                _at++;
                CommandSequence group = Sequence();
                ExpectWord("}");
                return group;
            case "if":
                _at += 2;
                return If();
            case "while" or "until":
                _at += word.Length;
                CommandSequence head = Sequence();
                return new CommandLoop(head, null, [], DoGroup());
            case "for":
                _at += 3;
                return For();
            case "case":
                _at += 4;
                return Case();
            case "function" or "select" or "time" or "coproc":
                throw Refuse(word.ToString());
            default:
                return null;
        }
    }

    private CommandBranches If()
    {
        CommandSequence head = Sequence();
        ExpectWord("then");
        var branches = new List<ShellNode> { Sequence() };
        if (PeekWord() is "elif")
        {
            _at += 4;
            branches.Add(If());
            return new CommandBranches(head, null, branches);
        }
        if (PeekWord() is "else")
        {
            _at += 4;
            branches.Add(Sequence());
        }
        ExpectWord("fi");
        return new CommandBranches(head, null, branches);
    }

    private CommandSequence DoGroup()
    {
        SkipNewlines();
        ExpectWord("do");
        CommandSequence body = Sequence();
        ExpectWord("done");
        return body;
    }

    private CommandLoop For()
    {
        SkipBlanks();
        string name = Name();
        if (name.Length == 0)
            throw Refuse("for");
        var words = new List<ShellWord>();
        SkipNewlines();
        if (PeekWord() is "in")
        {
            _at += 2;
            SkipBlanks();
            while (Word() is { } word)
            {
                words.Add(word);
                SkipBlanks();
            }
        }
        if (Peek() == ';')
            _at++;
        return new CommandLoop(null, name, words, DoGroup());
    }

    private CommandBranches Case()
    {
        SkipBlanks();
        ShellWord subject = Word() ?? throw Refuse("case");
        SkipNewlines();
        ExpectWord("in");
        var branches = new List<ShellNode>();
        while (true)
        {
            SkipNewlines();
            if (PeekWord() is "esac")
                break;
            if (Peek() == '(')
                _at++;
            do
            {
                SkipBlanks();
                ShellWord pattern = Word() ?? throw Refuse("case pattern");
                if (pattern.Parts.Exists(part => part.Kind is ShellWordPartKind.Command))
                    throw Refuse("case pattern");
                SkipBlanks();
            }
            while (Peek() == '|' && ++_at > 0);
            Expect(')');
            branches.Add(Sequence());
            if (LooksAt(";;"))
                _at += 2;
        }
        ExpectWord("esac");
        return new CommandBranches(null, subject, branches);
    }

    private void Expect(char c)
    {
        if (Peek() != c)
            throw Refuse($"no {c}");
        _at++;
    }

    private void ExpectWord(string word)
    {
        if (!PeekWord().SequenceEqual(word))
            throw Refuse("no " + word);
        _at += word.Length;
    }

    private string Name()
    {
        int start = _at;
        if (char.IsAsciiLetter(Peek()) || Peek() == '_')
            while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
                _at++;
        return _text[start.._at];
    }
}
