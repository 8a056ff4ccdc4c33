using System.Globalization;
using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>
/// Where remembered things lie: <c>$XDG_CACHE_HOME/oot/make</c>, one file each, named by a hash, with a checksum. Whatever is damaged, not this user's or writable for others is as
/// good as not there. A file appears whole, by a rename, so any number of processes may read and write at once.
/// </summary>
public sealed class CacheDirectory
{
    /// <summary>The variable that asks for the reasons why something is not remembered; it changes no answer.</summary>
    public const string LogVariable = "OOT_CACHE_LOG";

    private const string Magic = "OOTCACH1";
    private const int HeaderBytes = 16;
    private const int OwnerOnly = 0x180;
    private const int MostFiles = 4096, MostRuns = 256, MostObjects = 64;
    private const long MostBytes = 16 << 20;

    private readonly string _root;

    private CacheDirectory(string root) => _root = root;

    /// <summary>The cache of this environment; null when it is switched off (<c>OOT_CACHE=off</c>) or cannot be trusted.</summary>
    public static CacheDirectory? Open(IReadOnlyList<string> environment)
    {
        if (IsOff(environment) || RootOf(environment) is not { } root)
            return null;
        return NativeFiles.IsOwn(root) || Create(root) ? new CacheDirectory(root) : null;
    }

    /// <summary>What there is: one directory each.</summary>
    public static readonly string[] Kinds = ["runs", "probes", "judged", "programs", "habits", "plans", RememberedAnswers.Kind, OptionsOfHeaders, Objects];

    /// <summary>Where it is kept which options headers name: a file a kernel tree.</summary>
    public const string OptionsOfHeaders = "options";

    /// <summary>Objects that are the same for every module of a kernel.</summary>
    internal const string Objects = "objects";

    /// <summary>Whether the environment switches it off.</summary>
    public static bool IsOff(IReadOnlyList<string> environment) => ProcessEnvironment.Value(environment, "OOT_CACHE") is "off" or "0" or "no";

    /// <summary>The directory's path, whether it is there or not; null when the environment names none.</summary>
    public static string? RootOf(IReadOnlyList<string> environment)
    {
        string? cache = ProcessEnvironment.Value(environment, "XDG_CACHE_HOME");
        if (cache is null || !cache.StartsWith('/'))
            cache = ProcessEnvironment.Value(environment, "HOME") is { } home && home.StartsWith('/') ? home.TrimEnd('/') + "/.cache" : null;
        return cache is null ? null : cache.TrimEnd('/') + "/oot/make";
    }

    /// <summary>Where running makes say what they are making; no cache, so it is not cleared with them.</summary>
    public string Journals => _root + "/making";

    private static bool Create(string root)
    {
        for (int slash = root.IndexOf('/', 1); slash > 0; slash = root.IndexOf('/', slash + 1))
            NativeFiles.MakeDirectory(root[..slash]);
        NativeFiles.MakeDirectory(root);
        foreach (string kind in Kinds)
            NativeFiles.MakeDirectory($"{root}/{kind}");
        return NativeFiles.IsOwn(root);
    }

    /// <summary>The path of a thing that is remembered under a key.</summary>
    public string PathOf(string kind, string key) => string.Create(CultureInfo.InvariantCulture, $"{_root}/{kind}/{TextHash.Of(key):x16}");

    /// <summary>What was stored under this very key; null when nothing was, or what is there is not whole.</summary>
    public CacheReader? Find(string kind, string key)
    {
        byte[]? bytes = NativeFiles.ReadOwn(PathOf(kind, key), MostBytes);
        if (Contents(bytes) is not { } reader)
            return null;
        return reader.IsText(key) ? reader : null;
    }

    /// <summary>What lies behind the header of a file of this format, undamaged; empty for any other.</summary>
    public static ReadOnlySpan<byte> ContentOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || !System.Text.Ascii.Equals(bytes[..8], Magic))
            return default;
        ReadOnlySpan<byte> content = bytes[HeaderBytes..];
        return TextHash.Of(content) == BitConverter.ToUInt64(bytes[8..HeaderBytes]) ? content : default;
    }

    /// <summary>The content of a file of this format; null for any other.</summary>
    public static CacheReader? Contents(byte[]? bytes) => ContentOf(bytes).IsEmpty ? null : new CacheReader(bytes!, HeaderBytes);

    /// <summary>Stores what a writer holds, the key first, in the place of what was there.</summary>
    public void Store(string kind, string key, CacheWriter content)
    {
        string directory = $"{_root}/{kind}";
        if (HasPlaceFor(kind))
            Write(PathOf(kind, key), content);
        // Now and then somebody has to look how much there is.
        int most = kind switch { "runs" or RememberedAnswers.Kind or OptionsOfHeaders => MostRuns, Objects => MostObjects, _ => MostFiles };
        if (most < MostFiles || (Environment.ProcessId & 63) == 0)
            Trim(directory, most);
    }

    /// <summary>Whether things of this kind can be stored: their directory may have been removed, or be of an older oot that did not know them.</summary>
    public bool HasPlaceFor(string kind) => NativeFiles.IsOwn($"{_root}/{kind}") || (NativeFiles.MakeDirectory($"{_root}/{kind}") && NativeFiles.IsOwn($"{_root}/{kind}"));

    /// <summary>Writes a file of this format at once; whether it could be.</summary>
    public static bool Write(string path, CacheWriter content)
    {
        byte[] body = content.ToArray();
        byte[] bytes = new byte[HeaderBytes + body.Length];
        System.Text.Encoding.ASCII.GetBytes(Magic, bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), TextHash.Of(body));
        body.CopyTo(bytes, HeaderBytes);
        return new Disk().Replace(path, bytes, OwnerOnly) == 0;
    }

    /// <summary>Removes the oldest of more than so many files.</summary>
    public static void Trim(string directory, int most)
    {
        var disk = new Disk();
        if (disk.List(directory, out IReadOnlyList<string> names) != 0 || names.Count <= most)
            return;
        var byAge = new List<(long Time, string Path)>();
        foreach (string name in names)
            if (disk.LinkStat($"{directory}/{name}", out FileStatus status) == 0)
                byAge.Add((status.ModifiedNs, $"{directory}/{name}"));
        byAge.Sort();
        foreach ((_, string path) in byAge.Take(byAge.Count - (most * 3 / 4)))
            _ = disk.Remove(path);
    }
}
