using System.Globalization;

namespace Oot.Kernel.Provenance;

/// <summary>The two numbers that begin a kernel's version: <c>6.12</c> of <c>6.12.95+deb12-amd64</c>.</summary>
internal readonly record struct KernelSeries(int Major, int Minor) : IComparable<KernelSeries>
{
    /// <summary>The series of a release or version; null when it does not begin with two numbers.</summary>
    public static KernelSeries? Of(string release)
    {
        string[] parts = release.Split('.', 3);
        if (parts.Length < 2)
            return null;
        int end = 0;
        while (end < parts[1].Length && char.IsAsciiDigit(parts[1][end]))
            end++;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1].AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out int minor) ? new KernelSeries(major, minor) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(KernelSeries other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
