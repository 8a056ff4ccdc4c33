namespace Oot.Make.Rules;

/// <summary>Modification times in nanoseconds since 1970, and the values beside them that make needs.</summary>
internal static class Timestamp
{
    /// <summary>Not asked yet.</summary>
    public const long Unknown = 0;

    /// <summary>No such file.</summary>
    public const long Nonexistent = 1;

    /// <summary>Older than everything (<c>-o</c>).</summary>
    public const long Old = 2;

    /// <summary>Newer than everything (<c>-W</c>, or made just now).</summary>
    public const long New = long.MaxValue;

    private const long OrdinaryMinimum = 3;

    /// <summary>Whether it is a real file's time.</summary>
    public static bool IsOrdinary(long time) => time is >= OrdinaryMinimum and < New;

    /// <summary>A file's time, kept apart from the special values.</summary>
    public static long FromNs(long ns) => Math.Clamp(ns, OrdinaryMinimum, New - 1);
}
