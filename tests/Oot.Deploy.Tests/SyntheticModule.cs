using System.Buffers.Binary;
using System.Text;

namespace Oot.Deploy.Tests;

/// <summary>A module that has just what depmod reads: symbols, their CRCs and the strings of <c>.modinfo</c>; 64 bits, little endian.</summary>
internal sealed record SyntheticModule
{
    /// <summary>Exported symbols; those with a CRC get <c>__crc_NAME</c>, the others stand in <c>__ksymtab_strings</c>.</summary>
    public (string Name, uint? Crc)[] Exports { get; init; } = [];

    /// <summary>Undefined symbols; <c>?</c> before the name makes one weak.</summary>
    public string[] Imports { get; init; } = [];

    public (string Name, uint Crc)[] Versions { get; init; } = [];

    public string[] Strings { get; init; } = ["license=GPL"];

    public static SyntheticModule With(string[] exports, string[] imports, params string[] strings) =>
        new() { Exports = [.. exports.Select(name => (name, (uint?)0x1234))], Imports = imports, Strings = ["license=GPL", .. strings] };

    public byte[] Bytes()
    {
        var names = new MemoryStream();
        names.WriteByte(0);
        var symbols = new MemoryStream();
        symbols.Write(new byte[24]);
        foreach ((string name, uint? crc) in Exports)
        {
            if (crc is uint value)
                Symbol(symbols, Name(names, "__crc_" + name), 0x10, 0xfff1, value);
        }
        foreach (string name in Imports)
            Symbol(symbols, Name(names, name.TrimStart('?')), name[0] == '?' ? (byte)0x20 : (byte)0x10, 0, 0);
        byte[] versions = [.. Versions.SelectMany(row => BitConverter.GetBytes((ulong)row.Crc).Concat(Encoding.ASCII.GetBytes(row.Name.PadRight(56, '\0'))))];
        string exported = string.Concat(Exports.Where(symbol => symbol.Crc is null).Select(symbol => symbol.Name + "\0"));
        return File(
            (".modinfo", 1, Encoding.Latin1.GetBytes(string.Concat(Strings.Select(text => text + "\0")))), ("__versions", 1, versions), ("__ksymtab_strings", 1, Encoding.ASCII.GetBytes(exported)),
            (".symtab", 2, symbols.ToArray()), (".strtab", 3, names.ToArray()));
    }

    private static uint Name(MemoryStream names, string name)
    {
        uint at = (uint)names.Length;
        names.Write(Encoding.Latin1.GetBytes(name + "\0"));
        return at;
    }

    private static void Symbol(MemoryStream symbols, uint name, byte info, ushort section, ulong value)
    {
        Span<byte> entry = stackalloc byte[24];
        entry.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(entry, name);
        entry[4] = info;
        BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], section);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], value);
        symbols.Write(entry);
    }

    private static byte[] File(params (string Name, uint Type, byte[] Content)[] sections)
    {
        (string Name, uint Type, byte[] Content)[] all = [.. sections.Where(section => section.Content.Length > 0), (".shstrtab", 3, [])];
        byte[] texts = Encoding.ASCII.GetBytes("\0" + string.Concat(all.Select(section => section.Name + "\0")));
        all[^1].Content = texts;
        var file = new MemoryStream();
        file.Write(new byte[64]);
        var headers = new MemoryStream();
        headers.Write(new byte[64]);
        uint name = 1;
        foreach ((string text, uint type, byte[] content) in all)
        {
            byte[] header = new byte[64];
            BinaryPrimitives.WriteUInt32LittleEndian(header, name);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), type);
            BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(24), (ulong)file.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(32), (ulong)content.Length);
            headers.Write(header);
            file.Write(content);
            name += (uint)text.Length + 1;
        }
        long table = file.Length;
        file.Write(headers.ToArray());
        byte[] bytes = file.ToArray();
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(16), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), 62);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(40), (ulong)table);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(52), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(58), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(60), (ushort)(all.Length + 1));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(62), (ushort)all.Length);
        return bytes;
    }
}
