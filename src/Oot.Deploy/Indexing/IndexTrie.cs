using System.Buffers.Binary;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Writes a binary index, which is what <c>Oot.Kernel.Modules.Indexes.IndexFile</c> reads; numbers are big endian:
/// <code>
/// b007f457 | 00020001 | root
/// node: [prefix 0] [first 8, last 8, child 32 × (last − first + 1)] [count 32, (priority 32, value 0) × count]
/// </code>
/// The top bits of the number that points to a node say what it has: 8 prefix, 4 values, 2 children. A node with one way on is one with what follows; only the root has no prefix. Sorted
/// keys give the same tree as keys that are put in one after another.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="rootFirst">A node before its children (kmod 34) instead of after them (kmod 30).</param>
internal sealed class IndexTrie(IndexKeys keys, bool rootFirst)
{
    private const uint HasPrefix = 0x80000000, HasValues = 0x40000000, HasChildren = 0x20000000;
    private const int HeaderSize = 12;

    private readonly int[] order = keys.Sorted();
    private byte[] output = new byte[1 << 16];
    private int used = HeaderSize;

    /// <summary>The file's content.</summary>
    internal ReadOnlyMemory<byte> Write()
    {
        uint root = Write(0, order.Length, 0, isRoot: true);
        BinaryPrimitives.WriteUInt32BigEndian(output, 0xb007f457);
        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(4), 0x00020001);
        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(8), root);
        return output.AsMemory(0, used);
    }

    // The node of the keys from `low` to before `high`, which are alike for `depth` bytes; the value is its place and what it has.
    private uint Write(int low, int high, int depth, bool isRoot)
    {
        int end = isRoot ? depth : CommonEnd(low, high, depth);
        int children = low;
        while (children < high && Key(children).Length == end)
            children++;
        if (rootFirst)
        {
            uint place = WriteNode(low, children, high, depth, end, out int table);
            WriteChildren(children, high, end, table, default);
            return place;
        }
        Span<uint> places = children == high ? [] : new uint[Key(high - 1)[end] - Key(children)[end] + 1];
        WriteChildren(children, high, end, -1, places);
        uint later = WriteNode(low, children, high, depth, end, out int own);
        for (int i = 0; i < places.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(own + (4 * i)), places[i]);
        return later;
    }

    // Sorted keys: what the first and the last have in common they all have.
    private int CommonEnd(int low, int high, int depth) => depth + Key(low)[depth..].CommonPrefixLength(Key(high - 1)[depth..]);

    private void WriteChildren(int low, int high, int depth, int table, Span<uint> places)
    {
        int first = low == high ? 0 : Key(low)[depth];
        for (int start = low, end; start < high; start = end)
        {
            byte edge = Key(start)[depth];
            for (end = start + 1; end < high && Key(end)[depth] == edge;)
                end++;
            uint place = Write(start, end, depth + 1, isRoot: false);
            if (table >= 0)
                BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(table + (4 * (edge - first))), place);
            else
                places[edge - first] = place;
        }
    }

    private uint WriteNode(int low, int children, int high, int depth, int end, out int table)
    {
        uint place = (uint)used;
        if (end > depth)
        {
            WriteText(Key(low)[depth..end]);
            place |= HasPrefix;
        }
        table = used;
        if (children < high)
        {
            byte first = Key(children)[end], last = Key(high - 1)[end];
            Reserve(2 + (4 * (last - first + 1)));
            (output[used], output[used + 1]) = (first, last);
            table = used + 2;
            used = table + (4 * (last - first + 1));
            output.AsSpan(table, used - table).Clear();
            place |= HasChildren;
        }
        if (children > low)
        {
            WriteNumber((uint)(children - low));
            for (int i = low; i < children; i++)
            {
                WriteNumber(keys.Priority(order[i]));
                WriteText(keys.Value(order[i]));
            }
            place |= HasValues;
        }
        return place;
    }

    private ReadOnlySpan<byte> Key(int at) => keys.Key(order[at]);

    private void WriteNumber(uint number)
    {
        Reserve(sizeof(uint));
        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(used), number);
        used += sizeof(uint);
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length + 1);
        text.CopyTo(output.AsSpan(used));
        used += text.Length;
        output[used++] = 0;
    }

    private void Reserve(int count)
    {
        if (output.Length - used < count)
            Array.Resize(ref output, Math.Max(output.Length * 2, used + count));
    }
}
