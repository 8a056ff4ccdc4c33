using Oot.Elf;
using Oot.Kernel.Modules;

namespace Oot.Deploy.Indexing;

/// <summary>The rows of <c>__versions</c> (crc as wide as an address, name to 64 bytes in all), found by name, each noted that was asked for.</summary>
internal sealed class VersionRows
{
    private const int RowSize = 64;
    private ElfObject elf;
    private byte[] table = [];
    private int[] next = [], heads = [];
    private bool[] visited = [];
    private int mask, length;

    /// <summary>How many.</summary>
    internal int Count { get; private set; }

    /// <summary>Takes a module's rows; none where there are none, or not a whole number of them.</summary>
    internal void Open(KmodObject file)
    {
        elf = file.Elf;
        Count = 0;
        if (!file.TrySection("__versions"u8, out ReadOnlySpan<byte> rows) || rows.Length % RowSize != 0)
            return;
        length = rows.Length;
        if (table.Length < length)
            table = new byte[length * 2];
        rows.CopyTo(table);
        Count = length / RowSize;
        if (next.Length < Count)
            (next, visited) = (new int[Count * 2], new bool[Count * 2]);
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Count + 1);
        if (heads.Length < size)
            heads = new int[size];
        mask = size - 1;
        heads.AsSpan(0, size).Fill(-1);
        visited.AsSpan(0, Count).Clear();
        // From the last to the first, so that the first of two rows with one name is found.
        for (int i = Count - 1; i >= 0; i--)
        {
            ref int head = ref heads[KmodHash.Of(Name(i)) & mask];
            (next[i], head) = (head, i);
        }
    }

    /// <summary>The CRC of a name; 0 where there is no such row.</summary>
    internal ulong Visit(ReadOnlySpan<byte> name)
    {
        for (int i = Count == 0 ? -1 : heads[KmodHash.Of(name) & mask]; i >= 0; i = next[i])
        {
            if (!Name(i).SequenceEqual(name))
                continue;
            visited[i] = true;
            return Crc(i);
        }
        return 0;
    }

    internal bool IsVisited(int row) => visited[row];

    internal ReadOnlySpan<byte> Name(int row) => ElfObject.StringAt(table.AsSpan((row * RowSize) + elf.WordSize, RowSize - elf.WordSize), 0);

    internal ulong Crc(int row) => elf.Word(table.AsSpan(row * RowSize, RowSize), 0);
}
