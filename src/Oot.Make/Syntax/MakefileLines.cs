using System.Text;

namespace Oot.Make.Syntax;

/// <summary>
/// The logical lines of a makefile or of an <c>$(eval)</c> text: physical lines joined where a backslash precedes the
/// newline. The joint itself (backslash, newline) is left in the text, because recipes keep it.
/// </summary>
internal sealed class MakefileLines
{
    private readonly ReadOnlyMemory<char> _memory;
    private readonly bool _isFile;
    // No CR and no byte 0: a joined line is what stands in the file.
    private readonly bool _isPlain;
    private int _at;

    private MakefileLines(ReadOnlyMemory<char> text, bool isFile)
    {
        (_memory, _isFile) = (text, isFile);
        _isPlain = isFile && text.Span.IndexOfAny('\r', '\0') < 0;
    }

    private ReadOnlySpan<char> Text => _memory.Span;

    /// <summary>Lines of a file: they are counted, CR before a newline is dropped, a byte 0 ends its line's text.</summary>
    /// <param name="text">Not to be changed as long as its lines are used.</param>
    public static MakefileLines OfFile(ReadOnlyMemory<char> text) => new(text, isFile: true);

    /// <summary>Lines of a string: they all have the place of the evaluation itself.</summary>
    public static MakefileLines OfString(string text) => new(text.AsMemory(), isFile: false);

    /// <summary>How many physical lines are still to come.</summary>
    public int LinesLeft => _at < Text.Length ? Text[_at..].Count('\n') : 0;

    /// <summary>How many physical lines the last logical line had; 0 for strings.</summary>
    public int PhysicalLines { get; private set; }

    /// <summary>How many physical lines of the last logical one began with a byte 0, after which make ignores the rest.</summary>
    public int NulLines { get; private set; }

    /// <summary>The next logical line, or null at the end.</summary>
    public string? Next() => TryNext(out ReadOnlySpan<char> line) ? line.ToString() : null;

    /// <summary>The next logical line, mostly where it stands in the text; false at the end.</summary>
    public bool TryNext(out ReadOnlySpan<char> line)
    {
        NulLines = 0;
        PhysicalLines = 0;
        return _isFile ? TryNextOfFile(out line) : TryNextOfString(out line);
    }

    private bool TryNextOfString(out ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = Text;
        line = default;
        if (_at > text.Length || (_at == text.Length && text.Length > 0 && text[^1] == '\n') || text.Length == 0)
            return false;
        int start = _at;
        int search = start;
        while (true)
        {
            int newline = search <= text.Length ? IndexOf(text, search) : -1;
            if (newline < 0)
            {
                _at = text.Length + 1;
                line = text[start..];
                return true;
            }
            int slashes = 0;
            while (newline - slashes - 1 >= search && text[newline - slashes - 1] == '\\')
                slashes++;
            if (slashes % 2 == 0)
            {
                _at = newline + 1;
                line = text.Slice(start, newline - start);
                return true;
            }
            search = newline + 1;
        }
    }

    private bool TryNextOfFile(out ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = Text;
        line = default;
        if (_at >= text.Length)
            return false;
        int newline = IndexOf(text, _at);
        line = text.Slice(_at, (newline < 0 ? text.Length : newline) - _at);
        // The common line stands alone: no continuation, no CR, no byte 0.
        if (line.Length == 0 || (line[^1] is not ('\\' or '\r') && !line.Contains('\0')))
        {
            _at = newline < 0 ? text.Length : newline + 1;
            PhysicalLines = 1;
            return true;
        }
        line = _isPlain ? JoinPlain() : Join();
        return true;
    }

    private ReadOnlySpan<char> JoinPlain()
    {
        ReadOnlySpan<char> text = Text;
        int start = _at;
        int end;
        do
        {
            int newline = IndexOf(text, _at);
            end = newline < 0 ? text.Length : newline;
            int piece = _at;
            _at = newline < 0 ? end : newline + 1;
            if (newline < 0)
                break;
            PhysicalLines++;
            int slashes = 0;
            while (end - slashes > piece && text[end - slashes - 1] == '\\')
                slashes++;
            if (slashes % 2 == 0)
                break;
            end = newline + 1;
        }
        while (_at < text.Length);
        PhysicalLines = Math.Max(PhysicalLines, 1);
        return text.Slice(start, end - start);
    }

    private string Join()
    {
        ReadOnlySpan<char> text = Text;
        var line = new StringBuilder();
        while (_at < text.Length)
        {
            int newline = IndexOf(text, _at);
            int end = newline < 0 ? text.Length : newline;
            ReadOnlySpan<char> piece = text.Slice(_at, end - _at);
            bool terminated = newline >= 0;
            int nul = piece.IndexOf('\0');
            _at = terminated ? newline + 1 : end;
            if (nul == 0)
            {
                // Read as an empty line, which a backslash at the end of what came before continues.
                NulLines++;
                piece = [];
                terminated = true;
            }
            else if (nul > 0)
            {
                // The C string ends here, so the newline is not seen either and the next line is appended.
                line.Append(piece[..nul]);
                continue;
            }
            if (!terminated)
            {
                line.Append(piece);
                break;
            }
            PhysicalLines++;
            if (piece.Length > 0 && piece[^1] == '\r' && line.Length + piece.Length > 0)
                piece = piece[..^1];
            line.Append(piece);
            if (TrailingBackslashes(line) % 2 == 0)
                break;
            line.Append('\n');
        }
        if (PhysicalLines == 0)
            PhysicalLines = 1;
        return line.ToString();
    }

    private static int IndexOf(ReadOnlySpan<char> text, int start)
    {
        int newline = text[start..].IndexOf('\n');
        return newline < 0 ? -1 : start + newline;
    }

    private static int TrailingBackslashes(StringBuilder line)
    {
        int count = 0;
        while (count < line.Length && line[line.Length - 1 - count] == '\\')
            count++;
        return count;
    }
}
