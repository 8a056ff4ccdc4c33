using System.IO.Compression;
using Oot.Core;

namespace Oot.Kernel.Provenance;

/// <summary>A map as oot ships it: an index, compressed by gzip. The same sources give the same bytes.</summary>
public static class MapFile
{
    /// <summary>Makes the map of a kernel's sources; null when the directory has none.</summary>
    /// <param name="version">The version of the sources.</param>
    public static byte[]? Make(IDisk disk, string directory, out string version)
    {
        version = "";
        if (ProvenanceBuilder.Build(disk, directory + "/") is not { } map)
            return null;
        version = map.Version;
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(IndexWriter.Write(map));
        return packed.ToArray();
    }
}
