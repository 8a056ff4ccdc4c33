using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// What depmod wants to know of a module, as one run of bytes:
/// <code>
/// exports: (crc 64, name 0)…    imports: (weak 8, crc 64, name 0)…    strings: (text 0)…
/// </code>
/// Numbers are little endian. The strings are those of <c>.modinfo</c> that indexes are made of. It is only made by <see cref="LinkFactsReader"/> and checked where it comes out of a cache.
/// </summary>
/// <param name="Errno">Why the module's symbols could not be read, which is said and ends nothing; 0 otherwise.</param>
internal readonly record struct LinkFacts(byte[] Buffer, int Exports, int Imports, int Strings, int End, int Errno)
{
    private const int CrcSize = sizeof(ulong);

    /// <summary>A module of which nothing is known.</summary>
    internal static LinkFacts None(int errno) => new([], 0, 0, 0, 0, errno);

    /// <summary>The next export from <paramref name="at"/> on, which begins at <see cref="Exports"/>.</summary>
    internal bool NextExport(ref int at, out int name, out int length, out ulong crc)
    {
        (name, length, crc) = (at + CrcSize, 0, 0);
        if (at >= Imports)
            return false;
        crc = BitConverter.ToUInt64(Buffer, at);
        length = LengthAt(name);
        at = name + length + 1;
        return true;
    }

    /// <summary>The next import from <paramref name="at"/> on, which begins at <see cref="Imports"/>.</summary>
    internal bool NextImport(ref int at, out int name, out int length, out ulong crc, out bool weak)
    {
        (name, length, crc, weak) = (at + 1 + CrcSize, 0, 0, false);
        if (at >= Strings)
            return false;
        weak = Buffer[at] != 0;
        crc = BitConverter.ToUInt64(Buffer, at + 1);
        length = LengthAt(name);
        at = name + length + 1;
        return true;
    }

    /// <summary>The next string from <paramref name="at"/> on, which begins at <see cref="Strings"/>.</summary>
    internal bool NextString(ref int at, out ReadOnlySpan<byte> text)
    {
        text = [];
        if (at >= End)
            return false;
        int length = LengthAt(at);
        text = Buffer.AsSpan(at, length);
        at += length + 1;
        return true;
    }

    /// <summary>Whether every entry lies where it should: what comes out of a cache is not believed.</summary>
    internal bool IsSound
    {
        get
        {
            if (Exports < 0 || Imports < Exports || Strings < Imports || End < Strings || End > Buffer.Length)
                return false;
            return AreEntries(Exports, Imports, CrcSize) && AreEntries(Imports, Strings, CrcSize + 1) && AreEntries(Strings, End, 0);
        }
    }

    private bool AreEntries(int at, int end, int before)
    {
        while (at < end)
        {
            int zero = end - at <= before ? -1 : Buffer.AsSpan(at + before, end - at - before).IndexOf((byte)0);
            if (zero < 0)
                return false;
            at += before + zero + 1;
        }
        return true;
    }

    private int LengthAt(int at) => Buffer.AsSpan(at, End - at).IndexOf((byte)0);
}
