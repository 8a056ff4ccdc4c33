using System.Buffers.Binary;
using System.Text;

namespace Oot.Make.Caching;

/// <summary>Reads what <see cref="CacheWriter"/> wrote; after the first thing that does not fit, <see cref="IsBroken"/> is set and everything is empty.</summary>
public sealed class CacheReader(byte[] bytes, int at)
{
    private int _at = at;

    /// <summary>Something was not there.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>All bytes, for what is used where it lies.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The next number.</summary>
    public long Number()
    {
        if (IsBroken || bytes.Length - _at < 8)
        {
            IsBroken = true;
            return 0;
        }
        _at += 8;
        return BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(_at - 8));
    }

    /// <summary>A number of things that each take at least eight bytes; 0 for a number that cannot be.</summary>
    public int Count()
    {
        long count = Number();
        if (count < 0 || count > (bytes.Length - _at) / 8)
            IsBroken = true;
        return IsBroken ? 0 : (int)count;
    }

    /// <summary>Where the next text lies.</summary>
    public Range TextRange()
    {
        long length = Number();
        if (IsBroken || length < 0 || length >= bytes.Length - _at)
        {
            IsBroken = true;
            return default;
        }
        int start = _at;
        _at += (int)length + 1;
        return start..(start + (int)length);
    }

    /// <summary>The next text.</summary>
    public string Text() => Encoding.Latin1.GetString(bytes.AsSpan(TextRange()));

    /// <summary>Whether the next text is this one.</summary>
    public bool IsText(string expected)
    {
        ReadOnlySpan<byte> text = bytes.AsSpan(TextRange());
        if (IsBroken || text.Length != expected.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
            if (text[i] != expected[i])
                return false;
        return true;
    }
}
