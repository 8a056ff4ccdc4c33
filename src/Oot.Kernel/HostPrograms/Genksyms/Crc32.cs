namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The CRC of IEEE 802.3, least significant bit first.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private readonly uint[] _table = new uint[256];

    internal Crc32()
    {
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            _table[value] = crc;
        }
    }

    internal uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] table = _table;
        foreach (byte value in bytes)
            crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    internal uint Add(uint crc, byte value) => _table[(byte)(crc ^ value)] ^ (crc >> 8);
}
