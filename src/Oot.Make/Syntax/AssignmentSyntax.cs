using System.Buffers;

namespace Oot.Make.Syntax;

/// <summary>The assignment operators.</summary>
internal enum AssignmentOperator
{
    /// <summary><c>=</c></summary>
    Recursive,

    /// <summary><c>:=</c> and <c>::=</c></summary>
    Simple,

    /// <summary><c>:::=</c></summary>
    Immediate,

    /// <summary><c>+=</c></summary>
    Append,

    /// <summary><c>?=</c></summary>
    Conditional,

    /// <summary><c>!=</c></summary>
    Shell,

    /// <summary><c>+=</c> whose right side is taken as it is also for a simple variable: how make itself extends its lists.</summary>
    AppendValue,
}

/// <summary>An assignment as text: nothing in it is expanded yet.</summary>
internal readonly record struct AssignmentSyntax(string Name, AssignmentOperator Operator, TextTail Value)
{
    private static readonly SearchValues<char> PlainName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Reads <paramref name="text"/> as <c>NAME OP VALUE</c>; false if it is none. The name may contain references, no blanks.</summary>
    public static bool TryParse(string text, int start, out AssignmentSyntax assignment)
    {
        bool isOne = TryFind(text, start, out Range name, out AssignmentOperator op, out int value);
        assignment = isOne ? new AssignmentSyntax(text[name], op, new TextTail(text, value)) : default;
        return isOne;
    }

    /// <summary>Where the name ends in a line <c>NAME=VALUE</c> without anything special, of which a kernel's configuration has thousands; 0 for any other.</summary>
    public static int EndOfPlainName(ReadOnlySpan<char> line)
    {
        int at = line.IndexOfAnyExcept(PlainName);
        return at > 0 && line[at] == '=' && line[at..].IndexOfAny('#', '\\', '\n') < 0 ? at : 0;
    }

    /// <summary>Whether a text is an assignment.</summary>
    public static bool IsOne(string text, int start) => TryFind(text, start, out _, out _, out _);

    private static bool TryFind(string text, int start, out Range name, out AssignmentOperator op, out int value)
    {
        (name, op, value) = (default, default, 0);
        int at = Characters.NextToken(text, start);
        int nameStart = at;
        int nameEnd = -1;
        while (at < text.Length)
        {
            char c = text[at++];
            if (c == '#')
                return false;
            if (Characters.IsBlank(c))
            {
                // A name has no blanks: a second gap means this is no assignment.
                if (nameEnd >= 0)
                    return false;
                nameEnd = at - 1;
                at = Characters.NextToken(text, at);
                continue;
            }
            if (TryOperator(text, c, ref at, out op, out bool colon, out int before))
            {
                name = nameStart..(nameEnd < 0 ? before : nameEnd);
                value = Characters.NextToken(text, at);
                return true;
            }
            if (colon || nameEnd >= 0)
                return false;
            if (c == '$')
            {
                if (at >= text.Length)
                    return false;
                at = Quoting.EndOfReference(text, at - 1);
            }
        }
        return false;
    }

    private static bool TryOperator(string text, char c, ref int at, out AssignmentOperator op, out bool colon, out int before)
    {
        op = AssignmentOperator.Recursive;
        colon = false;
        before = at - 1;
        if (c == '=')
            return true;
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (c == ':')
        {
            colon = true;
            (op, int length) = rest switch
            {
                ['=', ..] => (AssignmentOperator.Simple, 1),
                [':', '=', ..] => (AssignmentOperator.Simple, 2),
                [':', ':', '=', ..] => (AssignmentOperator.Immediate, 3),
                _ => (op, 0),
            };
            at += length;
            return length > 0;
        }
        if (rest is not ['=', ..])
            return false;
        switch (c)
        {
            case '+': op = AssignmentOperator.Append; break;
            case '?': op = AssignmentOperator.Conditional; break;
            case '!': op = AssignmentOperator.Shell; break;
            default: return false;
        }
        at++;
        return true;
    }
}
