namespace Oot.Deploy.Indexing;

/// <summary>The keys of a binary index with their values, gathered in any order.</summary>
internal sealed class IndexKeys
{
    private byte[] text = new byte[1 << 16];
    private Entry[] entries = new Entry[1 << 10];
    private int used;

    /// <summary>How many values there are in all.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds a value to a key.</summary>
    /// <param name="priority">Of several values the one with the lowest comes first; of equal ones that which was added last.</param>
    internal void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint priority)
    {
        if (Count == entries.Length)
            Array.Resize(ref entries, Count * 2);
        entries[Count++] = new Entry(Keep(key), key.Length, Keep(value), value.Length, priority);
    }

    internal ReadOnlySpan<byte> Key(int entry) => text.AsSpan(entries[entry].Key, entries[entry].KeyLength);

    internal ReadOnlySpan<byte> Value(int entry) => text.AsSpan(entries[entry].Value, entries[entry].ValueLength);

    internal uint Priority(int entry) => entries[entry].Priority;

    /// <summary>Every value by its key's bytes, those of one key in the order in which the index has them.</summary>
    internal int[] Sorted()
    {
        int[] order = new int[Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) =>
        {
            int difference = Key(a).SequenceCompareTo(Key(b));
            if (difference == 0)
                difference = entries[a].Priority.CompareTo(entries[b].Priority);
            return difference != 0 ? difference : b.CompareTo(a);
        });
        return order;
    }

    private int Keep(ReadOnlySpan<byte> bytes)
    {
        if (text.Length - used < bytes.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, used + bytes.Length));
        bytes.CopyTo(text.AsSpan(used));
        used += bytes.Length;
        return used - bytes.Length;
    }

    private readonly record struct Entry(int Key, int KeyLength, int Value, int ValueLength, uint Priority);
}
