namespace Oot.Make.Syntax;

/// <summary>What <c>ifeq</c> and <c>ifneq</c> compare, as text: nothing in it is expanded yet.</summary>
/// <param name="First">The left side, without blanks at its end where it stands in parentheses.</param>
/// <param name="Second">The right side.</param>
internal readonly record struct ComparisonSyntax(string First, string Second)
{
    /// <summary>Reads <c>(a,b)</c>, <c>"a" "b"</c> and <c>'a' 'b'</c>; false for anything else.</summary>
    public static bool TryParse(string text, out ComparisonSyntax comparison)
    {
        comparison = default;
        if (text.Length == 0 || text[0] is not ('(' or '"' or '\''))
            return false;
        bool parenthesized = text[0] == '(';
        int end = parenthesized ? EndOfFirst(text) : text.IndexOf(text[0], 1);
        if (end < 0)
            return false;
        int at = Characters.NextToken(text, end + 1);
        if (!parenthesized && (at >= text.Length || text[at] is not ('"' or '\'')))
            return false;
        int secondEnd = parenthesized ? EndOfSecond(text, at) : text.IndexOf(text[at], at + 1);
        if (secondEnd < 0)
            return false;
        string first = text[1..end];
        comparison = new ComparisonSyntax(parenthesized ? first.TrimEnd(' ', '\t') : first, text[(parenthesized ? at : at + 1)..secondEnd]);
        return true;
    }

    /// <summary>The index of the comma after the first side in parentheses; −1 without one.</summary>
    public static int EndOfFirst(string text)
    {
        int depth = 0;
        for (int at = 1; at < text.Length; at++)
        {
            if (text[at] == '(')
                depth++;
            else if (text[at] == ')')
                depth--;
            else if (text[at] == ',' && depth <= 0)
                return at;
        }
        return -1;
    }

    /// <summary>The index of the parenthesis that ends the second side, which begins at <paramref name="at"/>; −1 without one.</summary>
    public static int EndOfSecond(string text, int at)
    {
        int depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '(')
                depth++;
            else if (text[at] == ')' && depth-- <= 0)
                return at;
        }
        return -1;
    }
}
