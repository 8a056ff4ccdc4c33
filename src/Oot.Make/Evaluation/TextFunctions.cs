using System.Globalization;
using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The functions on text and lists of words.</summary>
internal static class TextFunctions
{
    public static void Substitute(Expander expander, string[] arguments, StringBuilder output) =>
        PatternText.Replace(output, arguments[2], arguments[0], arguments[1], byWord: false);

    public static void PatternSubstitute(Expander expander, string[] arguments, StringBuilder output) =>
        PatternText.Substitute(output, arguments[2], arguments[0], arguments[1]);

    public static void Strip(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            AppendWord(output, word, ref any);
    }

    public static void FindString(Expander expander, string[] arguments, StringBuilder output)
    {
        if (arguments[1].Contains(arguments[0], StringComparison.Ordinal))
            output.Append(arguments[0]);
    }

    public static void Filter(Expander expander, string[] arguments, StringBuilder output) => Filter(arguments, output, keepMatching: true);

    public static void FilterOut(Expander expander, string[] arguments, StringBuilder output) => Filter(arguments, output, keepMatching: false);

    /// <summary>As <c>$(filter)</c>, of words that are known one by one.</summary>
    public static void FilterNames(string patterns, string[] names, StringBuilder output) => Filter(patterns, names, output, keepMatching: true);

    /// <summary>As <c>$(filter-out)</c>, of words that are known one by one.</summary>
    public static void FilterOutNames(string patterns, string[] names, StringBuilder output) => Filter(patterns, names, output, keepMatching: false);

    private static void Filter(string[] arguments, StringBuilder output, bool keepMatching)
    {
        var filter = new WordFilter(arguments[0]);
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[1]))
            if (filter.Matches(word) == keepMatching)
                AppendWord(output, word, ref any);
    }

    private static void Filter(string patterns, string[] names, StringBuilder output, bool keepMatching)
    {
        var filter = new WordFilter(patterns);
        bool any = false;
        foreach (string name in names)
            if (filter.Matches(name) == keepMatching)
                AppendWord(output, name, ref any);
    }

    public static void Sort(Expander expander, string[] arguments, StringBuilder output)
    {
        var words = new List<string>();
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            words.Add(word.ToString());
        words.Sort(string.CompareOrdinal);
        bool any = false;
        for (int i = 0; i < words.Count; i++)
            if (i == 0 || words[i] != words[i - 1])
                AppendWord(output, words[i], ref any);
    }

    public static void Word(Expander expander, string[] arguments, StringBuilder output)
    {
        long index = ParseNumber(expander, arguments[0], "invalid first argument to 'word' function");
        if (index < 1)
            throw expander.Fatal("first argument to 'word' function must be greater than 0");
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[1]))
            if (--index == 0)
            {
                output.Append(word);
                return;
            }
    }

    public static void WordList(Expander expander, string[] arguments, StringBuilder output)
    {
        const string First = "invalid first argument to 'wordlist' function", Second = "invalid second argument to 'wordlist' function";
        long start = ParseNumber(expander, arguments[0], First);
        if (start < 1)
            throw expander.Fatal($"{First}: '{start}'");
        long stop = ParseNumber(expander, arguments[1], Second);
        if (stop < 0)
            throw expander.Fatal($"{Second}: '{stop}'");
        long index = 0;
        int from = -1, to = 0;
        var words = new WordEnumerator(arguments[2]);
        while (index < stop && words.MoveNext())
        {
            if (++index < start)
                continue;
            if (from < 0)
                from = words.Start;
            to = words.End;
        }
        if (from >= 0)
            output.Append(arguments[2], from, to - from);
    }

    public static void Words(Expander expander, string[] arguments, StringBuilder output)
    {
        int count = 0;
        var words = new WordEnumerator(arguments[0]);
        while (words.MoveNext())
            count++;
        output.Append(CultureInfo.InvariantCulture, $"{count}");
    }

    public static void FirstWord(Expander expander, string[] arguments, StringBuilder output)
    {
        var words = new WordEnumerator(arguments[0]);
        if (words.MoveNext())
            output.Append(words.Current);
    }

    public static void LastWord(Expander expander, string[] arguments, StringBuilder output)
    {
        string text = arguments[0];
        int end = text.Length;
        while (end > 0 && Characters.IsSpace(text[end - 1]))
            end--;
        int start = end;
        while (start > 0 && !Characters.IsSpace(text[start - 1]))
            start--;
        output.Append(text, start, end - start);
    }

    /// <summary>Appends a word and, before all but the first, a blank.</summary>
    internal static void AppendWord(StringBuilder output, ReadOnlySpan<char> word, ref bool any)
    {
        if (any)
            output.Append(' ');
        output.Append(word);
        any = true;
    }

    /// <summary>A decimal number as strtoll reads it; anything else stops with <paramref name="message"/>.</summary>
    private static long ParseNumber(Expander expander, string text, string message)
    {
        string number = Characters.Strip(text);
        if (number.Length == 0)
            throw expander.Fatal($"{message}: empty value");
        ReadOnlySpan<char> digits = number.AsSpan(number[0] is '-' or '+' ? 1 : 0);
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            throw expander.Fatal($"{message}: '{text}'");
        if (!long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            throw expander.Fatal($"{message}: '{text}' out of range");
        return value;
    }
}
