namespace Oot.Kernel.Building;

/// <summary>A conditional line; <paramref name="Test"/> is null for <c>endif</c> and a plain <c>else</c>.</summary>
internal readonly record struct MakefileConditional(ConditionalKind Kind, MakefileTest? Test)
{
    /// <summary>Reads a line; false when it is no conditional.</summary>
    internal static bool Read(string text, out MakefileConditional conditional)
    {
        conditional = default;
        string word = FirstWord(text);
        switch (word)
        {
            case "endif":
                conditional = new MakefileConditional(ConditionalKind.EndIf, null);
                return true;
            case "else":
                string rest = text[4..].Trim();
                conditional = new MakefileConditional(ConditionalKind.Else, rest.Length > 0 && Read(rest, out MakefileConditional next) ? next.Test : null);
                return true;
            case "ifdef" or "ifndef":
                conditional = new MakefileConditional(ConditionalKind.If, new MakefileTest(true, word == "ifndef", text[word.Length..].Trim(), ""));
                return true;
            case "ifeq" or "ifneq" when Sides(text[word.Length..].Trim()) is (string left, string right):
                conditional = new MakefileConditional(ConditionalKind.If, new MakefileTest(false, word == "ifneq", left, right));
                return true;
            default:
                return false;
        }
    }

    private static string FirstWord(string text)
    {
        int end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return end == text.Length || text[end] is ' ' or '\t' or '(' or '"' or '\'' ? text[..end] : "";
    }

    /// <summary><c>(a,b)</c>, <c>"a" "b"</c>, <c>'a' 'b'</c>.</summary>
    private static (string Left, string Right)? Sides(string text)
    {
        if (text.Length > 1 && text[0] == '(' && MakeExpression.ClosingOf(text, 0) is var end and > 0)
        {
            int depth = 0;
            for (int at = 1; at < end; at++)
            {
                if (text[at] is '(' or '{')
                    depth++;
                else if (text[at] is ')' or '}')
                    depth--;
                else if (text[at] == ',' && depth == 0)
                    return (Unquoted(text[1..at]), Unquoted(text[(at + 1)..end]));
            }
            return null;
        }
        if (text.Length < 4 || text[0] is not ('"' or '\'') || text.IndexOf(text[0], 1) is not (var close and > 0))
            return null;
        string second = text[(close + 1)..].Trim();
        return second.Length >= 2 && second[0] is '"' or '\'' && second.IndexOf(second[0], 1) is var last and > 0 ? (text[1..close], second[1..last]) : null;
    }

    /// <summary>Quotes are text to make; on both sides of a comparison they change nothing.</summary>
    private static string Unquoted(string text) => text.Trim() is ['"', .. var inside, '"'] ? inside : text.Trim();
}
