using System.Globalization;
using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>The kernel's own symbols, for <c>-e</c>: out of a Module.symvers (<c>-E</c>) or a System.map (<c>-F</c>).</summary>
internal sealed class KernelSymbols(IDisk disk, DepmodRequest request, SymbolTable table, IndexMessages messages)
{
    private const string Marker = "__ksymtab_";

    /// <summary>Adds them; false, after a message, where the file cannot be read.</summary>
    internal bool Load()
    {
        if ((request.SymbolVersions ?? request.SystemMap) is not string path)
            return true;
        int errno = disk.Read(path, out string content);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Fatal, $"could not load {path}: {Errno.Message(errno)}");
            return false;
        }
        string[] lines = content.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 && i == lines.Length - 1)
                break;
            if (request.SymbolVersions is not null)
                AddVersion(path, i + 1, lines[i]);
            else
                AddAddress(path, i + 1, lines[i]);
        }
        // The loader makes the first; the others are __this_module's like on s390 and PowerPC.
        foreach (string name in new[] { "__this_module", "_GLOBAL_OFFSET_TABLE_", "TOC." })
            Add(name, 0);
        return true;
    }

    // 0xb352177e<tab>find_first_bit<tab>vmlinux<tab>EXPORT_SYMBOL
    private void AddVersion(string path, int number, string line)
    {
        string[] words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[2] != "vmlinux")
            return;
        ReadOnlySpan<char> digits = words[0].StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? words[0].AsSpan(2) : words[0];
        if (ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong crc))
            Add(WithoutPrefix(words[1]), crc);
        else
            messages.Say(MessageLevel.Error, $"{path}:{number} Invalid symbol version {words[0]}: {Errno.Message(Errno.InvalidArgument)}");
    }

    // c0294200 R __ksymtab_devfs_alloc_devnum
    private void AddAddress(string path, int number, string line)
    {
        int space = line.IndexOf(' ');
        int second = space < 0 ? -1 : line.IndexOf(' ', space + 1);
        if (second < 0)
        {
            messages.Say(MessageLevel.Error, $"{path}:{number}: invalid line: {line}\n");
            return;
        }
        string name = WithoutPrefix(line[(second + 1)..]);
        if (name.StartsWith(Marker, StringComparison.Ordinal))
            Add(name[Marker.Length..], 0);
    }

    private string WithoutPrefix(string name) => request.SymbolPrefix != '\0' && name.StartsWith(request.SymbolPrefix) ? name[1..] : name;

    private void Add(string name, ulong crc)
    {
        byte[] bytes = ByteText.ToBytes(name);
        table.Add(bytes, 0, bytes.Length, crc, SymbolTable.Kernel);
    }
}
