using System.Text;

namespace Oot.Deploy.Indexing;

/// <summary>A text index while it is written.</summary>
internal sealed class TextTable
{
    private byte[] output = new byte[1 << 14];
    private int used;

    /// <summary>What was written.</summary>
    internal ReadOnlyMemory<byte> Content => output.AsMemory(0, used);

    internal TextTable Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(output.AsSpan(used));
        used += bytes.Length;
        return this;
    }

    /// <summary>Adds byte text.</summary>
    internal TextTable Add(string text)
    {
        Reserve(text.Length);
        used += Encoding.Latin1.GetBytes(text, output.AsSpan(used));
        return this;
    }

    private void Reserve(int count)
    {
        if (output.Length - used < count)
            Array.Resize(ref output, Math.Max(output.Length * 2, used + count));
    }
}
