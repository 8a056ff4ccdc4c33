namespace Oot.Core;

/// <summary>
/// The collector's memory for a program that is over in a fraction of a second: what would be collected mostly lives on, so some is set aside that is handed out without a collection.
/// docs/design/start-up.md has the figures.
/// </summary>
public static class FreshMemory
{
    /// <summary>What the makefiles of a module need, with long texts apart; whoever needs more gets it collected as ever.</summary>
    private const long AllBytes = 68 << 20, LongTextBytes = 4 << 20;

    /// <summary>Sets the memory aside; where that cannot be, nothing changes. To be called once, before the work begins.</summary>
    public static void SetAside()
    {
        try
        {
            GC.TryStartNoGCRegion(AllBytes, LongTextBytes);
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // Collected as ever.
        }
    }
}
