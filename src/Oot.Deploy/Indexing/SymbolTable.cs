namespace Oot.Deploy.Indexing;

/// <summary>Who has which symbol: names as bytes in buffers of others, in kmod's hash of 2048 buckets. A symbol that is added again belongs to the one that was added last.</summary>
internal sealed class SymbolTable
{
    internal const int Kernel = -1;
    private const uint Buckets = 2048;
    private const int Hashed = 1 << 15;

    private readonly int[] heads = new int[Hashed];
    private Entry[] entries = new Entry[1 << 14];

    internal SymbolTable() => Array.Fill(heads, -1);

    /// <summary>How many symbols.</summary>
    internal int Count { get; private set; }

    /// <param name="owner">The module's index, or <see cref="Kernel"/>.</param>
    internal void Add(byte[] buffer, int start, int length, ulong crc, int owner)
    {
        ReadOnlySpan<byte> name = buffer.AsSpan(start, length);
        uint hash = KmodHash.Of(name);
        int at = Find(name, hash);
        if (at >= 0)
        {
            entries[at].Crc = crc;
            entries[at].Owner = owner;
            return;
        }
        if (Count == entries.Length)
            Array.Resize(ref entries, Count * 2);
        ref int head = ref heads[hash & (Hashed - 1)];
        entries[Count] = new Entry { Buffer = buffer, Start = start, Length = length, Hash = hash, Crc = crc, Owner = owner, Next = head };
        head = Count++;
    }

    /// <summary>The index of a symbol; −1 where there is none.</summary>
    internal int Find(ReadOnlySpan<byte> name) => Find(name, KmodHash.Of(name));

    internal int OwnerOf(int symbol) => entries[symbol].Owner;

    internal ulong CrcOf(int symbol) => entries[symbol].Crc;

    internal ReadOnlySpan<byte> NameOf(int symbol) => entries[symbol].Name;

    /// <summary>All symbols of modules in the order in which kmod goes over its table.</summary>
    internal int[] InOrder()
    {
        int[] order = [.. Enumerable.Range(0, Count).Where(i => entries[i].Owner != Kernel)];
        Array.Sort(order, (a, b) =>
        {
            uint one = entries[a].Hash & (Buckets - 1), other = entries[b].Hash & (Buckets - 1);
            return one != other ? one.CompareTo(other) : entries[a].Name.SequenceCompareTo(entries[b].Name);
        });
        return order;
    }

    private int Find(ReadOnlySpan<byte> name, uint hash)
    {
        for (int i = heads[hash & (Hashed - 1)]; i >= 0; i = entries[i].Next)
        {
            if (entries[i].Hash == hash && entries[i].Name.SequenceEqual(name))
                return i;
        }
        return -1;
    }

    private struct Entry
    {
        internal byte[] Buffer;
        internal int Start, Length, Next, Owner;
        internal uint Hash;
        internal ulong Crc;

        internal readonly ReadOnlySpan<byte> Name => Buffer.AsSpan(Start, Length);
    }
}
