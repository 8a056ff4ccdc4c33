using Oot.Make.Evaluation;

namespace Oot.Make.Syntax;

/// <summary>
/// Text to <see cref="Expression"/>. Which word after <c>$(</c> is a function, where its arguments end and which name is
/// fixed depend on the text alone, so a text is parsed once.
/// </summary>
internal static class ExpressionParser
{
    /// <summary>Parses a whole text.</summary>
    public static Expression Parse(string text)
    {
        int dollar = text.IndexOf('$');
        if (dollar < 0)
            return text.Length == 0 ? Expression.Empty : new Expression([new ExpressionPart.Literal(text)]);
        var parts = new List<ExpressionPart>();
        int at = 0;
        while (dollar >= 0)
        {
            AddLiteral(parts, text[at..dollar]);
            at = ParsePart(text, dollar, parts);
            dollar = at < text.Length ? text.IndexOf('$', at) : -1;
        }
        AddLiteral(parts, text[at..]);
        return new Expression([.. parts]);
    }

    /// <summary>Parses what stands at a <c>$</c>; the index after it. Nothing at the end of the text.</summary>
    public static int ParsePart(string text, int dollar, List<ExpressionPart> parts)
    {
        int next = dollar + 1;
        if (dollar >= text.Length)
            return text.Length;
        if (next < text.Length && text[next] != '$')
            return ParseReference(text, next, parts);
        AddLiteral(parts, "$");
        return Math.Min(next + 1, text.Length);
    }

    private static void AddLiteral(List<ExpressionPart> parts, string text)
    {
        if (text.Length == 0)
            return;
        if (parts.Count > 0 && parts[^1] is ExpressionPart.Literal previous)
            parts[^1] = new ExpressionPart.Literal(previous.Text + text);
        else
            parts.Add(new ExpressionPart.Literal(text));
    }

    /// <summary>Parses what follows a <c>$</c>; returns the index after it.</summary>
    private static int ParseReference(string text, int at, List<ExpressionPart> parts)
    {
        char open = text[at];
        if (open is not ('(' or '{'))
        {
            parts.Add(new ExpressionPart.Reference(open.ToString()));
            return at + 1;
        }
        char close = open == '(' ? ')' : '}';
        int begin = at + 1;
        if (TryFunction(text, begin, open, close, parts, out int afterCall))
            return afterCall;

        int end = text.IndexOf(close, begin);
        if (end < 0)
        {
            parts.Add(new ExpressionPart.Unterminated(null, close));
            return text.Length;
        }
        if (text.AsSpan(begin, end - begin).Contains('$'))
        {
            int matching = MatchingClose(text, begin, open, close);
            if (matching >= 0)
            {
                parts.Add(new ExpressionPart.Computed(Parse(text[begin..matching])));
                return matching + 1;
            }
            // More opening than closing ones: make takes the first closing one as the end and drops the rest.
            parts.Add(NameReference(text[begin..end]));
            return text.Length;
        }
        parts.Add(NameReference(text[begin..end]));
        return end + 1;
    }

    /// <summary>A reference by its expanded text: a substitution reference where it has a <c>:</c> and a <c>=</c> behind it.</summary>
    public static ExpressionPart NameReference(string text)
    {
        int colon = text.IndexOf(':');
        int equals = colon < 0 ? -1 : text.IndexOf('=', colon + 1);
        return equals < 0
            ? new ExpressionPart.Reference(text)
            : new ExpressionPart.Substitution(text[..colon], text[(colon + 1)..equals], text[(equals + 1)..]);
    }

    private static int MatchingClose(string text, int at, char open, char close)
    {
        for (int depth = 0; at < text.Length; at++)
        {
            if (text[at] == open)
                depth++;
            else if (text[at] == close && --depth < 0)
                return at;
        }
        return -1;
    }

    private static bool TryFunction(string text, int begin, char open, char close, List<ExpressionPart> parts, out int after)
    {
        after = 0;
        int nameEnd = begin;
        while (nameEnd < text.Length && Characters.IsFunctionName(text[nameEnd]))
            nameEnd++;
        if (nameEnd == begin || (nameEnd < text.Length && !Characters.IsSpace(text[nameEnd])))
            return false;
        FunctionDefinition? function = FunctionTable.Find(text.AsSpan(begin, nameEnd - begin));
        if (function is null)
            return false;
        int arguments = Characters.NextToken(text, nameEnd);
        int end = MatchingClose(text, arguments, open, close);
        if (end < 0)
        {
            parts.Add(new ExpressionPart.Unterminated(function.Name, close));
            after = text.Length;
            return true;
        }
        parts.Add(new ExpressionPart.Call(function.Name, SplitArguments(text, arguments, end, open, close, function.MaximumArguments)));
        after = end + 1;
        return true;
    }

    private static CallArgument[] SplitArguments(string text, int at, int end, char open, char close, int maximum)
    {
        if (maximum == 1)
            return [new CallArgument(text[at..end])];
        var result = new List<CallArgument>();
        while (at <= end)
        {
            int next = result.Count + 1 == maximum ? end : NextComma(text, at, end, open, close);
            result.Add(new CallArgument(text[at..next]));
            at = next + 1;
        }
        return [.. result];
    }

    private static int NextComma(string text, int at, int end, char open, char close)
    {
        for (int depth = 0; at < end; at++)
        {
            char c = text[at];
            if (c == open)
                depth++;
            else if (c == close && --depth < 0)
                return end;
            else if (c == ',' && depth == 0)
                return at;
        }
        return end;
    }
}
