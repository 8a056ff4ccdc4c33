using System.Text.Json;
using System.Text.Json.Serialization;
using Oot.Core;

namespace Oot.Deploy.Installing;

/// <summary>What oot installed for one kernel; it lies in <c>/var/lib/oot/installed/RELEASE.json</c> of the system.</summary>
/// <param name="Release">The kernel.</param>
/// <param name="Files">The files.</param>
/// <param name="Directories">Directories that were made for them, which go with the last file if nothing else is in them.</param>
public sealed record InstallRecord(string Release, IReadOnlyList<InstalledFile> Files, IReadOnlyList<string>? Directories = null)
{
    private const string Place = "/var/lib/oot/installed";

    private static readonly InstallRecordContext Context = new(new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    /// <summary>Where a kernel's record is in its system.</summary>
    public static string PathOf(string release) => $"{Place}/{release}.json";

    /// <summary>The kernels that have a record.</summary>
    public static IReadOnlyList<string> Releases(IDisk disk, string root) =>
        RootedPath.Resolve(disk, root, Place, out string place) == 0 && disk.List(place, out IReadOnlyList<string> names) == 0
            ? [.. names.Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name[0] != '.').Select(name => name[..^".json".Length]).Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads a record; an empty one where there is none that can be read.</summary>
    public static InstallRecord Read(IDisk disk, string root, string release)
    {
        var none = new InstallRecord(release, []);
        byte[] bytes = [];
        if (RootedPath.Resolve(disk, root, PathOf(release), out string path) != 0 || disk.Read(path, ref bytes, out int length) != 0)
            return none;
        try
        {
            InstallRecord? read = JsonSerializer.Deserialize(bytes.AsSpan(0, length), Context.InstallRecord);
            return read?.Files is null ? none : read with { Release = release };
        }
        catch (JsonException)
        {
            return none;
        }
    }

    /// <summary>The record as a file.</summary>
    internal byte[] Bytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Context.InstallRecord), (byte)'\n'];
}

/// <summary>The record's types, so that no reflection is needed.</summary>
[JsonSerializable(typeof(InstallRecord))]
internal sealed partial class InstallRecordContext : JsonSerializerContext;
