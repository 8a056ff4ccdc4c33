using System.Text;
using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Checks;

/// <summary>
/// The names in a relocatable object that <c>nm</c> and <c>objdump -h</c> would show (binutils 2.40): symbols other than files and sections, sections with content of their own. Whatever these
/// programs treat in some special way, and whatever looks damaged, has no answer here.
/// </summary>
internal readonly ref struct ObjectNames
{
    private const ushort Relocatable = 1;
    private const int FileSymbol = 4, IndirectFunction = 10;

    private readonly ElfFile file;
    private readonly ElfObject symbols;
    private readonly ReadOnlySpan<byte> table, strings;

    private ObjectNames(ElfFile file, ElfObject symbols, ReadOnlySpan<byte> table, ReadOnlySpan<byte> strings)
    {
        this.file = file;
        this.symbols = symbols;
        this.table = table;
        this.strings = strings;
    }

    /// <summary>Reads an object; false for what is no plain one with symbols.</summary>
    /// <param name="bytes">A buffer with the file at its beginning.</param>
    /// <param name="length">The file's size in bytes.</param>
    public static bool Read(byte[] bytes, int length, out ObjectNames names)
    {
        names = default;
        if (!ElfFile.Read(bytes.AsMemory(0, length), out ElfFile file, out _) || file.Type != Relocatable)
            return false;
        int at = -1;
        for (int i = 1; i < file.Sections.Length; i++)
        {
            ElfSection section = file.Sections[i];
            // A compiler's plugin names what is in these.
            if (section.Name.StartsWith(".gnu.lto_", StringComparison.Ordinal))
                return false;
            if (section.Type != ElfSectionHeader.SymbolTable)
                continue;
            if (at >= 0 || section.Link >= (uint)file.Sections.Length)
                return false;
            at = i;
        }
        if (at < 0)
            return false;
        var symbols = new ElfObject(bytes, length);
        names = new ObjectNames(file, symbols, file.Content(file.Sections[at]), file.Content(file.Sections[(int)file.Sections[at].Link]));
        // Of an object without any symbol nm says so.
        return names.table.Length >= 2 * symbols.SymbolSize;
    }

    /// <summary>Whether a line of <c>nm</c> contains a text; null where that is not certain.</summary>
    /// <param name="text">What cannot stand in front of a name, but for the blank before it.</param>
    public bool? ShowsSymbol(string text)
    {
        byte[] wanted = Encoding.Latin1.GetBytes(text);
        ReadOnlySpan<byte> atStart = text[0] == ' ' ? wanted.AsSpan(1) : [];
        // Most objects are done with one search of all names.
        if (strings.IndexOf(atStart.IsEmpty ? wanted : atStart) < 0)
            return false;
        for (int i = 1; i < table.Length / symbols.SymbolSize; i++)
        {
            ReadOnlySpan<byte> name = ShownName(symbols.Symbol(table, i));
            if ((atStart.IsEmpty || !name.StartsWith(atStart)) && name.IndexOf(wanted) < 0)
                continue;
            // Marks of a processor's, which nm leaves out.
            return name[0] == '$' ? null : true;
        }
        return false;
    }

    /// <summary>Whether a line of <c>objdump -h</c> names a section that contains a text; null where that is not certain.</summary>
    public bool? ShowsSection(string text)
    {
        bool isHidden = false;
        foreach (ElfSection section in file.Sections)
        {
            if (!section.Name.Contains(text, StringComparison.Ordinal))
                continue;
            if (section.Type is ElfSectionHeader.ProgramBits or ElfSectionHeader.NoBits)
                return true;
            isHidden = true;
        }
        return isHidden ? null : false;
    }

    /// <summary>Whether every symbol whose name follows a prefix in another symbol's name is one that <c>nm</c> marks with a capital letter, or is not here; false also where that is not certain.</summary>
    public bool HasOnlyGlobalsAfter(ReadOnlySpan<byte> prefix)
    {
        if (strings.IndexOf(prefix) < 0)
            return true;
        var exported = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 1; i < table.Length / symbols.SymbolSize; i++)
        {
            if (ShownName(symbols.Symbol(table, i)) is var name && name.StartsWith(prefix))
                exported.Add(ByteText.FromBytes(name[prefix.Length..]));
        }
        for (int i = 1; i < table.Length / symbols.SymbolSize; i++)
        {
            ElfSymbol symbol = symbols.Symbol(table, i);
            string name = ByteText.FromBytes(ShownName(symbol));
            // awk would see the beginning of a name with a blank in it.
            if (name.AsSpan().ContainsAnyExceptInRange('!', '~'))
                return false;
            if (symbol.Section != ElfSymbol.Undefined && exported.Contains(name) && !IsPlainGlobal(symbol))
                return false;
        }
        return true;
    }

    private static bool IsPlainGlobal(in ElfSymbol symbol) =>
        symbol.IsGlobal && symbol.Type != IndirectFunction && (!symbol.HasSpecialSection || symbol.Section == ElfSymbol.Absolute);

    private ReadOnlySpan<byte> ShownName(in ElfSymbol symbol) => symbol.IsSection || symbol.Type == FileSymbol ? [] : ElfObject.StringAt(strings, symbol.Name);
}
