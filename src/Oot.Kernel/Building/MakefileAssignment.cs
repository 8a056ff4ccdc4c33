namespace Oot.Kernel.Building;

/// <summary>A variable's definition as written. <paramref name="Operator"/> is <c>=</c>, <c>:=</c>, <c>?=</c>, <c>+=</c> or <c>!=</c>.</summary>
internal readonly record struct MakefileAssignment(string Name, string Operator, string Value, bool IsOverride)
{
    /// <summary>Reads <c>[override] [export] NAME op VALUE</c>; false for any other line.</summary>
    internal static bool Read(string line, out MakefileAssignment assignment)
    {
        assignment = default;
        int equals = EqualsSign(line);
        if (equals < 0)
            return false;
        int end = equals;
        while (end > 0 && line[end - 1] is ':' or '?' or '+' or '!')
            end--;
        string @operator = line[end..(equals + 1)];
        string left = line[..end].Trim();
        bool isOverride = false;
        for (int blank = left.IndexOfAny([' ', '\t']); blank > 0; blank = left.IndexOfAny([' ', '\t']))
        {
            if (left[..blank] is not ("override" or "export" or "private" or "define"))
                return false;
            isOverride |= left[..blank] == "override";
            left = left[blank..].TrimStart();
        }
        if (left.Length == 0)
            return false;
        assignment = new MakefileAssignment(left, @operator switch { "::=" or ":::=" => ":=", _ => @operator }, line[(equals + 1)..].Trim(), isOverride);
        return true;
    }

    /// <summary>The first <c>=</c> outside brackets and before which no rule's colon stands.</summary>
    private static int EqualsSign(string line)
    {
        for (int at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '$' when at + 1 < line.Length && line[at + 1] is '(' or '{':
                    at = MakeExpression.ClosingOf(line, at + 1);
                    if (at < 0)
                        return -1;
                    break;
                case '=':
                    return at;
                case ':' when !line.AsSpan(at).TrimStart(':').StartsWith("="):
                    return -1;
            }
        }
        return -1;
    }
}
