namespace Oot.Make.Rules;

/// <summary>Shell patterns for one path component: <c>*</c>, <c>?</c>, <c>[…]</c>, backslash; a leading dot is only matched by a dot.</summary>
internal static class FileNamePattern
{
    /// <summary>Whether a text has characters that make it a pattern.</summary>
    public static bool HasMagic(ReadOnlySpan<char> text) => text.ContainsAny('*', '?', '[');

    /// <summary>Whether <paramref name="name"/> matches (fnmatch with FNM_PERIOD, in the C locale).</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (name.Length > 0 && name[0] == '.' && (pattern.IsEmpty || pattern[0] is '*' or '?' or '['))
            return false;
        return MatchesHere(pattern, name);
    }

    private static bool MatchesHere(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        // One star is remembered at a time: a later one makes going back to an earlier one pointless.
        int p = 0, n = 0, starPattern = -1, starName = 0;
        while (n < name.Length || p < pattern.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starPattern = ++p;
                starName = n;
                continue;
            }
            if (n < name.Length && p < pattern.Length && MatchOne(pattern, ref p, name[n]))
            {
                n++;
                continue;
            }
            if (starPattern < 0 || starName >= name.Length)
                return false;
            p = starPattern;
            n = ++starName;
        }
        return true;
    }

    /// <summary>Matches one character; <paramref name="at"/> moves behind what matched it only on success.</summary>
    private static bool MatchOne(ReadOnlySpan<char> pattern, ref int at, char c)
    {
        char p = pattern[at];
        if (p == '?')
        {
            at++;
            return true;
        }
        if (p == '[' && MatchSet(pattern, at, c, out bool matches, out int end))
        {
            if (matches)
                at = end;
            return matches;
        }
        int literal = at;
        if (p == '\\' && at + 1 < pattern.Length)
            literal++;
        if (pattern[literal] != c)
            return false;
        at = literal + 1;
        return true;
    }

    /// <summary>Reads <c>[…]</c>; false if it never closes and so is no set.</summary>
    private static bool MatchSet(ReadOnlySpan<char> pattern, int at, char c, out bool matches, out int end)
    {
        matches = false;
        end = at + 1;
        bool negated = end < pattern.Length && pattern[end] is '!' or '^';
        if (negated)
            end++;
        for (int first = end; ; )
        {
            if (end >= pattern.Length)
                return false;
            if (pattern[end] == ']' && end > first)
                break;
            if (pattern[end] == '[' && end + 1 < pattern.Length && pattern[end + 1] == ':'
                && pattern[(end + 2)..].IndexOf(":]") is >= 0 and var length)
            {
                matches |= IsInClass(pattern.Slice(end + 2, length), c);
                end += length + 4;
                continue;
            }
            char low = Next(pattern, ref end);
            char high = low;
            if (end + 1 < pattern.Length && pattern[end] == '-' && pattern[end + 1] != ']')
            {
                end++;
                high = Next(pattern, ref end);
            }
            matches |= c >= low && c <= high;
        }
        end++;
        matches ^= negated;
        return true;
    }

    private static char Next(ReadOnlySpan<char> pattern, ref int at)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length)
            at++;
        return pattern[at++];
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "lower" => char.IsAsciiLetterLower(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "blank" => c is ' ' or '\t',
        "punct" => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        "print" => c is >= ' ' and < '\x7f',
        "graph" => c is > ' ' and < '\x7f',
        "cntrl" => c is < ' ' or '\x7f',
        _ => false,
    };
}
