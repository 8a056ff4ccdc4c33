using System.Buffers.Text;
using Oot.Core;

namespace Oot.Kernel.Loading;

/// <summary>
/// Reads a <c>Module.symvers</c> (three columns until 2.6.18, four until 5.4, five since), tens of thousands of lines, without an object a line:
/// <code>0x12345678 TAB symbol TAB module [TAB EXPORT_SYMBOL[_GPL] [TAB namespace]]</code>
/// </summary>
internal static class SymbolVersionsFile
{
    private const int BytesOfALine = 56;

    /// <summary>Reads the file; null when it cannot be read.</summary>
    /// <param name="hasCrcs">Without CONFIG_MODVERSIONS every CRC is 0 and means nothing.</param>
    internal static ExportTable? Read(IDisk disk, string path, bool hasCrcs)
    {
        byte[] text = [];
        if (disk.Read(path, ref text, out int length) != 0)
            return null;
        var table = new ExportTable(text, (length / BytesOfALine) + 16);
        int lastStart = 0, lastLength = 0, owner = 0;
        Span<Range> columns = stackalloc Range[6];
        for (int start = 0; start < length;)
        {
            int end = text.AsSpan(start, length - start).IndexOf((byte)'\n');
            end = end < 0 ? length : start + end;
            ReadOnlySpan<byte> line = text.AsSpan(start, end - start);
            int count = Split(line, columns);
            if (count >= 3 && line[columns[0]] is { Length: > 2 } number && number.StartsWith("0x"u8) && Utf8Parser.TryParse(number[2..], out uint crc, out _, 'x'))
            {
                (int at, int size) = columns[2].GetOffsetAndLength(line.Length);
                // Lines of one module stand together.
                if (!line.Slice(at, size).SequenceEqual(text.AsSpan(lastStart, lastLength)))
                {
                    (lastStart, lastLength) = (start + at, size);
                    owner = table.Word(OwnerOf(line.Slice(at, size)));
                }
                bool gpl = count > 3 && line[columns[3]].IndexOf("_GPL"u8) >= 0;
                int space = count > 4 && !line[columns[4]].IsEmpty ? table.Word(ByteText.FromBytes(line[columns[4]])) : 0;
                (at, size) = columns[1].GetOffsetAndLength(line.Length);
                table.Add(start + at, size, hasCrcs, crc, gpl, owner, space);
            }
            start = end + 1;
        }
        return table;
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> columns)
    {
        int count = 0, start = 0;
        while (count < columns.Length)
        {
            int tab = line[start..].IndexOf((byte)'\t');
            columns[count++] = new Range(start, tab < 0 ? line.Length : start + tab);
            if (tab < 0)
                break;
            start += tab + 1;
        }
        return count;
    }

    private static string OwnerOf(ReadOnlySpan<byte> module) =>
        module.SequenceEqual("vmlinux"u8) ? "" : ByteText.FromBytes(module[(module.LastIndexOf((byte)'/') + 1)..]).Replace('-', '_');
}
