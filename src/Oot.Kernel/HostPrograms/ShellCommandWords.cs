namespace Oot.Kernel.HostPrograms;

/// <summary>
/// Finds, in text for a POSIX shell, the words that name the programs it would run: not arguments, quoted text, comments, patterns or file names. Only words written without
/// quotes and expansions are found, because only those are known before the shell runs.
/// </summary>
internal sealed class ShellCommandWords
{
    /// <summary>Deeper nesting of <c>$(…)</c> is not looked into.</summary>
    private const int MaximumDepth = 50;

    private readonly string text;
    private readonly List<(int Start, Range Word)> found = [];
    private readonly List<string> hereDocuments = [];
    private int at;
    private int depth;

    private ShellCommandWords(string text) => this.text = text;

    /// <summary>Where the words stand, in order, and where the command begins: before a shell that the word is a script of.</summary>
    internal static IReadOnlyList<(int Start, Range Word)> Of(string text)
    {
        var words = new ShellCommandWords(text);
        words.Commands('\0');
        return words.found;
    }

    private char Current => at < text.Length ? text[at] : '\0';

    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    // Commands up to the closing character, which is consumed; '\0' is the end of the text.
    private void Commands(char closer)
    {
        if (++depth > MaximumDepth)
            at = text.Length;
        var state = new ShellCommandState();
        while (at < text.Length)
        {
            char c = text[at];
            if (c == ')' || (c == '`' && closer == '`'))
            {
                at++;
                if (c == '`' || (!state.ClosesParenthesis() && closer == ')'))
                    break;
                continue;
            }
            if (c is ' ' or '\t' || (c == '\\' && Next == '\n'))
                at += c == '\\' ? 2 : 1;
            else if (c == '#')
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
            else if (c is '<' or '>')
                Redirection();
            else if (c is '\n' or ';' or '&' or '|' or '(')
                Operator(c, state);
            else
                Word(closer, state);
        }
        depth--;
    }

    private void Operator(char c, ShellCommandState state)
    {
        bool doubled = c == ';' && Next is ';' or '&';
        at += doubled ? 2 : 1;
        state.Operator(c, doubled);
        if (c == '\n')
            SkipHereDocuments();
    }

    private void Redirection()
    {
        bool input = Current == '<';
        bool hereDocument = input && Next == '<';
        at += hereDocument || Next is '>' or '&' or '|' ? 2 : 1;
        if (hereDocument && Current == '<')
        {
            hereDocument = false;
            at++;
        }
        bool drops = hereDocument && Current == '-';
        if (drops)
            at++;
        if (Current == '(')
        {
            // bash's process substitution
            at++;
            Commands(')');
            return;
        }
        while (Current is ' ' or '\t')
            at++;
        int start = at;
        ReadWord('\0');
        if (hereDocument)
            hereDocuments.Add((drops ? "\t" : "") + text[start..at].Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal));
    }

    private void SkipHereDocuments()
    {
        foreach (string mark in hereDocuments)
        {
            bool ended = false;
            while (!ended && at < text.Length)
            {
                int end = text.IndexOf('\n', at);
                string line = end < 0 ? text[at..] : text[at..end];
                at = end < 0 ? text.Length : end + 1;
                ended = mark.StartsWith('\t') ? line.TrimStart('\t') == mark[1..] : line == mark;
            }
        }
        hereDocuments.Clear();
    }

    private void Word(char closer, ShellCommandState state)
    {
        int start = at;
        bool plain = ReadWord(closer);
        if (at == start)
            at++;
        if (state.Word(text.AsSpan(start, at - start), plain, Current is '<' or '>'))
            found.Add((state.Shell >= 0 ? state.Shell : start, start..at));
        state.Shell = state.EndsInShell ? start : -1;
    }

    // Reads to the end of a word; false when it has quotes or expansions.
    private bool ReadWord(char closer)
    {
        bool plain = true;
        while (at < text.Length)
        {
            char c = text[at];
            if (c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' || (c == '`' && closer == '`'))
                break;
            plain &= c is not ('\'' or '"' or '\\' or '$' or '`');
            Part(closer);
        }
        return plain;
    }

    // One character of a word, or one quoted or expanded part of it.
    private void Part(char closer)
    {
        char c = text[at++];
        switch (c)
        {
            case '\\':
                at = Math.Min(at + 1, text.Length);
                break;
            case '\'':
                at = text.IndexOf('\'', at) is >= 0 and var end ? end + 1 : text.Length;
                break;
            case '"':
                while (at < text.Length && text[at] != '"')
                {
                    if (text[at] is '\'' || (text[at] == '`' && closer == '`'))
                        at++;
                    else
                        Part(closer);
                }
                at = Math.Min(at + 1, text.Length);
                break;
            case '`':
                Commands('`');
                break;
            case '$' when Current == '(' && Next == '(':
                at += 2;
                SkipArithmetic();
                break;
            case '$' when Current == '(':
                at++;
                Commands(')');
                break;
            case '$' when Current == '{':
                at++;
                while (at < text.Length && text[at] != '}')
                    Part(closer);
                at = Math.Min(at + 1, text.Length);
                break;
        }
    }

    private void SkipArithmetic()
    {
        for (int open = 2; at < text.Length && open > 0; at++)
            open += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
    }
}
