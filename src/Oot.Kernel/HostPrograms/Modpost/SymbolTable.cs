using System.Runtime.InteropServices;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>All exported symbols and the modules that they belong to. Of several with one name the youngest is found.</summary>
internal sealed class SymbolTable
{
    private const int BytesOfALine = 64;
    private readonly List<byte[]> texts = [];
    private readonly List<ModuleRecord> modules = [];
    private int[] buckets = [];
    private ExportedSymbol[] symbols = [];
    private int count;

    /// <summary>In the order in which they became known.</summary>
    public IReadOnlyList<ModuleRecord> Modules => modules;

    public int Count => count;

    public ref ExportedSymbol this[int symbol] => ref symbols[symbol];

    public int Add(ModuleRecord module)
    {
        modules.Add(module);
        return modules.Count - 1;
    }

    /// <summary>Makes a file's content known, so that symbols can be pieces of it.</summary>
    public int AddText(byte[] text, int length)
    {
        texts.Add(text);
        int expected = count + (length / BytesOfALine) + 256;
        if (expected > symbols.Length)
            Array.Resize(ref symbols, expected);
        // Twice as many as needed: most names are looked up once, to see that they are new.
        if (buckets.Length < expected)
            Rehash((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)expected) * 2);
        return texts.Count - 1;
    }

    public byte[] TextOf(int text) => texts[text];

    public ModuleRecord ModuleOf(int symbol) => modules[symbols[symbol].Module];

    public ReadOnlySpan<byte> NameOf(int symbol) => texts[symbols[symbol].Text].AsSpan(symbols[symbol].NameStart, symbols[symbol].NameLength);

    public ReadOnlySpan<byte> NamespaceOf(int symbol) => texts[symbols[symbol].NamespaceText].AsSpan(symbols[symbol].NamespaceStart, symbols[symbol].NamespaceLength);

    /// <summary>The youngest symbol of that name, of any module or of <paramref name="module"/>; -1 when there is none. A dot before the name does not count (ppc64).</summary>
    public int Find(ReadOnlySpan<byte> name, int module = -1)
    {
        if (name.Length > 0 && name[0] == '.')
            name = name[1..];
        return Find(name, Hash(name), module);
    }

    /// <summary>As the other, for a name without a dot before it.</summary>
    /// <param name="hash">The name's <see cref="Hash"/>.</param>
    public int Find(ReadOnlySpan<byte> name, uint hash, int module = -1)
    {
        if (buckets.Length == 0)
            return -1;
        for (int i = buckets[hash & (uint)(buckets.Length - 1)]; i >= 0; i = symbols[i].Next)
        {
            if (symbols[i].Hash == hash && NameOf(i).SequenceEqual(name) && (module < 0 || symbols[i].Module == module))
                return i;
        }
        return -1;
    }

    /// <summary>Adds a symbol whose name is a piece of a text that <see cref="AddText"/> made known.</summary>
    /// <param name="hash">The name's <see cref="Hash"/>.</param>
    public int Add(int text, int start, int length, uint hash, int module, ExportKind kind)
    {
        if (count == symbols.Length)
            Array.Resize(ref symbols, Math.Max(256, count * 2));
        if (count >= buckets.Length)
            Rehash(Math.Max(256, buckets.Length * 4));
        ref int bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
        symbols[count] = new ExportedSymbol { Text = text, NameStart = start, NameLength = length, Module = module, Hash = hash, Kind = kind, Next = bucket, IsStatic = true };
        bucket = count;
        return count++;
    }

    // Chains stay youngest first, because they are built again from the oldest on.
    private void Rehash(int size)
    {
        buckets = new int[size];
        Array.Fill(buckets, -1);
        for (int i = 0; i < count; i++)
        {
            ref int bucket = ref buckets[symbols[i].Hash & (uint)(size - 1)];
            symbols[i].Next = bucket;
            bucket = i;
        }
    }

    /// <summary>What names are looked up by.</summary>
    public static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = (uint)name.Length;
        while (name.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(name)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
            name = name[8..];
        }
        foreach (byte b in name)
            hash = (hash ^ b) * 0x100000001B3;
        return (uint)(hash ^ (hash >> 32));
    }
}
