using System.Globalization;
using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Provenance;
using Oot.Make.Caching;

namespace Oot;

/// <summary><c>oot cache show</c> and <c>oot cache clear</c>.</summary>
internal sealed class CacheVerb(Session session)
{
    private SourceMaps Maps => new(session.Disk, session.Environment);

    internal int Show(bool json)
    {
        if (CacheContents.Of(session.Disk, session.Environment) is not { } cache)
            return session.Terminal.Report(CommandDiagnostics.NoCache());
        IReadOnlyList<CacheKind> kinds = Kinds(cache);
        if (json)
        {
            session.Terminal.Result(ByteText.FromUnicode(Reports.Json(new CacheReport(ByteText.ToUnicode(cache.Root), cache.IsOn && !cache.IsForeign, kinds.Sum(kind => kind.Bytes), kinds))));
            return ExitCode.Done;
        }
        session.Terminal.Result(cache.Root + (cache.IsForeign ? " (not used: it is not this user's alone)" : cache.IsOn ? "" : " (switched off by OOT_CACHE)"));
        foreach (CacheKind kind in kinds)
        {
            string damaged = kind.Damaged == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\t{kind.Damaged} damaged, not used");
            session.Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{kind.Name}\t{kind.Count}\t{(kind.Bytes + 1023) / 1024} KiB{damaged}"));
        }
        return ExitCode.Done;
    }

    internal int Clear(bool json)
    {
        if (CacheContents.Of(session.Disk, session.Environment) is not { } cache)
            return session.Terminal.Report(CommandDiagnostics.NoCache());
        (int removed, int left) = cache.Clear();
        (int maps, int mapsLeft) = Maps.Clear();
        (removed, left) = (removed + maps, left + mapsLeft);
        IReadOnlyList<(string Path, long Size)> images = ImageCache.Of(session.Disk, session.Environment, evenOff: true)?.Files() ?? [];
        foreach ((string path, _) in images)
            _ = session.Disk.Remove(path) is 0 or Errno.NoEntry ? removed++ : left++;
        if (json)
            session.Terminal.Result(ByteText.FromUnicode(Reports.Json(new CacheReport(ByteText.ToUnicode(cache.Root), cache.IsOn && !cache.IsForeign, 0, Kinds(cache)))));
        else
            session.Terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{removed} files removed from {cache.Root}{(images.Count > 0 ? " and the images beside it" : "")}"));
        return left == 0 ? ExitCode.Done : session.Terminal.Report(CommandDiagnostics.CannotWrite(cache.Root, Errno.Message(Errno.Access)));
    }

    // Extracts of kernels' images, which lie beside what make remembers.
    private CacheKind[] Images() => ImageCache.Of(session.Disk, session.Environment, evenOff: true)?.Files() is { Count: > 0 } files ? [new CacheKind("images", files.Count, files.Sum(file => file.Size), 0)] : [];

    /// <summary>What builds remember, the maps of sources that explanations are from, and the images.</summary>
    private IReadOnlyList<CacheKind> Kinds(CacheContents cache) => [.. cache.Kinds(), .. Maps.Contents() is { } maps ? [maps] : Array.Empty<CacheKind>(), .. Images()];
}
