namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>A name in which <c>*</c> stands for any bytes, as modpost's lists of sections and symbols have them.</summary>
internal static class NamePattern
{
    public static bool MatchesAny(this string[] patterns, ReadOnlySpan<byte> name)
    {
        foreach (string pattern in patterns)
        {
            if (Matches(pattern, name))
                return true;
        }
        return false;
    }

    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<byte> name)
    {
        // Where the last star was, and how much it stands for: the only point to go back to.
        int p = 0, n = 0, star = -1, from = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, from) = (p++, n);
            else if (p < pattern.Length && pattern[p] == name[n])
                (p, n) = (p + 1, n + 1);
            else if (star >= 0)
                (p, n) = (star + 1, ++from);
            else
                return false;
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
