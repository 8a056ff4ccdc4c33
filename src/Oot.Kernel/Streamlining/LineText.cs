namespace Oot.Kernel.Streamlining;

/// <summary>Pieces of a line of byte text, with what Perl's patterns take for a space and for a part of a word (perlrecharclass, without locale).</summary>
internal static class LineText
{
    /// <summary>The six spaces of ASCII.</summary>
    internal const string Spaces = " \t\n\r\f\v";

    internal static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    internal static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    /// <summary>What follows a word and at least one space at the beginning; false where the line begins otherwise.</summary>
    internal static bool After(ReadOnlySpan<char> line, ReadOnlySpan<char> word, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (!line.StartsWith(word, StringComparison.Ordinal) || line.Length == word.Length || !IsSpace(line[word.Length]))
            return false;
        rest = line[word.Length..].TrimStart(Spaces);
        return true;
    }

    /// <summary>The characters up to the first space.</summary>
    internal static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(Spaces);
        return end < 0 ? text : text[..end];
    }
}
