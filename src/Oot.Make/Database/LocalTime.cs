using System.Globalization;
using System.Runtime.InteropServices;

namespace Oot.Make.Database;

/// <summary>A time as the C library puts it in the user's zone, which <c>TZ</c> may give in POSIX's notation.</summary>
internal readonly partial struct LocalTime
{
    /// <summary><c>struct tm</c> of 64-bit Linux; the year counts from 1900, the month from 0.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct BrokenDown
    {
        public int Second, Minute, Hour, Day, Month, Year, WeekDay, YearDay, IsDaylightSaving;
        public long Offset;
        public nint Zone;
    }

    private readonly BrokenDown _time;

    /// <param name="seconds">Since 1970 UTC.</param>
    public LocalTime(long seconds) => _ = Break(in seconds, out _time);

    /// <summary>The time now.</summary>
    public static LocalTime Now() => new(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    /// <summary>As C's <c>ctime</c>, without the end of the line: <c>Sat Nov  1 05:05:29 2025</c>.</summary>
    public string ToLongText() => string.Create(CultureInfo.InvariantCulture,
        $"{WeekDays[_time.WeekDay]} {Months[_time.Month]} {_time.Day,2} {_time.Hour:00}:{_time.Minute:00}:{_time.Second:00} {_time.Year + 1900}");

    /// <summary>As <c>2025-11-01 05:05:29</c>.</summary>
    public string ToShortText() => string.Create(CultureInfo.InvariantCulture,
        $"{_time.Year + 1900:0000}-{_time.Month + 1:00}-{_time.Day:00} {_time.Hour:00}:{_time.Minute:00}:{_time.Second:00}");

    private static readonly string[] WeekDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    [LibraryImport("libc", EntryPoint = "localtime_r")]
    private static partial nint Break(in long seconds, out BrokenDown time);
}
