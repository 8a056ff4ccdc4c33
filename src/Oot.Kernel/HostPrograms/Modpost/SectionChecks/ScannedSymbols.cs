using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Which symbol is nearest to an address, found by going over all of them (kernels up to 6.6, find_elf_symbol and find_elf_symbol2).</summary>
internal sealed class ScannedSymbols(ModuleObject source)
{
    private const int Near = 20;

    // Only Arm's marks are no names here.
    private static bool IsNamed(ReadOnlySpan<byte> name) =>
        !name.IsEmpty && !(name.Length > 1 && name[0] == '$' && "adtx"u8.Contains(name[1]) && (name.Length == 2 || name[2] == '.'));

    /// <summary>The last of the symbols nearest before an address, in any section of that name.</summary>
    public ulong? FindBefore(ulong address, ReadOnlySpan<byte> section)
    {
        ulong? found = null;
        ulong distance = source.Image.Class == ElfClass.Elf64 ? ulong.MaxValue : uint.MaxValue;
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            if (symbol.HasSpecialSection || symbol.Value > address || address - symbol.Value > distance)
                continue;
            if (!source.SectionName(source.SectionOf(i, symbol)).SequenceEqual(section) || !IsNamed(source.SymbolName(symbol).Span))
                continue;
            distance = address - symbol.Value;
            found = i;
        }
        return found;
    }

    /// <summary>What is referred to: the symbol itself when it has a name, else the first that is less than 20 bytes from the addend. Addresses are cut to 32 bits.</summary>
    public ulong? FindTarget(int addend, ulong index, ElfSymbol symbol)
    {
        if (symbol.Name != 0)
            return index;
        uint section = source.SectionOf(index, symbol);
        ulong? found = null;
        int distance = Near;
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol other = source.Symbol(i);
            if (source.SectionOf(i, other) != section || other.IsSection || !IsNamed(source.SymbolName(other).Span))
                continue;
            if (IsAt(other, addend))
                return i;
            int between = unchecked((int)other.Value - addend);
            between = between < 0 ? unchecked(addend - (int)other.Value) : between;
            if (between < distance)
                (distance, found) = (between, i);
        }
        return found;
    }

    private bool IsAt(ElfSymbol symbol, int addend) => source.Image.Class == ElfClass.Elf64 ? symbol.Value == (ulong)(long)addend : (uint)symbol.Value == (uint)addend;
}
