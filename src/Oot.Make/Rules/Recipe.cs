using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>The lines that make a target, shared by all targets of their rule.</summary>
internal sealed class Recipe(string text, SourceLocation location, char prefix)
{
    private List<string>? _lines;
    private LineFlags[] _flags = [];

    /// <summary>All lines, each ended by a newline, without recipe prefixes at their start.</summary>
    public string Text { get; } = text;

    /// <summary>The first line's place; a built-in recipe has none.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>The recipe prefix when it was read.</summary>
    public char Prefix { get; } = prefix;

    /// <summary>The place for messages: moves with the line that is expanded or run.</summary>
    public LocationCursor Cursor { get; } = new(location.File, location.Line);

    /// <summary>Whether any line runs make.</summary>
    public bool HasRecursiveLine { get; private set; }

    /// <summary>The logical lines; <see cref="Split"/> made them.</summary>
    public IReadOnlyList<string> Lines => _lines ?? [];

    /// <summary>What each line's prefixes say; updated when an expanded line says more.</summary>
    public Span<LineFlags> Flags => _flags;

    /// <summary>Whether there is nothing in it to run.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (char c in Text)
                if (!Characters.IsSpace(c) && c is not ('-' or '@' or '+'))
                    return false;
            return true;
        }
    }

    /// <summary>The place for messages about a line, counted from 0.</summary>
    public void GoTo(int line) => Cursor.Line = Location.Line + line;

    /// <summary>Cuts the text into lines, or leaves it in one piece for <c>.ONESHELL</c>.</summary>
    public void Split(bool oneShell)
    {
        if (_lines is not null)
            return;
        _lines = [];
        if (oneShell)
            _lines.Add(Text.EndsWith('\n') ? Text[..^1] : Text);
        else
            _lines.AddRange(LogicalLines());
        _flags = new LineFlags[_lines.Count];
        for (int i = 0; i < _flags.Length; i++)
        {
            _flags[i] = ReadFlags(_lines[i]);
            HasRecursiveLine |= (_flags[i] & LineFlags.Recursive) != 0;
        }
    }

    /// <summary>The text cut at newlines that no backslash quotes.</summary>
    public IEnumerable<string> LogicalLines()
    {
        int start = 0;
        while (start < Text.Length)
        {
            int end = start;
            while ((end = Text.IndexOf('\n', end)) >= 0 && IsContinued(start, end))
                end++;
            if (end < 0)
                end = Text.Length;
            yield return Text[start..end];
            start = end + 1;
        }
    }

    private bool IsContinued(int start, int newline)
    {
        int slashes = 0;
        while (newline - slashes - 1 >= start && Text[newline - slashes - 1] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }

    private static LineFlags ReadFlags(string line)
    {
        var flags = LineFlags.None;
        int at = 0;
        for (; at < line.Length && (Characters.IsBlank(line[at]) || line[at] is '-' or '@' or '+'); at++)
            flags |= FlagOf(line[at]);
        ReadOnlySpan<char> rest = line.AsSpan(at);
        if (rest.Contains("$(MAKE)", StringComparison.Ordinal) || rest.Contains("${MAKE}", StringComparison.Ordinal))
            flags |= LineFlags.Recursive;
        return flags;
    }

    /// <summary>What one prefix character says; nothing for a blank.</summary>
    public static LineFlags FlagOf(char c) => c switch
    {
        '+' => LineFlags.Recursive,
        '@' => LineFlags.Silent,
        '-' => LineFlags.IgnoreErrors,
        _ => LineFlags.None,
    };
}
