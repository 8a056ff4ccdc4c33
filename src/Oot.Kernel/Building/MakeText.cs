namespace Oot.Kernel.Building;

/// <summary>Pieces of makefile text.</summary>
internal static class MakeText
{
    /// <summary>The variables that a text reads, nested ones too: <c>$(X)</c>, <c>${X}</c>, <c>$(X:a=b)</c>; not <c>$$X</c>.</summary>
    internal static IEnumerable<string> References(string text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '$')
                continue;
            if (text[i + 1] == '$')
            {
                i++;
                continue;
            }
            if (text[i + 1] is not ('(' or '{'))
                continue;
            int end = i + 2;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
                end++;
            if (end > i + 2 && end < text.Length && text[end] is ')' or '}' or ':')
                yield return text[(i + 2)..end];
        }
    }

    /// <summary>The words of a command: blanks inside quotes, references and back-quotes do not separate; quotes around a whole value are removed.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        int depth = 0;
        char quote = '\0';
        bool any = false;
        foreach (char c in text)
        {
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
                if (c != quote && (c is not ('"' or '\'') || quote == '`') && quote != '\0' || c == '`')
                    word.Append(c);
                continue;
            }
            if (depth == 0 && c is '"' or '\'' or '`')
            {
                quote = c;
                any = true;
                if (c == '`')
                    word.Append(c);
            }
            else if (depth == 0 && c is ' ' or '\t')
            {
                if (any)
                    words.Add(word.ToString());
                word.Clear();
                any = false;
            }
            else
            {
                depth += c is '(' or '{' ? 1 : c is ')' or '}' && depth > 0 ? -1 : 0;
                word.Append(c);
                any = true;
            }
        }
        if (any)
            words.Add(word.ToString());
        return words;
    }
}
