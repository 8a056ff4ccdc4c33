using System.Buffers.Binary;
using System.Text;

namespace Oot.Make.Caching.Runs;

/// <summary>Reads what <see cref="CacheWriter"/> wrote, where it lies; after the first thing that does not fit, <see cref="IsBroken"/> is set and everything is empty.</summary>
internal ref struct RunReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Something was not there.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The next number.</summary>
    public long Number()
    {
        if (IsBroken || _bytes.Length - _at < 8)
        {
            IsBroken = true;
            return 0;
        }
        _at += 8;
        return BinaryPrimitives.ReadInt64LittleEndian(_bytes[(_at - 8)..]);
    }

    /// <summary>A number of things that each take at least eight bytes; 0 for a number that cannot be.</summary>
    public int Count()
    {
        long count = Number();
        if (count < 0 || count > (_bytes.Length - _at) / 8)
            IsBroken = true;
        return IsBroken ? 0 : (int)count;
    }

    /// <summary>The bytes of a list of numbers, eight each.</summary>
    public ReadOnlySpan<byte> Numbers()
    {
        int length = Count() * 8;
        ReadOnlySpan<byte> numbers = _bytes.Slice(_at, length);
        _at += length;
        return numbers;
    }

    /// <summary>The next text; a zero byte lies behind it, unless nothing is left of what was read.</summary>
    public ReadOnlySpan<byte> Text()
    {
        long length = Number();
        if (IsBroken || length < 0 || length >= _bytes.Length - _at || _bytes[_at + (int)length] != 0)
        {
            IsBroken = true;
            return "\0"u8[..0];
        }
        ReadOnlySpan<byte> text = _bytes.Slice(_at, (int)length);
        _at += (int)length + 1;
        return text;
    }

    /// <summary>Whether the next text is this one.</summary>
    public bool IsText(string expected)
    {
        ReadOnlySpan<byte> text = Text();
        if (IsBroken || text.Length != expected.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
            if (text[i] != expected[i])
                return false;
        return true;
    }

    /// <summary>Something was there that cannot be.</summary>
    public void Break() => IsBroken = true;

    /// <summary>The next text as byte text.</summary>
    public string String() => Encoding.Latin1.GetString(Text());
}
