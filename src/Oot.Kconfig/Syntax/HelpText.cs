using System.Text;
using Oot.Core;

namespace Oot.Kconfig.Syntax;

/// <summary>
/// The text after <c>help</c>: lines at least as far to the right as the first one that is not blank (kernel 6.12, scripts/kconfig/lexer.l). While a tree is read only
/// its end is looked for; the text itself is put together when somebody asks.
/// </summary>
internal static class HelpText
{
    /// <summary>Where the text ends that begins at <paramref name="start"/>, how many lines it has, and whether there is nothing in it.</summary>
    internal static int End(ReadOnlySpan<byte> file, int start, out int lines, out bool isBlank) => Scan(file, start, null, out lines, out isBlank);

    /// <summary>The text with the indentation of its first line taken off every line.</summary>
    internal static string Read(ReadOnlySpan<byte> file, int start)
    {
        var text = new StringBuilder();
        Scan(file, start, text, out _, out _);
        return text.ToString();
    }

    private static int Scan(ReadOnlySpan<byte> file, int start, StringBuilder? text, out int lines, out bool isBlank)
    {
        int position = start, firstColumn = 0, lastColumn = 0;
        lines = 0;
        isBlank = true;
        while (position < file.Length)
        {
            int blanks = Blanks(file, position, out int column);
            int at = position + blanks;
            if (at < file.Length && file[at] == '\n')
            {
                position = at + 1;
                lines++;
                if (position < file.Length && file[position] is not ((byte)' ' or (byte)'\t' or (byte)'\n'))
                    return position;
                text?.Append('\n');
                continue;
            }
            position = at;
            if (blanks > 0)
            {
                lastColumn = column;
                if (firstColumn > 0 && column < firstColumn)
                    return position;
                if (firstColumn > 0)
                    text?.Append(' ', column - firstColumn);
            }
            if (position == file.Length)
                break;
            int length = file[position..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = length < 0 ? file[position..] : file.Slice(position, length);
            position += line.Length;
            line = line.TrimEnd(" \t"u8);
            isBlank = isBlank && line.TrimStart(" \f\n\r\t\v"u8).IsEmpty;
            text?.Append(ByteText.FromBytes(line));
            if (firstColumn == 0)
                firstColumn = lastColumn;
        }
        return position;
    }

    private static int Blanks(ReadOnlySpan<byte> file, int position, out int column)
    {
        column = 0;
        int start = position;
        for (; position < file.Length; position++)
        {
            if (file[position] == '\t')
                column = (column & ~7) + 8;
            else if (file[position] == ' ')
                column++;
            else
                break;
        }
        return position - start;
    }
}
