using System.Text;

namespace Oot.Make.Syntax;

/// <summary>
/// The logical lines of a makefile or of an <c>$(eval)</c> text: physical lines joined where a backslash precedes the
/// newline. The joint itself (backslash, newline) is left in the text, because recipes keep it.
/// </summary>
internal sealed class MakefileLines
{
    private readonly string _text;
    private readonly bool _isFile;
    // No CR and no byte 0: a joined line is what stands in the file.
    private readonly bool _isPlain;
    private int _at;

    private MakefileLines(string text, bool isFile)
    {
        (_text, _isFile) = (text, isFile);
        _isPlain = isFile && text.AsSpan().IndexOfAny('\r', '\0') < 0;
    }

    /// <summary>Lines of a file: they are counted, CR before a newline is dropped, a byte 0 ends its line's text.</summary>
    public static MakefileLines OfFile(string text) => new(text, isFile: true);

    /// <summary>Lines of a string: they all have the place of the evaluation itself.</summary>
    public static MakefileLines OfString(string text) => new(text, isFile: false);

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
        line = default;
        if (_at > _text.Length || (_at == _text.Length && _text.Length > 0 && _text[^1] == '\n') || _text.Length == 0)
            return false;
        int start = _at;
        int search = start;
        while (true)
        {
            int newline = search <= _text.Length ? _text.IndexOf('\n', search) : -1;
            if (newline < 0)
            {
                _at = _text.Length + 1;
                line = _text.AsSpan(start);
                return true;
            }
            int slashes = 0;
            while (newline - slashes - 1 >= search && _text[newline - slashes - 1] == '\\')
                slashes++;
            if (slashes % 2 == 0)
            {
                _at = newline + 1;
                line = _text.AsSpan(start, newline - start);
                return true;
            }
            search = newline + 1;
        }
    }

    private bool TryNextOfFile(out ReadOnlySpan<char> line)
    {
        line = default;
        if (_at >= _text.Length)
            return false;
        int newline = _text.IndexOf('\n', _at);
        line = _text.AsSpan(_at, (newline < 0 ? _text.Length : newline) - _at);
        // The common line stands alone: no continuation, no CR, no byte 0.
        if (line.Length == 0 || (line[^1] is not ('\\' or '\r') && !line.Contains('\0')))
        {
            _at = newline < 0 ? _text.Length : newline + 1;
            PhysicalLines = 1;
            return true;
        }
        line = _isPlain ? JoinPlain() : Join();
        return true;
    }

    private ReadOnlySpan<char> JoinPlain()
    {
        int start = _at;
        int end;
        do
        {
            int newline = _text.IndexOf('\n', _at);
            end = newline < 0 ? _text.Length : newline;
            int piece = _at;
            _at = newline < 0 ? end : newline + 1;
            if (newline < 0)
                break;
            PhysicalLines++;
            int slashes = 0;
            while (end - slashes > piece && _text[end - slashes - 1] == '\\')
                slashes++;
            if (slashes % 2 == 0)
                break;
            end = newline + 1;
        }
        while (_at < _text.Length);
        PhysicalLines = Math.Max(PhysicalLines, 1);
        return _text.AsSpan(start, end - start);
    }

    private string Join()
    {
        var line = new StringBuilder();
        while (_at < _text.Length)
        {
            int newline = _text.IndexOf('\n', _at);
            int end = newline < 0 ? _text.Length : newline;
            ReadOnlySpan<char> piece = _text.AsSpan(_at, end - _at);
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

    private static int TrailingBackslashes(StringBuilder line)
    {
        int count = 0;
        while (count < line.Length && line[line.Length - 1 - count] == '\\')
            count++;
        return count;
    }
}
