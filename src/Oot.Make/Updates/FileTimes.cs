using System.Globalization;
using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Updates;

/// <summary>When files were modified, asked once; finds them by search paths and libraries by <c>-lNAME</c>.</summary>
internal sealed class FileTimes(MakeState state)
{
    private static readonly string[] LibraryDirectories = ["/lib", "/usr/lib", "/usr/local/lib"];

    private long _latestNow;

    /// <summary>A file was seen whose time is in the future.</summary>
    public bool SkewDetected { get; private set; }

    /// <summary>When the file that changed last, of all that were asked about, did so: nanoseconds since 1970.</summary>
    public long LatestChangeNs { get; private set; }

    /// <summary>A file's time; its name may change by searching, so callers go on with <see cref="FileNode.Resolve"/>.</summary>
    public long Of(FileNode file, bool searches = true)
    {
        file = file.Resolve();
        return file.ModifiedTime == Timestamp.Unknown ? Ask(file, searches) : file.ModifiedTime;
    }

    /// <summary>Asks the disk anew.</summary>
    public long Ask(FileNode file, bool searches)
    {
        bool isMember = state.Archives.TryParse(file.Name, out ArchiveName archive);
        long time;
        // Without an archive nothing is known of its members, and they are asked for again.
        if (!isMember)
            time = OfName(file.Name);
        else if (AskMember(ref file, archive, searches) is { } memberTime)
            time = memberTime;
        else
            return Timestamp.Nonexistent;
        if (!isMember && time == Timestamp.Nonexistent && searches && !file.IgnoresSearchPath)
        {
            string? elsewhere = state.SearchPaths.Find(file.Name, out long foundTime, out _, out _);
            if (elsewhere is null && file.Name.StartsWith("-l", StringComparison.Ordinal))
                elsewhere = FindLibrary(file.Name, out foundTime);
            if (elsewhere is not null)
            {
                if (foundTime != Timestamp.Unknown)
                    file.ModifiedTime = foundTime;
                int directoryLength = elsewhere.Length - file.Name.Length - 1;
                if (directoryLength > 0 && state.SearchPaths.IsPermanent(elsewhere.AsSpan(0, directoryLength)))
                {
                    state.Files.Rename(file, elsewhere);
                    return Of(file);
                }
                state.Files.Rehash(file, elsewhere);
                file = file.Resolve();
                time = foundTime is Timestamp.Old or Timestamp.New ? foundTime : OfName(elsewhere);
            }
        }
        if (!SkewDetected && time is not (Timestamp.Nonexistent or Timestamp.New) && !file.IsUpdated)
            CheckSkew(file, time);
        return Store(file, time);
    }

    private static long Store(FileNode file, long time)
    {
        bool isUpdated = file.First.IsUpdated;
        foreach (FileNode rule in file.First.Chain())
        {
            // Found although nothing here has made it: it was there before and is not ours to delete.
            if (time != Timestamp.Nonexistent && rule.State == CommandState.NotStarted && !rule.TriedImplicit && rule.IsIntermediate)
                rule.IsIntermediate = false;
            if (rule.IsUpdated == isUpdated)
                rule.ModifiedTime = time;
        }
        return time;
    }

    /// <summary>The time of a member; null: there is no archive.</summary>
    private long? AskMember(ref FileNode file, ArchiveName archive, bool searches)
    {
        long memberFile = OfName(archive.Member);
        FileNode archiveFile = state.Files.FindOrEnter(archive.Archive);
        long time = Of(archiveFile, searches);
        archiveFile = archiveFile.Resolve();
        if (searches && archiveFile.FoundName != archive.Archive)
        {
            string name = $"{archiveFile.FoundName}({archive.Member})";
            if (archiveFile.Name == archiveFile.FoundName)
                state.Files.Rename(file, name);
            else
                state.Files.Rehash(file, name);
            file = file.Resolve();
        }
        file.IsLowResolution = true;
        if (time == Timestamp.Nonexistent)
            return null;
        state.Archives.TryParse(file.FoundName, out ArchiveName found);
        long date = state.Archives.DateOf(found);
        // A member file newer than the member was remade but not put in yet.
        return date < 0 || (memberFile != Timestamp.Nonexistent && memberFile / 1_000_000_000 > date) ? Timestamp.Nonexistent : Timestamp.FromNs(date * 1_000_000_000);
    }

    /// <summary>The time of a name on the disk.</summary>
    public long OfName(string name)
    {
        int errno = state.Disk.Stat(name, out FileStatus status);
        if (errno != 0 && errno is not (Errno.NoEntry or Errno.NotDirectory))
        {
            if (!state.Options.CheckSymlinks || errno != Errno.Loop)
                state.Messages.Error($"stat: {name}: {Errno.Message(errno)}");
            return Timestamp.Nonexistent;
        }
        LatestChangeNs = Math.Max(LatestChangeNs, status.ChangedNs);
        long time = errno == 0 ? Timestamp.FromNs(status.ModifiedNs) : Timestamp.Nonexistent;
        return state.Options.CheckSymlinks ? NewestLink(name, time) : time;
    }

    /// <summary>Under <c>-L</c>: the newest of a file and the links that lead to it.</summary>
    private long NewestLink(string name, long time)
    {
        string link = name;
        for (int i = 0; i < 40 && state.Disk.LinkStat(link, out FileStatus status) == 0 && status.IsLink; i++)
        {
            long own = Timestamp.FromNs(status.ModifiedNs);
            if (time == Timestamp.Nonexistent || own > time)
                time = own;
            if (state.Disk.ReadLink(link, out string target) != 0)
                break;
            int slash = link.LastIndexOf('/');
            link = target.StartsWith('/') || slash < 0 ? target : link[..(slash + 1)] + target;
        }
        return time;
    }

    private void CheckSkew(FileNode file, long time)
    {
        if (_latestNow >= time)
            return;
        long now = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
        _latestNow = now;
        if (now >= time)
            return;
        double seconds = (time - now) / 1e9;
        string text = seconds >= 100 ? ((long)seconds).ToString(CultureInfo.InvariantCulture) : GeneralFormat(seconds);
        state.Messages.Error($"Warning: File '{file.Name}' has modification time {text} s in the future");
        SkewDetected = true;
    }

    /// <summary>As C's <c>%.2g</c>.</summary>
    private static string GeneralFormat(double value)
    {
        string text = value.ToString("e1", CultureInfo.InvariantCulture);
        int exponent = int.Parse(text.AsSpan(text.IndexOf('e') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is >= -4 and < 2)
        {
            string plain = value.ToString("F" + Math.Max(0, 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return plain.Contains('.') ? plain.TrimEnd('0').TrimEnd('.') : plain;
        }
        string digits = text[..text.IndexOf('e')].TrimEnd('0').TrimEnd('.');
        return $"{digits}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>The library that <c>-lNAME</c> means by <c>.LIBPATTERNS</c>, or null.</summary>
    private string? FindLibrary(string name, out long time)
    {
        time = Timestamp.Unknown;
        string? best = null;
        int bestPath = int.MaxValue, bestDirectory = int.MaxValue;
        string patterns = state.Expander.Expand("$(.LIBPATTERNS)");
        foreach (ReadOnlySpan<char> word in new WordEnumerator(patterns))
        {
            string pattern = word.ToString();
            int percent = Quoting.FindPercent(ref pattern);
            if (percent < 0)
            {
                state.Messages.Error($".LIBPATTERNS element '{pattern}' is not a pattern");
                continue;
            }
            string library = string.Concat(pattern.AsSpan(0, percent), name.AsSpan(2), pattern.AsSpan(percent + 1));
            long here = OfName(library);
            if (here != Timestamp.Nonexistent)
            {
                time = here;
                return library;
            }
            if (state.SearchPaths.Find(library, out long found, out int path, out int directory) is { } elsewhere
                && (best is null || path < bestPath || (path == bestPath && directory < bestDirectory)))
            {
                (best, bestPath, bestDirectory, time) = (elsewhere, path, directory, found);
            }
            for (int i = 0; i < LibraryDirectories.Length; i++)
            {
                string candidate = $"{LibraryDirectories[i]}/{library}";
                int index = int.MaxValue - LibraryDirectories.Length + i;
                if (index < bestPath && OfName(candidate) is var standard and not Timestamp.Nonexistent)
                    (best, bestPath, time) = (candidate, index, standard);
            }
        }
        return best;
    }
}
