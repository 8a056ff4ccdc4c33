namespace Oot.Make.Syntax;

/// <summary>The kinds of words in a line that names targets.</summary>
internal enum MakefileWordKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>Text, with or without references.</summary>
    Text,

    /// <summary><c>:</c>, <c>::</c>, <c>&amp;:</c> or <c>&amp;::</c></summary>
    Colon,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>An assignment operator.</summary>
    Assignment,
}

/// <summary>A word of a rule line: where it is and what it is.</summary>
internal readonly record struct MakefileWord(MakefileWordKind Kind, int Start, int End)
{
    /// <summary>The word at or after <paramref name="at"/>.</summary>
    public static MakefileWord Next(ReadOnlySpan<char> line, int at)
    {
        int start = Characters.NextToken(line, at);
        ReadOnlySpan<char> rest = line[start..];
        (MakefileWordKind kind, int length) = rest switch
        {
            [] => (MakefileWordKind.End, 0),
            [';', ..] => (MakefileWordKind.Semicolon, 1),
            ['=', ..] => (MakefileWordKind.Assignment, 1),
            [':', '=', ..] => (MakefileWordKind.Assignment, 2),
            [':', ':', ..] => (MakefileWordKind.Colon, 2),
            [':', ..] => (MakefileWordKind.Colon, 1),
            ['&', ':', ':', ..] => (MakefileWordKind.Colon, 3),
            ['&', ':', ..] => (MakefileWordKind.Colon, 2),
            ['+' or '?' or '!', '=', ..] => (MakefileWordKind.Assignment, 2),
            _ => (MakefileWordKind.Text, TextLength(rest)),
        };
        return new MakefileWord(kind, start, start + length);
    }

    private static int TextLength(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            char next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (Characters.IsSpace(c) || c is '=' or ':' || (c is '?' or '+' && next == '=') || (c == '&' && next == ':'))
                return at;
            at = c switch
            {
                '$' when next == '\0' => text.Length,
                '$' when next == '$' => at + 2,
                '$' => Quoting.EndOfReference(text, at),
                '\\' when next is ':' or ';' or '=' or '\\' => at + 2,
                _ => at + 1,
            };
        }
        return at;
    }
}
