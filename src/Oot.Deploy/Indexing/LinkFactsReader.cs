using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Reads a module's facts as libkmod does (libkmod/libkmod-elf.c): exports are the symbols <c>__crc_NAME</c>, or the names in <c>__ksymtab_strings</c> where there is none; imports are the
/// undefined symbols in their order, then what <c>__versions</c> has besides. One of these reads module after module into the same buffers.
/// </summary>
internal sealed class LinkFactsReader(IDisk disk)
{
    // Longer than any name that a kernel takes, and short enough that no index gets deep.
    private const int LongestName = 4095;
    private const int SparcRegister = 13;

    private readonly FileContent content = new(disk);
    private readonly VersionRows rows = new();
    private byte[] buffer = new byte[1 << 16];
    private int used;

    /// <summary>The facts of one module.</summary>
    internal LinkFacts Read(string path)
    {
        Expansion expansion = content.Read(path, ModuleReading.LargestModule, out int errno);
        if (errno == 0 && expansion.Status != ExpansionStatus.Done)
            errno = expansion.Status == ExpansionStatus.TooLarge ? Errno.FileTooBig : Errno.InvalidArgument;
        return errno != 0 ? LinkFacts.None(errno) : Read(content.Bytes, content.Length);
    }

    /// <summary>The facts of a decompressed module.</summary>
    internal LinkFacts Read(byte[] bytes, int length)
    {
        int errno = KmodObject.Open(bytes, length, out KmodObject file);
        if (errno != 0)
            return LinkFacts.None(errno);
        used = 0;
        ReadOnlySpan<byte> symbols = default, names = default;
        bool hasSymbols = file.TrySection(".strtab"u8, out names) && file.TrySection(".symtab"u8, out symbols) && symbols.Length % file.Elf.SymbolSize == 0;
        if (!hasSymbols || !AddExports(file, symbols, names))
        {
            used = 0;
            AddNamedExports(file);
        }
        int imports = used;
        if (hasSymbols && !AddImports(file, symbols, names))
            used = imports;
        int strings = used;
        AddStrings(file);
        return new LinkFacts(buffer.AsSpan(0, used).ToArray(), 0, imports, strings, used, 0);
    }

    private bool AddExports(KmodObject file, ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> names)
    {
        bool any = false;
        int size = file.Elf.SymbolSize;
        for (int i = 1; i < symbols.Length / size; i++)
        {
            uint name = file.Elf.U32(symbols, i * size);
            if (name >= (uint)names.Length)
                return false;
            ReadOnlySpan<byte> text = names[(int)name..];
            if (text.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(text) != 0x72635f5f || text[4] != 'c' || text[5] != '_')
                continue;
            ElfSymbol symbol = file.Elf.Symbol(symbols, i);
            AddNumber(Crc(file, symbol));
            AddText(ElfObject.StringAt(text, 6));
            any = true;
        }
        return any;
    }

    // A CRC is the symbol's value, or lies where the symbol points (CONFIG_MODULE_REL_CRCS).
    private static ulong Crc(KmodObject file, ElfSymbol symbol)
    {
        if (symbol.Section is ElfSymbol.Absolute or ElfSymbol.Undefined)
            return symbol.Value;
        return file.TrySection(symbol.Section, out ReadOnlySpan<byte> content) && content.Length >= 4 && symbol.Value <= (ulong)content.Length - 4
            ? file.Elf.U32(content, (int)symbol.Value) : ulong.MaxValue;
    }

    private void AddNamedExports(KmodObject file)
    {
        if (!file.TrySection("__ksymtab_strings"u8, out ReadOnlySpan<byte> names) || names.Length <= 1)
            return;
        foreach (ReadOnlySpan<byte> name in new ModuleStrings(names))
        {
            AddNumber(0);
            AddText(name);
        }
    }

    private bool AddImports(KmodObject file, ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> names)
    {
        ElfObject elf = file.Elf;
        bool hasRegisters = elf.Machine is (ElfMachine)2 or (ElfMachine)43;
        int size = elf.SymbolSize, sectionAt = size == 24 ? 6 : 14, infoAt = size == 24 ? 4 : 12;
        rows.Open(file);
        for (int i = 1; i < symbols.Length / size; i++)
        {
            int at = i * size;
            if (elf.Half(symbols, at + sectionAt) != ElfSymbol.Undefined)
                continue;
            byte info = symbols[at + infoAt];
            if (hasRegisters && (info & 15) == SparcRegister)
                continue;
            uint name = elf.U32(symbols, at);
            if (name >= (uint)names.Length)
                return false;
            ReadOnlySpan<byte> text = ElfObject.StringAt(names, name);
            if (!text.IsEmpty)
                AddImport(text, rows.Visit(text), info >> 4 == 2);
        }
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows.IsVisited(i))
                AddImport(rows.Name(i), rows.Crc(i), false);
        }
        return true;
    }

    private void AddImport(ReadOnlySpan<byte> name, ulong crc, bool weak)
    {
        Reserve(1);
        buffer[used++] = weak ? (byte)1 : (byte)0;
        AddNumber(crc);
        AddText(name);
    }

    private void AddStrings(KmodObject file)
    {
        if (!file.TrySection(".modinfo"u8, out ReadOnlySpan<byte> information) || information.Length <= 1)
            return;
        foreach (ReadOnlySpan<byte> text in new ModuleStrings(information))
        {
            int equals = text.IndexOf((byte)'=');
            ReadOnlySpan<byte> key = equals < 0 ? text : text[..equals];
            if (key.SequenceEqual("alias"u8) || key.SequenceEqual("softdep"u8) || key.SequenceEqual("weakdep"u8))
                AddText(text);
        }
    }

    private void AddNumber(ulong number)
    {
        Reserve(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(used), number);
        used += sizeof(ulong);
    }

    private void AddText(ReadOnlySpan<byte> text)
    {
        text = text.Length > LongestName ? text[..LongestName] : text;
        Reserve(text.Length + 1);
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
        buffer[used++] = 0;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - used < count)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + count));
    }
}
