using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>
/// Which symbol is nearest to an address (kernels up to 6.6, find_elf_symbol and find_elf_symbol2). The C program goes over all symbols each time; here a section's are sorted when the
/// first is asked for, which finds the same ones.
/// </summary>
internal sealed class ScannedSymbols(ModuleObject source)
{
    private const int Near = 20;

    // Within these bounds the C program's distances, which are ints, do not run over.
    private const ulong Plain = 1 << 30;

    private readonly record struct Place(ulong Address, ulong Symbol);

    private Dictionary<string, List<Place>>? byName;
    private Dictionary<uint, List<Place>>? bySection;

    // Only Arm's marks are no names here.
    private static bool IsNamed(ReadOnlySpan<byte> name) =>
        !name.IsEmpty && !(name.Length > 1 && name[0] == '$' && "adtx"u8.Contains(name[1]) && (name.Length == 2 || name[2] == '.'));

    /// <summary>The last of the symbols nearest before an address, in any section of that name.</summary>
    public ulong? FindBefore(ulong address, ReadOnlySpan<byte> section)
    {
        if (!(byName ??= ByName()).TryGetValue(ByteText.FromBytes(section), out List<Place>? places))
            return null;
        int after = FirstAfter(places, address);
        return after > 0 ? places[after - 1].Symbol : null;
    }

    /// <summary>What is referred to: the symbol itself when it has a name, else the first that is less than 20 bytes from the addend. Addresses are cut to 32 bits.</summary>
    public ulong? FindTarget(int addend, ulong index, ElfSymbol symbol)
    {
        if (symbol.Name != 0)
            return index;
        uint section = source.SectionOf(index, symbol);
        if (!(bySection ??= BySection()).TryGetValue(section, out List<Place>? places))
            return null;
        bool isPlain = addend > -(int)Plain && addend < (int)Plain && places[^1].Address < Plain;
        return isPlain ? FindNear(places, addend) : FindAmongAll(addend, section);
    }

    // Of several at one address the last counts: it comes last here.
    private Dictionary<string, List<Place>> ByName()
    {
        var names = new Dictionary<uint, List<Place>>();
        var found = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            if (symbol.HasSpecialSection || !IsNamed(source.SymbolName(symbol).Span))
                continue;
            uint section = source.SectionOf(i, symbol);
            if (!names.TryGetValue(section, out List<Place>? places))
            {
                string name = ByteText.FromBytes(source.SectionName(section));
                names[section] = places = found.TryGetValue(name, out List<Place>? known) ? known : found[name] = [];
            }
            places.Add(new Place(symbol.Value, i));
        }
        return Sorted(found);
    }

    // Of several at one address the first counts, so that the others need not be kept.
    private Dictionary<uint, List<Place>> BySection()
    {
        var addresses = new HashSet<(uint Section, ulong Address)>();
        var found = new Dictionary<uint, List<Place>>();
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            uint section = source.SectionOf(i, symbol);
            if (!IsTarget(symbol) || !addresses.Add((section, symbol.Value)))
                continue;
            if (!found.TryGetValue(section, out List<Place>? places))
                found[section] = places = [];
            places.Add(new Place(symbol.Value, i));
        }
        return Sorted(found);
    }

    private static Dictionary<TKey, List<Place>> Sorted<TKey>(Dictionary<TKey, List<Place>> lists)
        where TKey : notnull
    {
        foreach (List<Place> places in lists.Values)
            places.Sort((a, b) => a.Address == b.Address ? a.Symbol.CompareTo(b.Symbol) : a.Address.CompareTo(b.Address));
        return lists;
    }

    private bool IsTarget(ElfSymbol symbol) => !symbol.IsSection && IsNamed(source.SymbolName(symbol).Span);

    private static int FirstAfter(List<Place> places, ulong address)
    {
        int low = 0, high = places.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (places[middle].Address <= address)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static ulong? FindNear(List<Place> places, int addend)
    {
        ulong? found = null;
        int distance = Near;
        for (int i = addend >= Near ? FirstAfter(places, (ulong)(addend - Near)) : 0; i < places.Count && (long)places[i].Address < addend + (long)Near; i++)
        {
            int between = Math.Abs((int)places[i].Address - addend);
            if (between < distance || (between == distance && places[i].Symbol < found))
                (distance, found) = (between, places[i].Symbol);
        }
        return found;
    }

    private ulong? FindAmongAll(int addend, uint section)
    {
        ulong? found = null;
        int distance = Near;
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol other = source.Symbol(i);
            if (source.SectionOf(i, other) != section || !IsTarget(other))
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
