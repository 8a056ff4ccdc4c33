namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// CRCs of texts that are put together: the CRC is a remainder of polynomials over GF(2), so a text behind another
/// multiplies what precedes it by a power of x that depends only on its length.
/// </summary>
internal static class CrcShift
{
    private const uint Polynomial = 0xEDB88320;
    private const uint One = 0x80000000;

    /// <summary>x to the number of bits in <paramref name="length"/> bytes.</summary>
    internal static uint Of(long length)
    {
        uint power = One;
        // x to the 8th, then its squares.
        uint square = One >> 8;
        for (long rest = length; rest != 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                power = Multiply(power, square);
            square = Multiply(square, square);
        }
        return power;
    }

    /// <summary>The product of two remainders; the lowest power is the highest bit.</summary>
    internal static uint Multiply(uint left, uint right)
    {
        uint product = 0;
        for (; left != 0; left <<= 1)
        {
            product ^= right & (uint)((int)left >> 31);
            right = (right >> 1) ^ (Polynomial & (uint)-(int)(right & 1));
        }
        return product;
    }
}
