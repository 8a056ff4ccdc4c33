namespace Oot.Make.Rules;

/// <summary><c>[…]</c> of a shell pattern: one character out of a set, in the C locale.</summary>
internal static class BracketExpression
{
    /// <summary>Whether the expression contains <paramref name="subject"/>; null where no bracket closes it, and it is literal text.</summary>
    /// <param name="p">The position after the opening bracket; on return after the closing one.</param>
    public static bool? Match(ReadOnlySpan<char> pattern, ref int p, char subject)
    {
        bool negated = p < pattern.Length && pattern[p] is '!' or '^';
        if (negated)
            p++;
        bool found = false;
        for (bool first = true; ; first = false)
        {
            if (p >= pattern.Length)
                return null;
            if (pattern[p] == ']' && !first)
                break;
            if (NamedClass(pattern, ref p, subject) is { } inClass)
            {
                if (inClass is Membership.Unknown)
                    return Impossible(ref p, pattern);
                found |= inClass is Membership.In;
                continue;
            }
            int low = Element(pattern, ref p);
            int high = low;
            if (low >= 0 && p + 1 < pattern.Length && pattern[p] == '-' && pattern[p + 1] != ']')
            {
                p++;
                high = Element(pattern, ref p);
            }
            if (low < 0 || high < 0)
                return Impossible(ref p, pattern);
            found |= subject >= low && subject <= high;
        }
        p++;
        return found != negated;
    }

    /// <summary>A class nobody knows or a lone backslash: nothing matches, negated or not.</summary>
    private static bool? Impossible(ref int p, ReadOnlySpan<char> pattern)
    {
        p = pattern.Length;
        return false;
    }

    /// <summary>One character, escaped, or a collating symbol <c>[.x.]</c> of one character; -1 for what can match nothing.</summary>
    private static int Element(ReadOnlySpan<char> pattern, ref int p)
    {
        char c = pattern[p++];
        if (c == '\\')
            return p < pattern.Length ? pattern[p++] : -1;
        if (c != '[' || p >= pattern.Length || pattern[p] != '.')
            return c;
        int close = pattern[(p + 1)..].IndexOf(".]");
        if (close != 1)
            return -1;
        c = pattern[p + 1];
        p += 4;
        return c;
    }

    private enum Membership
    {
        Out,
        In,
        Unknown,
    }

    /// <summary><c>[:name:]</c> or <c>[=x=]</c> at <paramref name="p"/>; null where neither stands there.</summary>
    private static Membership? NamedClass(ReadOnlySpan<char> pattern, ref int p, char subject)
    {
        ReadOnlySpan<char> rest = pattern[p..];
        if (rest.Length >= 5 && rest[0] == '[' && rest[1] == '=' && rest[3] == '=' && rest[4] == ']')
        {
            p += 5;
            return subject == rest[2] ? Membership.In : Membership.Out;
        }
        if (!rest.StartsWith("[:"))
            return null;
        int length = rest[2..].IndexOfAnyExceptInRange('a', 'y');
        if (length < 0 || !rest[(2 + length)..].StartsWith(":]"))
            return null;
        p += length + 4;
        return Contains(rest.Slice(2, length), subject) switch
        {
            true => Membership.In,
            false => Membership.Out,
            null => Membership.Unknown,
        };
    }

    private static bool? Contains(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "blank" => c is ' ' or '\t',
        "cntrl" => c is < ' ' or '\x7f',
        "digit" => char.IsAsciiDigit(c),
        "graph" => c is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower(c),
        "print" => c is >= ' ' and < '\x7f',
        "punct" => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        _ => null,
    };
}
