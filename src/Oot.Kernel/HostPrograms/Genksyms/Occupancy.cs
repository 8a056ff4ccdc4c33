using System.Globalization;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The last line of <c>-d</c>: how full the original's hash table would be.</summary>
internal static class Occupancy
{
    private const int Buckets = 4096;
    private const int Digits = 6;

    internal static void Write(ByteWriter output, int count)
    {
        decimal ratio = count / (decimal)Buckets;
        // C's %g: six digits that count, ties to even, no zeros at the end.
        int before = ratio >= 1 ? decimal.Truncate(ratio).ToString(CultureInfo.InvariantCulture).Length : -LeadingZeros(ratio);
        decimal rounded = Math.Round(ratio, Math.Max(0, Digits - before), MidpointRounding.ToEven);
        string text = rounded.ToString("0.############", CultureInfo.InvariantCulture);
        output.Add(ByteText.ToBytes($"Hash table occupancy {count}/{Buckets} = {text}\n"));
    }

    private static int LeadingZeros(decimal ratio)
    {
        int zeros = 0;
        for (; ratio > 0 && ratio < 0.1m; ratio *= 10)
            zeros++;
        return zeros;
    }
}
