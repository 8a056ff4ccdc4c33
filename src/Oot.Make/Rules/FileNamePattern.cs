namespace Oot.Make.Rules;

/// <summary>
/// Shell patterns over one name as the C library's <c>fnmatch</c> takes them in the C locale: <c>?</c>, <c>*</c>,
/// <c>[…]</c> with ranges, classes and negation, backslash escapes. A period that opens a name matches only itself.
/// </summary>
internal static class FileNamePattern
{
    /// <summary>Whether <paramref name="name"/> fits the pattern.</summary>
    /// <param name="keepSlash">A slash matches only itself, and a period after one is a leading period (<c>FNM_PATHNAME</c>).</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, bool keepSlash = false)
    {
        int p = 0, n = 0, starPattern = -1, starName = 0;
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (IsLeadingPeriod(name, n, keepSlash))
                    return false;
                starPattern = ++p;
                starName = n;
                continue;
            }
            if (p == pattern.Length && n == name.Length)
                return true;
            if (p < pattern.Length && One(pattern, ref p, name, n, keepSlash))
            {
                n++;
                continue;
            }
            // Only the last star needs another try: what an earlier one could gain, this one can.
            if (starPattern < 0 || starName >= name.Length || (keepSlash && name[starName] == '/'))
                return false;
            p = starPattern;
            n = ++starName;
        }
    }

    /// <summary>What of a pattern is not literal; glob looks at the disk differently for each.</summary>
    public static PatternKind KindOf(ReadOnlySpan<char> pattern)
    {
        PatternKind kind = PatternKind.Literal;
        for (int i = 0; i < pattern.Length; i++)
            switch (pattern[i])
            {
                case '?' or '*':
                    return PatternKind.Special;
                case '\\':
                    i++;
                    kind |= PatternKind.Escape;
                    break;
                case '[':
                    kind |= PatternKind.Bracket;
                    break;
                case ']' when (kind & PatternKind.Bracket) != 0:
                    return PatternKind.Special;
            }
        return kind;
    }

    /// <summary>Matches the pattern's element at <paramref name="p"/>, which is no star, with one character and steps over it.</summary>
    private static bool One(ReadOnlySpan<char> pattern, ref int p, ReadOnlySpan<char> name, int n, bool keepSlash)
    {
        if (n == name.Length)
            return false;
        char c = pattern[p];
        bool wildAllowed = !(keepSlash && name[n] == '/') && !IsLeadingPeriod(name, n, keepSlash);
        switch (c)
        {
            case '?':
                p++;
                return wildAllowed;
            case '[':
                if (!wildAllowed)
                    return false;
                int end = p + 1;
                if (BracketExpression.Match(pattern, ref end, name[n]) is { } inside)
                {
                    p = end;
                    return inside;
                }
                break;
            case '\\':
                if (p + 1 == pattern.Length)
                    return false;
                c = pattern[++p];
                break;
        }
        p++;
        return name[n] == c;
    }

    private static bool IsLeadingPeriod(ReadOnlySpan<char> name, int n, bool keepSlash) =>
        n < name.Length && name[n] == '.' && (n == 0 || (keepSlash && name[n - 1] == '/'));
}
