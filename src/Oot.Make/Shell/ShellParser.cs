namespace Oot.Make.Shell;

/// <summary>
/// Makes a tree of a script: the POSIX shell's grammar as dash 0.5.12 reads it (parser.c). Null for what is no correct script, and for some rarities: such a script is left to
/// the real shell, error messages included. What is done with the tree is others' business: <see cref="Execution.Shell.ShellCompiler"/> runs it, <see cref="Caching.CommandJudge"/>
/// finds out what it could do.
/// </summary>
internal sealed partial class ShellParser
{
    /// <summary>Deeper nesting than this, and longer chains of <c>&amp;&amp;</c>, are left to the real shell.</summary>
    private const int MaximumDepth = 50, LongestChain = 1000;

    private readonly ShellReader _reader;
    private ShellToken _token;
    private int _line = 1, _depth;
    private bool _failed;

    private ShellParser(ShellReader reader)
    {
        _reader = reader;
        Advance();
    }

    /// <summary>The whole script; null when it is left to the real shell, or is empty.</summary>
    /// <param name="text">The script.</param>
    /// <param name="processNumber">What <c>$$</c> stands for; null: it is a parameter.</param>
    public static ShellNode? Parse(string text, string? processNumber = null) => Parse(new ShellReader(text, processNumber), ShellTokenKind.End);

    /// <summary>Commands up to a token, which is read; null when they are not understood, or there are none.</summary>
    internal static ShellNode? Parse(ShellReader reader, ShellTokenKind end)
    {
        var parser = new ShellParser(reader);
        ShellNode? tree = parser.List();
        return parser._token.Kind == end && !parser._failed ? tree : null;
    }

    private void Advance()
    {
        _token = _reader.Next();
        _line = _reader.Line;
    }

    private bool Accept(ShellTokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool Accept(string reserved)
    {
        if (!_token.Is(reserved))
            return false;
        Advance();
        return true;
    }

    private void SkipNewlines()
    {
        while (_token.Kind == ShellTokenKind.Newline)
            Advance();
    }

    /// <summary>Whether a list ends here: nothing that begins a command.</summary>
    private bool AtListEnd() => _token.Kind switch
    {
        ShellTokenKind.End or ShellTokenKind.Close or ShellTokenKind.DoubleSemicolon or ShellTokenKind.Unsupported => true,
        ShellTokenKind.Word => _token.Word!.Plain is "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}",
        _ => false,
    };

    /// <summary>One or more commands; null for none.</summary>
    private ShellNode? List()
    {
        if (++_depth > MaximumDepth)
            return Fail();
        List<ShellNode>? more = null;
        ShellNode? first = null;
        SkipNewlines();
        while (!AtListEnd())
        {
            ShellNode? command = AndOr();
            if (command is null)
                return Fail();
            bool goesOn = true;
            if (Accept(ShellTokenKind.Ampersand))
                command = new ShellNode.Background(command);
            else
                goesOn = _token.Kind is ShellTokenKind.Semicolon or ShellTokenKind.Newline;
            if (_token.Kind == ShellTokenKind.Semicolon)
                Advance();
            if (first is null)
                first = command;
            else
                (more ??= [first]).Add(command);
            if (!goesOn)
                break;
            SkipNewlines();
        }
        _depth--;
        return more is null ? first : new ShellNode.Sequence(more);
    }

    /// <summary>An empty list may be right, so that nothing was read does not say that something was wrong.</summary>
    private ShellNode? Fail()
    {
        _failed = true;
        return null;
    }

    private ShellNode? AndOr()
    {
        ShellNode? left = Pipeline();
        for (int links = 0; left is not null && _token.Kind is ShellTokenKind.And or ShellTokenKind.Or; links++)
        {
            if (links == LongestChain)
                return null;
            bool isOr = _token.Kind == ShellTokenKind.Or;
            Advance();
            SkipNewlines();
            ShellNode? right = Pipeline();
            left = right is null ? null : new ShellNode.AndOr(left, isOr, right);
        }
        return left;
    }

    private ShellNode? Pipeline()
    {
        bool negated = Accept("!");
        ShellNode? command = Command();
        List<ShellNode>? stages = null;
        while (command is not null && Accept(ShellTokenKind.Pipe))
        {
            SkipNewlines();
            (stages ??= [command]).Add(command = Command()!);
        }
        if (command is null)
            return null;
        if (stages is not null)
            command = new ShellNode.Pipeline(stages);
        return negated ? new ShellNode.Not(command) : command;
    }

    private ShellNode? Command()
    {
        int line = _line;
        ShellNode? command;
        if (Accept(ShellTokenKind.Open))
        {
            command = List();
            if (command is null || !Accept(ShellTokenKind.Close) || Redirections() is not { } ofSubshell)
                return null;
            return new ShellNode.Subshell(command, ofSubshell, line);
        }
        switch (_token.Word?.Plain)
        {
            case "{":
                Advance();
                command = List();
                if (!Accept("}"))
                    return null;
                break;
            case "if":
                Advance();
                command = If();
                break;
            case "for":
                Advance();
                command = For();
                break;
            case "while" or "until":
                command = While();
                break;
            case "case":
                Advance();
                command = Case();
                break;
            case "!":
                return null;
            default:
                return AtListEnd() ? null : Simple();
        }
        if (command is null || Redirections() is not { } redirections)
            return null;
        if (redirections.Count == 0)
            return command;
        // dash puts them in the place of the subshell's own.
        return command is ShellNode.Subshell ? null : new ShellNode.Redirected(command, redirections, line);
    }

    private ShellNode? Simple()
    {
        // dash takes the line when it has read the first word, and what is behind it up to the next word's first character.
        int line = _line;
        var assignments = new List<ShellAssignment>();
        var words = new List<ShellWord>();
        var redirections = new List<ShellRedirection>();
        while (true)
        {
            if (_token.Kind == ShellTokenKind.Redirection)
            {
                if (Redirection() is not { } redirection)
                    return null;
                redirections.Add(redirection);
            }
            else if (_token.Kind == ShellTokenKind.Word)
            {
                ShellWord word = _token.Word!;
                if (words.Count == 0 && AsAssignment(word) is { } assignment)
                    assignments.Add(assignment);
                else
                    words.Add(word);
                Advance();
                if (_token.Kind == ShellTokenKind.Open && words.Count == 1 && assignments.Count + redirections.Count == 0)
                    return Function(word);
            }
            else
            {
                break;
            }
        }
        if (_token.Kind is ShellTokenKind.Open or ShellTokenKind.Unsupported || assignments.Count + words.Count + redirections.Count == 0)
            return null;
        return new ShellNode.Simple(assignments, words, redirections, line);
    }

    private ShellNode.Function? Function(ShellWord name)
    {
        Advance();
        if (!Accept(ShellTokenKind.Close) || name.Plain is not { } text || !IsName(text) || ++_depth > MaximumDepth)
            return null;
        SkipNewlines();
        ShellNode? body = Command();
        _depth--;
        return body is null ? null : new ShellNode.Function(text, body);
    }

    private List<ShellRedirection>? Redirections()
    {
        List<ShellRedirection> redirections = [];
        while (_token.Kind == ShellTokenKind.Redirection)
        {
            if (Redirection() is not { } redirection)
                return null;
            redirections.Add(redirection);
        }
        return redirections;
    }

    private ShellRedirection? Redirection()
    {
        ShellToken operation = _token;
        Advance();
        if (_token.Word is not { } target)
            return null;
        var redirection = new ShellRedirection(operation.Redirection, operation.Descriptor, target);
        // Its text is read with the line's end, which may be the next token.
        if (operation.Redirection is ShellRedirectionKind.Document or ShellRedirectionKind.IndentedDocument && !_reader.Await(redirection))
            return null;
        Advance();
        return redirection;
    }

    private static ShellAssignment? AsAssignment(ShellWord word)
    {
        if (word.Parts[0] is not { IsQuoted: false, Expansion: null, Text: var text })
            return null;
        int equals = text.IndexOf('=');
        if (equals <= 0 || !IsName(text.AsSpan(0, equals)))
            return null;
        var parts = new List<ShellWordPart> { new(text[(equals + 1)..], false) };
        for (int i = 1; i < word.Parts.Count; i++)
            parts.Add(word.Parts[i]);
        return new ShellAssignment(text[..equals], new ShellWord(parts));
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !ShellReader.IsNameStart(text[0]))
            return false;
        foreach (char c in text)
        {
            if (!ShellReader.IsNameStart(c) && !char.IsAsciiDigit(c))
                return false;
        }
        return true;
    }
}
