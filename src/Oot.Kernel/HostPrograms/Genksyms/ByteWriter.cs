using System.Buffers.Text;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Collects bytes for a stream, or for a file that is written at the end.</summary>
internal sealed class ByteWriter(Stream? stream)
{
    private const int FlushAt = 1 << 16;

    private byte[] _bytes = new byte[1024];
    private int _length;

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
            Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    internal void Add(byte value) => Add(new ReadOnlySpan<byte>(in value));

    internal void Add(int value)
    {
        Span<byte> digits = stackalloc byte[16];
        _ = Utf8Formatter.TryFormat(value, digits, out int length);
        Add(digits[..length]);
    }

    /// <summary>Eight hexadecimal digits.</summary>
    internal void AddHex(uint value)
    {
        Span<byte> digits = stackalloc byte[16];
        _ = Utf8Formatter.TryFormat(value, digits, out int length, new System.Buffers.StandardFormat('x', 8));
        Add(digits[..length]);
    }

    internal void Flush()
    {
        if (_length > 0 && stream is not null)
        {
            stream.Write(_bytes, 0, _length);
            _length = 0;
        }
    }

    private void Grow(int more)
    {
        if (stream is not null && _length >= FlushAt)
            Flush();
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + more));
    }
}
