namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// An expansion as it was: with <paramref name="Before"/> already met and none of <paramref name="Met"/>, the same symbol expands to the same text.
/// </summary>
/// <param name="Before">Symbols that had been met before and were therefore only named.</param>
/// <param name="Met">Symbols that were expanded, in order.</param>
/// <param name="Crc">The text's part of a CRC.</param>
/// <param name="Shift">What the text's length does to the CRC of what precedes it (<see cref="CrcShift"/>).</param>
/// <param name="Length">The text's length in bytes.</param>
/// <param name="Next">An older expansion of the same symbol; null for none.</param>
internal sealed record RememberedExpansion(int[] Before, int[] Met, uint Crc, uint Shift, long Length, RememberedExpansion? Next);
