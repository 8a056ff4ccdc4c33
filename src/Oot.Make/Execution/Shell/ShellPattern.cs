using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Patterns of <c>case</c> and of <c>${name%pattern}</c>: <c>*</c> and <c>?</c>, byte by byte. Brackets are not known here.</summary>
internal static class ShellPattern
{
    /// <summary>Whether a pattern's word has only what is known here.</summary>
    public static bool IsKnown(ShellWord pattern)
    {
        foreach (ShellWordPart part in pattern.Parts)
        {
            if (part.Expansion is { } expansion && !(part.IsQuoted && expansion.IsKnown))
                return false;
            if (!part.IsQuoted && part.Text.AsSpan().IndexOfAny('[', '\\') >= 0)
                return false;
        }
        return !pattern.HasTilde(isAssignment: false);
    }

    /// <summary>Whether the whole text matches.</summary>
    /// <param name="pattern">The pattern's characters.</param>
    /// <param name="isQuoted">Which of them stand for themselves; empty: none.</param>
    /// <param name="text">What is looked at.</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<bool> isQuoted, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, restart = 0;
        while (t < text.Length)
        {
            bool isSpecial = p < pattern.Length && (isQuoted.IsEmpty || !isQuoted[p]);
            if (isSpecial && pattern[p] == '*')
            {
                star = p++;
                restart = t;
            }
            else if (p < pattern.Length && ((isSpecial && pattern[p] == '?') || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++restart;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*' && (isQuoted.IsEmpty || !isQuoted[p]))
            p++;
        return p == pattern.Length;
    }

    /// <summary>What <c>%</c>, <c>%%</c>, <c>#</c> or <c>##</c> leaves of a value.</summary>
    public static string Remove(string value, ShellParameterOperation operation, string pattern)
    {
        bool fromEnd = operation is ShellParameterOperation.ShortestEnd or ShellParameterOperation.LongestEnd;
        bool longest = operation is ShellParameterOperation.LongestEnd or ShellParameterOperation.LongestBeginning;
        for (int i = 0; i <= value.Length; i++)
        {
            int length = longest ? value.Length - i : i;
            ReadOnlySpan<char> piece = fromEnd ? value.AsSpan(value.Length - length) : value.AsSpan(0, length);
            if (Matches(pattern, [], piece))
                return fromEnd ? value[..^length] : value[length..];
        }
        return value;
    }
}
