namespace Oot.Make.Shell;

/// <summary>Commands that begin with a reserved word.</summary>
internal sealed partial class ShellParser
{
    private ShellNode.If? If()
    {
        ShellNode? condition = List(), then, otherwise = null;
        if (condition is null || !Accept("then") || (then = List()) is null || ++_depth > MaximumDepth)
            return null;
        if (Accept("elif"))
        {
            if ((otherwise = If()) is null)
                return null;
            _depth--;
            return new ShellNode.If(condition, then, otherwise);
        }
        if (Accept("else") && (otherwise = List()) is null)
            return null;
        _depth--;
        return Accept("fi") ? new ShellNode.If(condition, then, otherwise) : null;
    }

    private ShellNode.For? For()
    {
        if (_token.Word?.Plain is not { } variable || !IsName(variable))
            return null;
        Advance();
        SkipNewlines();
        List<ShellWord>? words = null;
        if (Accept("in"))
        {
            words = [];
            while (_token.Kind == ShellTokenKind.Word)
            {
                words.Add(_token.Word!);
                Advance();
            }
        }
        if (!Accept(ShellTokenKind.Semicolon) && !Accept(ShellTokenKind.Newline) && words is not null)
            return null;
        SkipNewlines();
        return Accept("do") && List() is { } body && Accept("done") ? new ShellNode.For(variable, words, body) : null;
    }

    private ShellNode.While? While()
    {
        bool isUntil = _token.Is("until");
        Advance();
        return List() is { } condition && Accept("do") && List() is { } body && Accept("done") ? new ShellNode.While(condition, isUntil, body) : null;
    }

    private ShellNode.Case? Case()
    {
        if (_token.Word is not { } subject)
            return null;
        Advance();
        SkipNewlines();
        if (!Accept("in"))
            return null;
        var branches = new List<ShellCaseBranch>();
        SkipNewlines();
        while (!Accept("esac"))
        {
            _ = Accept(ShellTokenKind.Open);
            var patterns = new List<ShellWord>();
            do
            {
                if (_token.Word is not { } pattern)
                    return null;
                patterns.Add(pattern);
                Advance();
            }
            while (Accept(ShellTokenKind.Pipe));
            if (!Accept(ShellTokenKind.Close))
                return null;
            ShellNode? body = List();
            branches.Add(new ShellCaseBranch(patterns, body));
            if (!Accept(ShellTokenKind.DoubleSemicolon) && !_token.Is("esac"))
                return null;
            SkipNewlines();
        }
        return new ShellNode.Case(subject, branches);
    }
}
