namespace Oot.Core;

/// <summary>The clock that files' times come from, in nanoseconds since 1970-01-01 UTC, and how coarse it is.</summary>
public static class FileClock
{
    /// <summary>Files' times can be this much behind the clock (a tick of the kernel's), so what was changed later than that may change again and look the same.</summary>
    public const long TickNs = 12_000_000;

    private const long SecondNs = 1_000_000_000;

    /// <summary>As <see cref="TickNs"/>, on a file system that knows seconds only; FAT knows every second one.</summary>
    private const long CoarseTickNs = 2_100_000_000;

    /// <summary>The time.</summary>
    public static long NowNs() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>Whether a change at some moment or after it would show in the times of a file that has changed before.</summary>
    public static bool ShowsChange(long changedNs, long momentNs) => changedNs < momentNs - (changedNs % SecondNs == 0 ? CoarseTickNs : TickNs);
}
