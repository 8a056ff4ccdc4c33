using Oot.Core;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary>Lines of standard input, as <c>fgets</c> reads them.</summary>
public sealed class AnswerLines(Stream input)
{
    private const int LongestLine = 4095;

    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The next line with its newline; null at the end.</summary>
    public string? Next()
    {
        var line = new System.Text.StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, input.Read(_buffer));
                if (_end == 0)
                    return line.Length > 0 ? line.ToString() : null;
            }
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, Math.Min(_end - _start, LongestLine - line.Length));
            int newline = rest.IndexOf((byte)'\n');
            int length = newline < 0 ? rest.Length : newline + 1;
            line.Append(ByteText.FromBytes(rest[..length]));
            _start += length;
            if (newline >= 0)
                break;
        }
        return line.ToString();
    }
}
