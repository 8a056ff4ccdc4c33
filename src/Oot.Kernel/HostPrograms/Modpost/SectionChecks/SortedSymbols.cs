using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Which symbol is nearest to an address, from a sorted table (kernels from 6.7 on, scripts/mod/symsearch.c).</summary>
internal sealed class SortedSymbols
{
    private readonly record struct Entry(uint Section, ulong Address, uint Symbol) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            int order = Section.CompareTo(other.Section);
            order = order != 0 ? order : Address.CompareTo(other.Address);
            return order != 0 ? order : Symbol.CompareTo(other.Symbol);
        }
    }

    private readonly Entry[] entries;
    private readonly ulong addressMask;

    public SortedSymbols(ModuleObject source)
    {
        addressMask = source.Image.Class == ElfClass.Elf64 ? ulong.MaxValue : uint.MaxValue;
        bool isArm = source.Image.Machine == ElfMachine.Arm;
        var found = new List<Entry>();
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            if (!IsNamed(source.SymbolName(symbol).Span))
                continue;
            // Bit 0 of a function's address says that it is Thumb code.
            ulong address = isArm && symbol.IsFunction ? symbol.Value & ~1UL : symbol.Value;
            found.Add(new Entry(source.SectionOf(i, symbol), address, (uint)i));
        }
        entries = [.. found];
        Array.Sort(entries);
        // Of several at one address the first is meant, from whichever side one looks.
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i].Section == entries[i - 1].Section && entries[i].Address == entries[i - 1].Address)
                entries[i] = entries[i - 1];
        }
    }

    /// <summary>Whether it is a name that a person gave: not one of the marks that tools leave.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> name) => !name.IsEmpty && name[0] != '$' && !name.StartsWith(".L"u8) && !name.StartsWith("L0"u8);

    /// <summary>The symbol at or before an address.</summary>
    public uint? FindBefore(ulong address, uint section) => Find(address, section, false, addressMask);

    /// <summary>The symbol that is nearest on either side, at most <paramref name="distance"/> away; of two that are as near the first.</summary>
    public uint? FindNear(ulong address, uint section, ulong distance) => Find(address, section, true, distance);

    private uint? Find(ulong address, uint section, bool allowsAfter, ulong distance)
    {
        int low = 0, high = entries.Length;
        var target = new Entry(section, address, uint.MaxValue);
        while (high > low)
        {
            int middle = low + ((high - low) / 2);
            if (entries[middle].CompareTo(target) > 0)
                high = middle;
            else
                low = middle + 1;
        }
        uint? found = null;
        if (allowsAfter && high < entries.Length && entries[high].Section == section && ((entries[high].Address - address) & addressMask) <= distance)
        {
            distance = (entries[high].Address - address) & addressMask;
            found = entries[high].Symbol;
        }
        if (high > 0 && entries[high - 1].Section == section && ((address - entries[high - 1].Address) & addressMask) <= distance)
            found = entries[high - 1].Symbol;
        return found;
    }
}
