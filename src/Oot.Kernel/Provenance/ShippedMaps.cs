using System.Reflection;
using Oot.Elf.Compression;

namespace Oot.Kernel.Provenance;

/// <summary>
/// The maps that oot brings along, for those who have a kernel's headers and not its sources: <c>maps/VERSION.map.gz</c> in the project, made by <c>oot symbols map</c>, resources of this
/// assembly. Nothing of them is touched until one is asked for.
/// </summary>
public sealed class ShippedMaps
{
    private const string Prefix = "provenance/", Suffix = ".map.gz";

    private readonly Dictionary<string, ProvenanceIndex?> opened = new(StringComparer.Ordinal);

    /// <summary>The versions that there are, the oldest first.</summary>
    public IReadOnlyList<string> Versions { get; } =
        [.. typeof(ShippedMaps).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length]).OrderBy(version => KernelSeries.Of(version))];

    /// <summary>The map of one of <see cref="Versions"/>; null when it is damaged.</summary>
    public ProvenanceIndex? Open(string version)
    {
        if (opened.TryGetValue(version, out ProvenanceIndex? index))
            return index;
        Assembly assembly = typeof(ShippedMaps).Assembly;
        using Stream? stream = assembly.GetManifestResourceStream(Prefix + version + Suffix);
        byte[] packed = new byte[stream?.Length ?? 0], bytes = [];
        stream?.ReadExactly(packed);
        Expansion expansion = Decompressor.Expand(packed, CompressionKind.Gzip, IndexFormat.LargestFile, ref bytes);
        return opened[version] = expansion.Status == ExpansionStatus.Done ? ProvenanceIndex.Open(bytes.AsMemory(0, expansion.Length)) : null;
    }

    /// <summary>The version whose map fits a kernel best: of its series, else of the next older one, else of the oldest; null when there are no maps.</summary>
    public string? For(string release)
    {
        if (KernelSeries.Of(release) is not { } wanted)
            return Versions.LastOrDefault();
        return Versions.LastOrDefault(version => KernelSeries.Of(version) is { } series && series.CompareTo(wanted) <= 0) ?? Versions.FirstOrDefault();
    }

    /// <summary>Whether a release is of the series of a version.</summary>
    public static bool IsSameSeries(string release, string version) => KernelSeries.Of(release) == KernelSeries.Of(version);
}
