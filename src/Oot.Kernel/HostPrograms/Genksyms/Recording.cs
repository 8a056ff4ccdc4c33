namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>An expansion that is going on and may be remembered.</summary>
/// <param name="Symbol">What is expanded.</param>
/// <param name="Seen">How many symbols had been met before.</param>
/// <param name="Crc">The CRC before it.</param>
/// <param name="Length">The length of the text before it.</param>
/// <param name="Before">Which of those met before have been named in it.</param>
internal readonly record struct Recording(int Symbol, int Seen, uint Crc, long Length, List<int> Before);
