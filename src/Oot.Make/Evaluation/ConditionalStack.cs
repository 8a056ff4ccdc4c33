using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The open conditionals of one text.</summary>
internal sealed class ConditionalStack(Expander expander)
{
    private enum Branch
    {
        /// <summary>Lines count.</summary>
        Taken,

        /// <summary>Lines are skipped; a later <c>else</c> may count.</summary>
        NotYet,

        /// <summary>A branch was taken: the rest is skipped.</summary>
        Done,
    }

    private readonly List<(Branch Branch, bool SeenElse)> _open = [];

    /// <summary>Whether any is open.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Whether lines are skipped now.</summary>
    public bool IsIgnoring => _open.Exists(level => level.Branch != Branch.Taken);

    /// <summary>Interprets a line whose first word is <paramref name="word"/>; false if it is no conditional directive.</summary>
    public bool Interpret(ReadOnlySpan<char> word, string rest, SourceLocation location)
    {
        if (Read(word, rest, location) is not { } valid)
            return false;
        return valid ? true : throw expander.Messages.Fatal(location, "invalid syntax in conditional");
    }

    /// <summary>Null: no directive; false: a malformed one.</summary>
    private bool? Read(ReadOnlySpan<char> word, string rest, SourceLocation location) => word switch
    {
        "ifdef" => Open(rest, location, text => TestDefined(text, wanted: true)),
        "ifndef" => Open(rest, location, text => TestDefined(text, wanted: false)),
        "ifeq" => Open(rest, location, text => TestEqual("ifeq", text, wanted: true, location)),
        "ifneq" => Open(rest, location, text => TestEqual("ifneq", text, wanted: false, location)),
        "else" => Else(rest, location),
        "endif" => End(rest, location),
        _ => null,
    };

    private bool Open(string rest, SourceLocation location, Func<string, bool?> test)
    {
        // Inside skipped lines the condition is not even expanded.
        if (IsIgnoring)
        {
            _open.Add((Branch.NotYet, false));
            return true;
        }
        _open.Add((Branch.Taken, false));
        if (test(rest) is not { } holds)
            return false;
        _open[^1] = (holds ? Branch.Taken : Branch.NotYet, false);
        return true;
    }

    private bool Else(string rest, SourceLocation location)
    {
        if (_open.Count == 0)
            throw expander.Messages.Fatal(location, "extraneous 'else'");
        int level = _open.Count - 1;
        if (_open[level].SeenElse)
            throw expander.Messages.Fatal(location, "only one 'else' per conditional");
        Branch branch = _open[level].Branch == Branch.NotYet ? Branch.Taken : Branch.Done;
        _open[level] = (branch, rest.Length == 0);
        if (rest.Length == 0)
            return true;
        int end = Characters.EndOfToken(rest, 1);
        ReadOnlySpan<char> word = rest.AsSpan(0, end);
        if (word is "else" or "endif" || Read(word, rest[Characters.NextToken(rest, end)..], location) != true)
        {
            Extraneous("else", location);
            return true;
        }
        // The inner conditional opened a level of its own: it is this one's next branch.
        if (branch != Branch.Done)
            _open[level] = (_open[level + 1].Branch, false);
        _open.RemoveAt(level + 1);
        return true;
    }

    private bool End(string rest, SourceLocation location)
    {
        if (rest.Length > 0)
            Extraneous("endif", location);
        if (_open.Count == 0)
            throw expander.Messages.Fatal(location, "extraneous 'endif'");
        _open.RemoveAt(_open.Count - 1);
        return true;
    }

    private void Extraneous(string directive, SourceLocation location) =>
        expander.Messages.Error(location, $"extraneous text after '{directive}' directive");

    private bool? TestDefined(string text, bool wanted)
    {
        string name = expander.Expand(text);
        int end = Characters.EndOfToken(name, 0);
        if (Characters.NextToken(name, end) < name.Length)
            return null;
        return expander.Variables.Find(name[..end]) is { Value.Length: > 0 } == wanted;
    }

    private bool? TestEqual(string directive, string text, bool wanted, SourceLocation location)
    {
        if (text.Length == 0 || text[0] is not ('(' or '"' or '\''))
            return null;
        bool parenthesized = text[0] == '(';
        int end = parenthesized ? ComparisonSyntax.EndOfFirst(text) : text.IndexOf(text[0], 1);
        if (end < 0)
            return null;
        int firstEnd = end;
        if (parenthesized)
            while (firstEnd > 0 && Characters.IsBlank(text[firstEnd - 1]))
                firstEnd--;
        string first = expander.Expand(text[1..Math.Max(1, firstEnd)]);
        int at = parenthesized ? end + 1 : Characters.NextToken(text, end + 1);
        int secondEnd;
        if (parenthesized)
        {
            at = Characters.NextToken(text, at);
            secondEnd = ComparisonSyntax.EndOfSecond(text, at);
        }
        else
        {
            if (at >= text.Length || text[at] is not ('"' or '\''))
                return null;
            secondEnd = text.IndexOf(text[at], at + 1);
            at++;
        }
        if (secondEnd < 0)
            return null;
        if (Characters.NextToken(text, secondEnd + 1) < text.Length)
            Extraneous(directive, location);
        return first == expander.Expand(text[at..secondEnd]) == wanted;
    }
}
