namespace Oot.Kernel.Building;

/// <summary>A variable assignment as text.</summary>
internal sealed record Assignment(string Name, string Operator, string Value)
{
    private static readonly string[] Modifiers = ["export ", "override ", "private ", "unexport "];

    /// <summary>Reads <c>[override] NAME OP VALUE</c>; null when the line is no assignment.</summary>
    internal static Assignment? Parse(string text)
    {
        string rest = text;
        for (bool again = true; again;)
        {
            again = false;
            foreach (string modifier in Modifiers)
            {
                if (rest.StartsWith(modifier, StringComparison.Ordinal))
                {
                    rest = rest[modifier.Length..].TrimStart();
                    again = true;
                }
            }
        }
        int equals = EqualsOf(rest);
        if (equals <= 0)
            return null;
        int end = equals;
        while (end > 0 && rest[end - 1] is ':' or '?' or '+' or '!')
            end--;
        string name = rest[..end].Trim();
        bool oneWord = name.Length > 0 && MakeText.Words(name).Count == 1 && !name.Contains('"');
        return oneWord && !name.Contains(':') ? new Assignment(name, rest[end..(equals + 1)], rest[(equals + 1)..].Trim()) : null;
    }

    // The first `=` outside references; a colon that is not part of the operator before it makes the line a rule.
    private static int EqualsOf(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '(' or '{')
                depth++;
            else if (c is ')' or '}')
                depth--;
            else if (depth == 0 && c == '=')
                return i;
            else if (depth == 0 && c == ':' && (i + 1 >= text.Length || text[i + 1] is not ('=' or ':')))
                return -1;
        }
        return -1;
    }
}
