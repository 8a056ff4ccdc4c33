using System.Runtime.InteropServices;

namespace Oot.Kernel.Loading;

/// <summary>
/// Exported symbols by name. A name is a piece of one text; finding one costs no allocation. It is filled once by one thread and then only asked, by any number.
/// </summary>
/// <param name="text">The bytes that names are pieces of.</param>
/// <param name="expected">About how many symbols there will be.</param>
public sealed class ExportTable(byte[] text, int expected)
{
    private readonly List<string> words = [""];
    private readonly Dictionary<string, int> wordNumbers = new(StringComparer.Ordinal) { [""] = 0 };
    private Entry[] entries = new Entry[Math.Max(16, expected)];
    private int[] slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, expected * 2))];

    /// <summary>How many symbols there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a module's name or a namespace, for <see cref="Add"/>.</summary>
    internal int Word(string word)
    {
        if (!wordNumbers.TryGetValue(word, out int number))
        {
            wordNumbers[word] = number = words.Count;
            words.Add(word);
        }
        return number;
    }

    /// <summary>Adds a symbol; of two with one name the first stays.</summary>
    internal void Add(int start, int length, bool hasCrc, uint crc, bool isGplOnly, int owner, int space)
    {
        uint hash = Hash(text.AsSpan(start, length));
        if (Locate(text.AsSpan(start, length), hash, out int slot))
            return;
        if (Count == entries.Length)
            Array.Resize(ref entries, Count * 2);
        entries[Count] = new Entry(start, length, hash, crc, hasCrc, isGplOnly, owner, space);
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length)
            Rehash();
    }

    /// <summary>Finds a symbol.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, out KernelExport export)
    {
        bool found = Locate(name, Hash(name), out int slot);
        export = default;
        if (found)
        {
            ref readonly Entry entry = ref entries[slots[slot] - 1];
            export = new KernelExport(entry.HasCrc, entry.Crc, entry.IsGplOnly, words[entry.Owner], words[entry.Space]);
        }
        return found;
    }

    /// <summary>Every symbol's name, in the order in which they were added.</summary>
    internal IEnumerable<string> Names()
    {
        for (int i = 0; i < Count; i++)
            yield return Core.ByteText.FromBytes(text.AsSpan(entries[i].Start, entries[i].Length));
    }

    private bool Locate(ReadOnlySpan<byte> name, uint hash, out int slot)
    {
        uint mask = (uint)slots.Length - 1;
        for (uint at = hash & mask; ; at = (at + 1) & mask)
        {
            int number = slots[at];
            slot = (int)at;
            if (number == 0)
                return false;
            ref readonly Entry entry = ref entries[number - 1];
            if (entry.Hash == hash && text.AsSpan(entry.Start, entry.Length).SequenceEqual(name))
                return true;
        }
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        uint mask = (uint)slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            uint at = entries[i].Hash & mask;
            while (slots[at] != 0)
                at = (at + 1) & mask;
            slots[at] = i + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> name)
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
        hash *= 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32);
    }

    private readonly record struct Entry(int Start, int Length, uint Hash, uint Crc, bool HasCrc, bool IsGplOnly, int Owner, int Space);
}
