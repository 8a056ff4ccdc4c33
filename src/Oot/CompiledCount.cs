namespace Oot;

/// <summary>How many objects a build has begun to compile, counted in what kbuild prints (<c>  CC [M]  FILE</c>); the name of the last one.</summary>
internal sealed class CompiledCount
{
    private readonly List<byte> line = [];
    private int count;
    private string last = "";

    /// <summary>Such as <c>12 objects, last alpha.o</c>.</summary>
    internal string Text => $"{count} object{(count == 1 ? "" : "s")}, last {last}";

    /// <summary>Reads on; whether the count has changed.</summary>
    internal bool Add(ReadOnlySpan<byte> output)
    {
        int before = count;
        foreach (byte one in output)
        {
            if (one != (byte)'\n')
            {
                if (line.Count < 4096)
                    line.Add(one);
                continue;
            }
            ReadOnlySpan<byte> text = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line);
            if (text.StartsWith("  CC "u8) || text.StartsWith("  AS "u8) || text.StartsWith("  RUSTC "u8))
            {
                count++;
                last = Core.ByteText.FromBytes(text[(text.LastIndexOfAny((byte)'/', (byte)' ') + 1)..]);
            }
            line.Clear();
        }
        return count != before;
    }
}
