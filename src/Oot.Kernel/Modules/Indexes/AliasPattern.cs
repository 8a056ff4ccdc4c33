namespace Oot.Kernel.Modules.Indexes;

/// <summary>An alias that a module declares, as <c>fnmatch</c> reads it: <c>*</c>, <c>?</c>, <c>[a-f]</c>, <c>[!x]</c>, and a backslash before a character that stands for itself.</summary>
internal static class AliasPattern
{
    /// <summary>Whether the whole text fits.</summary>
    internal static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, restart = 0;
        while (t < text.Length)
        {
            int after = p;
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = ++p;
                restart = t;
            }
            else if (p < pattern.Length && One(pattern, ref after, text[t]))
            {
                p = after;
                t++;
            }
            else if (star >= 0)
            {
                p = star;
                t = ++restart;
            }
            else
                return false;
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    /// <summary>
    /// An alias with every <c>-</c> outside of brackets as <c>_</c>, which is how the indexes have names; null where a bracket has no partner.
    /// </summary>
    internal static string? Normalize(string alias)
    {
        char[] result = alias.ToCharArray();
        for (int i = 0; i < result.Length; i++)
        {
            if (result[i] == '-')
                result[i] = '_';
            else if (result[i] == ']')
                return null;
            else if (result[i] == '[')
            {
                int close = alias.IndexOf(']', i);
                if (close < 0)
                    return null;
                i = close;
            }
        }
        return new string(result);
    }

    private static bool One(ReadOnlySpan<char> pattern, ref int p, char c)
    {
        char first = pattern[p++];
        if (first == '?')
            return true;
        if (first == '\\' && p < pattern.Length)
            return pattern[p++] == c;
        if (first != '[')
            return first == c;
        int start = p;
        bool negated = p < pattern.Length && (pattern[p] is '!' or '^');
        if (negated)
            p++;
        bool found = false;
        for (bool atStart = true; p < pattern.Length; atStart = false)
        {
            char low = pattern[p++];
            if (low == ']' && !atStart)
                return found != negated;
            if (low == '\\' && p < pattern.Length)
                low = pattern[p++];
            char high = low;
            if (p + 1 < pattern.Length && pattern[p] == '-' && pattern[p + 1] != ']')
            {
                high = pattern[p + 1];
                p += 2;
            }
            found |= c >= low && c <= high;
        }
        // Without its end the bracket is a character like any other.
        p = start;
        return c == '[';
    }
}
