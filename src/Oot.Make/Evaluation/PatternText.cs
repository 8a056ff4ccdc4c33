using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>Text replacement by fixed strings and by <c>%</c> patterns.</summary>
internal static class PatternText
{
    /// <summary><c>$(patsubst)</c>: words that match <paramref name="pattern"/> become <paramref name="replacement"/>.</summary>
    public static void Substitute(StringBuilder output, ReadOnlySpan<char> text, string pattern, string replacement)
    {
        int patternPercent = Quoting.FindPercent(ref pattern);
        int replacementPercent = Quoting.FindPercent(ref replacement);
        Substitute(output, text, pattern, patternPercent, replacement, replacementPercent);
    }

    /// <summary>As the other overload with the places of the unquoted <c>%</c> known (−1: none).</summary>
    public static void Substitute(StringBuilder output, ReadOnlySpan<char> text, string pattern, int patternPercent, string replacement, int replacementPercent)
    {
        if (patternPercent < 0)
        {
            Replace(output, text.ToString(), pattern, replacement, byWord: true);
            return;
        }
        ReadOnlySpan<char> prefix = pattern.AsSpan(0, patternPercent);
        ReadOnlySpan<char> suffix = pattern.AsSpan(patternPercent + 1);
        ReadOnlySpan<char> before = replacementPercent < 0 ? replacement : replacement.AsSpan(0, replacementPercent);
        ReadOnlySpan<char> after = replacementPercent < 0 ? [] : replacement.AsSpan(replacementPercent + 1);
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(text))
        {
            bool matches = word.Length >= prefix.Length + suffix.Length && word.StartsWith(prefix) && word.EndsWith(suffix);
            if (!matches)
                output.Append(word);
            else if (replacementPercent < 0)
                output.Append(before);
            else
                output.Append(before).Append(word[prefix.Length..^suffix.Length]).Append(after);
            // A replacement that is empty for certain leaves no gap; one that came out empty by its stem does.
            if (!matches || before.Length > 0 || (replacementPercent >= 0 && word.Length + after.Length > 0))
            {
                output.Append(' ');
                any = true;
            }
        }
        if (any)
            output.Length--;
    }

    /// <summary><c>$(subst)</c>, and with <paramref name="byWord"/> only where <paramref name="find"/> is a whole word.</summary>
    public static void Replace(StringBuilder output, string text, string find, string replacement, bool byWord)
    {
        if (find.Length == 0 && !byWord)
        {
            output.Append(text).Append(replacement);
            return;
        }
        int at = 0;
        do
        {
            int found = find.Length == 0
                ? Characters.EndOfToken(text, Characters.NextToken(text, at))
                : text.IndexOf(find, at, StringComparison.Ordinal);
            if (found < 0)
            {
                output.Append(text, at, text.Length - at);
                return;
            }
            output.Append(text, at, found - at);
            int end = found + find.Length;
            bool partOfWord = byWord
                && ((found > 0 && !Characters.IsSpace(text[found - 1])) || (end < text.Length && !Characters.IsSpace(text[end])));
            output.Append(partOfWord ? find : replacement);
            at = end;
        }
        while (at < text.Length);
    }

    /// <summary>Whether <paramref name="word"/> matches a pattern whose unquoted <c>%</c> is at <paramref name="percent"/>.</summary>
    public static bool Matches(string pattern, int percent, ReadOnlySpan<char> word) =>
        percent < 0
            ? word.SequenceEqual(pattern)
            : word.Length >= pattern.Length - 1 && word.StartsWith(pattern.AsSpan(0, percent)) && word.EndsWith(pattern.AsSpan(percent + 1));
}
