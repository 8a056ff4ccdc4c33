using System.Numerics;
using System.Runtime.InteropServices;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Every word once, numbered: 0 is the empty word, a word of one byte has the byte's number. The bytes of all words lie in
/// <see cref="Text"/>: the input itself, and behind it what is made up while reading.
/// </summary>
internal sealed class NameTable
{
    private const int FirstLong = 256;

    private byte[] _text;
    private Name[] _names;
    private int[] _buckets;
    private int _count = FirstLong;
    private int _textEnd;

    /// <param name="text">The input, with room behind <paramref name="end"/>; kept.</param>
    internal NameTable(byte[] text, int end)
    {
        _text = text;
        _textEnd = end;
        int buckets = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(end / 32, 1024, 1 << 20));
        _buckets = new int[buckets];
        _names = new Name[Math.Max(buckets / 2, 2 * FirstLong)];
        int bytes = Reserve(FirstLong);
        for (int value = 0; value < FirstLong; value++)
        {
            _text[bytes + value] = (byte)value;
            _names[value] = new Name { Offset = bytes + value, Length = value == 0 ? 0 : 1, Ordinary = -1, Tagged = -1, Keyword = Terminal.None };
        }
    }

    internal byte[] Text => _text;

    internal ref Name this[int name] => ref _names[name];

    internal ReadOnlySpan<byte> Bytes(int name) => _text.AsSpan(_names[name].Offset, _names[name].Length);

    /// <summary>The number of a word in <see cref="Text"/>; a zero byte ends it, as in C.</summary>
    internal int Add(int offset, int length)
    {
        ReadOnlySpan<byte> bytes = _text.AsSpan(offset, length);
        if (bytes.Contains((byte)0))
            length = bytes.IndexOf((byte)0);
        return AddClean(offset, length);
    }

    /// <summary>As <see cref="Add(int, int)"/>, of bytes from elsewhere.</summary>
    internal int Add(ReadOnlySpan<byte> bytes)
    {
        int offset = Reserve(bytes.Length);
        bytes.CopyTo(_text.AsSpan(offset));
        int before = _count;
        int name = Add(offset, bytes.Length);
        if (_count == before)
            _textEnd = offset;
        return name;
    }

    /// <summary>As <see cref="Add(int, int)"/>, of a word without zero bytes.</summary>
    internal int AddClean(int offset, int length)
    {
        if (length <= 1)
            return length == 0 ? 0 : _text[offset];
        uint hash = Hash(_text.AsSpan(offset, length));
        int mask = _buckets.Length - 1;
        for (int bucket = (int)hash & mask; ; bucket = (bucket + 1) & mask)
        {
            int name = _buckets[bucket];
            if (name == 0)
                return Insert(bucket, offset, length, hash);
            ref Name known = ref _names[name];
            if (known.Hash == hash && known.Length == length && _text.AsSpan(known.Offset, length).SequenceEqual(_text.AsSpan(offset, length)))
                return name;
        }
    }

    private int Insert(int bucket, int offset, int length, uint hash)
    {
        if (_count == _names.Length)
            Array.Resize(ref _names, 2 * _count);
        _buckets[bucket] = _count;
        _names[_count] = new Name { Offset = offset, Length = length, Hash = hash, Ordinary = -1, Tagged = -1, Keyword = Terminal.None };
        if (2 * _count > _buckets.Length)
            Rehash();
        return _count++;
    }

    private void Rehash()
    {
        _buckets = new int[2 * _buckets.Length];
        int mask = _buckets.Length - 1;
        for (int name = FirstLong; name <= _count; name++)
        {
            int bucket = (int)_names[name].Hash & mask;
            while (_buckets[bucket] != 0)
                bucket = (bucket + 1) & mask;
            _buckets[bucket] = name;
        }
    }

    private int Reserve(int length)
    {
        if (_textEnd + length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length + (_text.Length / 4), _textEnd + length + 4096));
        int start = _textEnd;
        _textEnd += length;
        return start;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        ulong hash = (uint)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes)) * Factor, 29);
            bytes = bytes[8..];
        }
        if (bytes.Length >= 4)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<uint>(bytes)) * Factor, 29);
            bytes = bytes[4..];
        }
        foreach (byte value in bytes)
            hash = (hash ^ value) * Factor;
        return (uint)(hash >> 32) ^ (uint)(hash >> 13);
    }
}
