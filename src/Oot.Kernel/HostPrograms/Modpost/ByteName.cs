using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>A name as a piece of a file that is in memory: the bytes of a C string without its end.</summary>
internal readonly struct ByteName(byte[] bytes, int start, int length)
{
    private readonly byte[]? bytes = bytes;

    /// <summary>A name of its own memory.</summary>
    public ByteName(string text)
        : this(ByteText.ToBytes(text), 0, text.Length)
    {
    }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(start, length);

    public int Length => length;

    public bool IsEmpty => length == 0;

    /// <summary>The name from its byte <paramref name="offset"/> on.</summary>
    public ByteName From(int offset) => new(bytes ?? [], start + offset, length - offset);

    public bool Equals(ByteName other) => Span.SequenceEqual(other.Span);

    public override string ToString() => ByteText.FromBytes(Span);
}
