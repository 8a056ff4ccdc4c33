using System.Runtime.CompilerServices;

namespace Oot.Core;

/// <summary>
/// The collector's memory for a program that is over in a fraction of a second. Memory that is handed out for the first time costs a page fault for every 4 KiB, and what would be
/// collected mostly lives on: both together were a third of a make's processor time. So some of it is set aside without a collection, in pages as large as the system has.
/// docs/design/start-up.md has the figures.
/// </summary>
public static unsafe class FreshMemory
{
    /// <summary>What the makefiles of a module need, with long texts apart; whoever needs more gets it collected as ever.</summary>
    private const long AllBytes = 68 << 20, LongTextBytes = 4 << 20;

    /// <summary>The collector takes its first regions from one piece of address space: this far around the youngest object.</summary>
    private const nuint Before = 64 << 20, Length = 128 << 20, LargePage = 2 << 20;

    private const int HugePages = 14;

    /// <summary>Sets the memory aside; where that cannot be, nothing changes. To be called once, before the work begins.</summary>
    public static void SetAside()
    {
        try
        {
            if (!GC.TryStartNoGCRegion(AllBytes, LongTextBytes))
                return;
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return;
        }
        object youngest = new();
        // Only advice, so an address that belongs to something else is none the worse for it.
        nuint start = (*(nuint*)Unsafe.AsPointer(ref youngest) - Before) & ~(LargePage - 1);
        _ = NativeMethods.AdviseMemory((void*)start, Length, HugePages);
    }
}
