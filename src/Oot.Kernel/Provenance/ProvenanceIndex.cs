using System.Buffers.Binary;
using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>A map as it is looked up: the bytes of an index file, checked once, and read where they are asked for.</summary>
public sealed class ProvenanceIndex
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int[] starts = new int[IndexFormat.SectionCount];
    private readonly int[] sizes = new int[IndexFormat.SectionCount];
    private FreeVariable[]? variables;

    private ProvenanceIndex(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The version of the sources: <c>6.12.95</c>.</summary>
    public string Version => Text(0);

    /// <summary>How many symbols are exported anywhere in the sources.</summary>
    public int Count => (sizes[IndexFormat.Symbols] / IndexFormat.SymbolWords) - 1;

    /// <summary>The directories below <c>arch/</c>.</summary>
    public IReadOnlyList<string> Architectures
    {
        get
        {
            string[] result = new string[sizes[IndexFormat.Architectures]];
            for (int i = 0; i < result.Length; i++)
                result[i] = Text(Word(IndexFormat.Architectures, i));
            return result;
        }
    }

    /// <summary>An index over the bytes of a file; null when they are not an index, or every number in it is not within its bounds.</summary>
    public static ProvenanceIndex? Open(ReadOnlyMemory<byte> bytes)
    {
        var index = new ProvenanceIndex(bytes);
        return index.ReadSections() && index.IsSound() ? index : null;
    }

    /// <summary>A symbol's name by its number.</summary>
    public string NameOf(int symbol) => Text(Word(IndexFormat.Symbols, symbol * IndexFormat.SymbolWords));

    /// <summary>The number of a symbol; −1 when nothing exports one of this name.</summary>
    public int Find(string name)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(NameOf(middle), name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    /// <summary>The origins of a symbol by its number.</summary>
    public IReadOnlyList<SymbolOrigin> OriginsOf(int symbol)
    {
        int first = Word(IndexFormat.Symbols, (symbol * IndexFormat.SymbolWords) + 1), end = Word(IndexFormat.Symbols, ((symbol + 1) * IndexFormat.SymbolWords) + 1);
        var result = new SymbolOrigin[end - first];
        for (int i = 0; i < result.Length; i++)
        {
            int at = (first + i) * IndexFormat.OriginWords;
            result[i] = new SymbolOrigin(
                Text(Word(IndexFormat.Origins, at)), Word(IndexFormat.Origins, at + 1), Word(IndexFormat.Origins, at + 2) == 1, Text(Word(IndexFormat.Origins, at + 3)),
                ConditionOf(Word(IndexFormat.Origins, at + 4)), PlacementsOf(Word(IndexFormat.Origins, at + 5)));
        }
        return result;
    }

    private Placement[] PlacementsOf(int list)
    {
        int first = Word(IndexFormat.Placements, list), end = Word(IndexFormat.Placements, list + 1);
        var result = new Placement[(end - first) / 2];
        for (int i = 0; i < result.Length; i++)
            result[i] = new Placement(Text(Word(IndexFormat.Placements, first + (2 * i))), ConditionOf(Word(IndexFormat.Placements, first + (2 * i) + 1)));
        return result;
    }

    private Condition ConditionOf(int list)
    {
        int at = Word(IndexFormat.Conditions, list);
        ValueTest[][] cases = new ValueTest[Word(IndexFormat.Conditions, at++)][];
        for (int i = 0; i < cases.Length; i++)
        {
            cases[i] = new ValueTest[Word(IndexFormat.Conditions, at++)];
            for (int j = 0; j < cases[i].Length; j++, at += 2)
                cases[i][j] = new ValueTest(Variable(Word(IndexFormat.Conditions, at)), (uint)Word(IndexFormat.Conditions, at + 1));
        }
        return Condition.OfCases(cases);
    }

    private FreeVariable Variable(int number)
    {
        variables ??= new FreeVariable[sizes[IndexFormat.Variables] / IndexFormat.VariableWords];
        return variables[number] ??= new FreeVariable(Text(Word(IndexFormat.Variables, number * IndexFormat.VariableWords)), (VariableKind)Word(IndexFormat.Variables, (number * IndexFormat.VariableWords) + 1) switch
        {
            VariableKind.Option => ConfigurationVariables.OptionValues,
            VariableKind.Architecture => [.. Architectures],
            _ => FreeVariables.YesOrNo,
        });
    }

    private string Text(int number)
    {
        int first = Word(IndexFormat.Strings, number), end = Word(IndexFormat.Strings, number + 1);
        return ByteText.FromBytes(bytes.Span.Slice((starts[IndexFormat.Text] * 4) + first, end - first));
    }

    /// <summary>A word of a section; every one is at most <see cref="int.MaxValue"/>, which <see cref="IsSound"/> has seen to.</summary>
    private int Word(int section, int at) => (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[((starts[section] + at) * 4)..]);

    private bool ReadSections()
    {
        const int HeaderWords = 3 + IndexFormat.SectionCount;
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length % 4 != 0 || span.Length < HeaderWords * 4 || span.Length > IndexFormat.LargestFile || !span.StartsWith(IndexFormat.Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(span[8..]) != IndexFormat.SectionCount)
            return false;
        long at = HeaderWords;
        for (int i = 0; i < IndexFormat.SectionCount; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(span[((3 + i) * 4)..]);
            if (at + size > span.Length / 4)
                return false;
            (starts[i], sizes[i]) = ((int)at, (int)size);
            at += size;
        }
        return at == span.Length / 4;
    }

    private bool IsSound()
    {
        int strings = sizes[IndexFormat.Strings] - 1;
        return strings > 0 && AreAscending(IndexFormat.Strings, 0, sizes[IndexFormat.Strings], sizes[IndexFormat.Text] * 4)
            && AreBelow(IndexFormat.Architectures, 1, [strings]) && sizes[IndexFormat.Architectures] <= 32
            && AreBelow(IndexFormat.Variables, IndexFormat.VariableWords, [strings, 3])
            && AreConditionsSound(out int conditions) && ArePlacementsSound(strings, conditions, out int placements)
            && AreBelow(IndexFormat.Origins, IndexFormat.OriginWords, [strings, int.MaxValue, 2, strings, conditions, placements])
            && AreSymbolsSound(strings);
    }

    private bool AreSymbolsSound(int strings)
    {
        int origins = sizes[IndexFormat.Origins] / IndexFormat.OriginWords;
        if (sizes[IndexFormat.Symbols] < IndexFormat.SymbolWords || !AreBelow(IndexFormat.Symbols, IndexFormat.SymbolWords, [strings, origins + 1]))
            return false;
        for (int i = 1; i <= Count; i++)
            if (Word(IndexFormat.Symbols, (i * 2) + 1) < Word(IndexFormat.Symbols, ((i - 1) * 2) + 1))
                return false;
        return true;
    }

    /// <summary>Whether a section is records of words, each below its limit.</summary>
    private bool AreBelow(int section, int width, ReadOnlySpan<int> limits)
    {
        if (sizes[section] % width != 0)
            return false;
        for (int i = 0; i < sizes[section]; i++)
            if ((uint)Word(section, i) >= (uint)limits[i % width])
                return false;
        return true;
    }

    private bool AreAscending(int section, int from, int count, int most)
    {
        uint before = 0;
        for (int i = from; i < from + count; i++)
        {
            uint now = (uint)Word(section, i);
            if (now < before || now > (uint)most)
                return false;
            before = now;
        }
        return true;
    }

    /// <summary>The number of lists in a section of lists; −1 when their places are wrong.</summary>
    private int ListsOf(int section)
    {
        if (sizes[section] == 0 || (uint)Word(section, 0) is var first && (first == 0 || first > (uint)sizes[section]))
            return -1;
        int count = Word(section, 0) - 1;
        return AreAscending(section, 0, count + 1, sizes[section]) ? count : -1;
    }

    private bool ArePlacementsSound(int strings, int conditions, out int count)
    {
        count = ListsOf(IndexFormat.Placements);
        if (count < 0)
            return false;
        for (int i = 0; i < count; i++)
        {
            int first = Word(IndexFormat.Placements, i), end = Word(IndexFormat.Placements, i + 1);
            if ((end - first) % 2 != 0)
                return false;
            for (int at = first; at < end; at += 2)
                if ((uint)Word(IndexFormat.Placements, at) >= (uint)strings || (uint)Word(IndexFormat.Placements, at + 1) >= (uint)conditions)
                    return false;
        }
        return true;
    }

    private bool AreConditionsSound(out int count)
    {
        count = ListsOf(IndexFormat.Conditions);
        uint known = (uint)(sizes[IndexFormat.Variables] / IndexFormat.VariableWords);
        for (int i = 0; i < count; i++)
        {
            int at = Word(IndexFormat.Conditions, i), end = Word(IndexFormat.Conditions, i + 1);
            if (at == end)
                return false;
            uint cases = (uint)Word(IndexFormat.Conditions, at++);
            for (uint c = 0; c < cases; c++)
            {
                if (at >= end)
                    return false;
                uint tests = (uint)Word(IndexFormat.Conditions, at++);
                if (tests > (uint)(end - at) / 2)
                    return false;
                for (uint t = 0; t < tests; t++, at += 2)
                    if ((uint)Word(IndexFormat.Conditions, at) >= known)
                        return false;
            }
            if (at != end)
                return false;
        }
        return count >= 0;
    }
}
