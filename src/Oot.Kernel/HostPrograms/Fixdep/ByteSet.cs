namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>A set of byte strings that allocates nothing for each of them.</summary>
internal sealed class ByteSet
{
    private int[] slots = new int[1024];
    private (int Start, int Length, uint Hash)[] entries = new (int, int, uint)[512];
    private byte[] bytes = new byte[8192];
    private int count;
    private int used;

    /// <summary>Adds a string; false when it is there already.</summary>
    internal bool Add(ReadOnlySpan<byte> value)
    {
        uint hash = Hash(value);
        int mask = slots.Length - 1;
        int slot = (int)hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            (int start, int length, uint other) = entries[slots[slot] - 1];
            if (other == hash && bytes.AsSpan(start, length).SequenceEqual(value))
                return false;
        }
        if (count == entries.Length)
        {
            Grow();
            mask = slots.Length - 1;
            for (slot = (int)hash & mask; slots[slot] != 0;)
                slot = (slot + 1) & mask;
        }
        if (bytes.Length - used < value.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + value.Length));
        value.CopyTo(bytes.AsSpan(used));
        entries[count] = (used, value.Length, hash);
        used += value.Length;
        slots[slot] = ++count;
        return true;
    }

    /// <summary>How many bytes it takes, roughly.</summary>
    internal int Size => bytes.Length + (slots.Length * sizeof(int)) + (entries.Length * 3 * sizeof(int));

    /// <summary>Takes all of them out.</summary>
    internal void Clear()
    {
        Array.Clear(slots);
        count = used = 0;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        slots = new int[slots.Length * 2];
        int mask = slots.Length - 1;
        for (int i = 0; i < count; i++)
        {
            int slot = (int)entries[i].Hash & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = i + 1;
        }
    }

    // FNV-1a, 32 bits
    private static uint Hash(ReadOnlySpan<byte> value)
    {
        uint hash = 2166136261;
        foreach (byte b in value)
            hash = (hash ^ b) * 16777619;
        return hash;
    }
}
