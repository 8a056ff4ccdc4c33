using System.Runtime.CompilerServices;

namespace Oot.Core;

/// <summary>
/// The collector's memory for a program that is over in a fraction of a second: what would be collected mostly lives on, so some is set aside that is handed out without a collection.
/// docs/design/start-up.md has the figures.
/// </summary>
public static unsafe class FreshMemory
{
    /// <summary>What the makefiles of a module need, with long texts apart; whoever needs more gets it collected as ever.</summary>
    private const long AllBytes = 68 << 20, LongTextBytes = 4 << 20;

    private const nuint RegionBytes = 4 << 20, MostRegions = 32, AheadBytes = 24 << 20, PieceBytes = 512 << 10;
    private const int PopulateForWriting = 23;

    /// <summary>Sets the memory aside; where that cannot be, nothing changes. To be called once, before the work begins.</summary>
    public static void SetAside()
    {
        try
        {
            if (GC.TryStartNoGCRegion(AllBytes, LongTextBytes) && Environment.ProcessorCount > 1)
                TakeAhead();
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // Collected as ever.
        }
    }

    // The collector's regions lie in one piece of address space, in the order in which they are used; those of older objects have hardly any memory and refuse.
    private static void TakeAhead()
    {
        object youngest = new();
        nuint start = *(nuint*)Unsafe.AsPointer(ref youngest) & ~(RegionBytes - 1);
        new Thread(() =>
        {
            nuint taken = 0;
            for (nuint region = 0; region < MostRegions && taken < AheadBytes; region++)
                for (nuint piece = 0; piece < RegionBytes && NativeMethods.AdviseMemory((void*)(start + (region * RegionBytes) + piece), PieceBytes, PopulateForWriting) == 0; piece += PieceBytes)
                    taken += PieceBytes;
        }, 1 << 16) { IsBackground = true }.Start();
    }
}
