namespace Oot.Make.Syntax;

/// <summary>make's character classes, those of the C locale.</summary>
internal static class Characters
{
    /// <summary>Space or tab.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>A blank or one of the line-breaking white-space characters.</summary>
    public static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    /// <summary>A character that a function's name may hold.</summary>
    public static bool IsFunctionName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    /// <summary>The index of the first non-space character at or after <paramref name="at"/>.</summary>
    public static int NextToken(ReadOnlySpan<char> text, int at = 0)
    {
        while (at < text.Length && IsSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>The index of the first space character at or after <paramref name="at"/>.</summary>
    public static int EndOfToken(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !IsSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>Without leading and trailing space characters.</summary>
    public static string Strip(string text)
    {
        int start = 0, end = text.Length;
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return end - start == text.Length ? text : text.Substring(start, end - start);
    }
}
