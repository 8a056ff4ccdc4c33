using System.Globalization;
using Oot.Core;

namespace Oot.Deploy.Installing;

/// <summary>
/// Changes of several files that happen all or not at all, also where the process is killed or the disk is full. New content is written under names of its own; then a journal lists the
/// renames, each to a name that nothing has; then they are done. Until the journal itself is renamed they can all be taken back, and the next run does that (docs/design/install.md).
/// </summary>
internal sealed class FileTransaction(IDisk disk, string journal)
{
    private const string Heading = "oot-install 1", DoneMark = ".done";

    private readonly List<FileMove> moves = [];
    private readonly List<string> temporaries = [], directories = [];
    private int number;

    private string Place => journal[..journal.LastIndexOf('/')];

    /// <summary>What could not be done, for a message.</summary>
    internal string FailedPath { get; private set; } = "";

    /// <summary>The directories that it made.</summary>
    internal IReadOnlyList<string> Directories => directories;

    /// <summary>Makes the directories of a path; those that were not there are removed again if nothing comes of it.</summary>
    internal int MakeDirectories(string path)
    {
        for (int slash = path.IndexOf('/', 1); ; slash = path.IndexOf('/', slash + 1))
        {
            string part = slash < 0 ? path : path[..slash];
            if (disk.Stat(part, out FileStatus status) == 0)
            {
                if (!status.IsDirectory)
                    return Failed(part, Errno.NotDirectory);
            }
            else
            {
                // Noted first: a run that is killed here leaves nothing.
                directories.Add(part);
                int errno = path == Place ? 0 : WriteJournal();
                if (errno == 0)
                    errno = disk.MakeDirectory(part, 0x1ED);
                if (errno != 0)
                    return Failed(part, errno);
            }
            if (slash < 0)
                return 0;
        }
    }

    /// <summary>Writes new content beside where it will be.</summary>
    internal int Stage(string path, ReadOnlySpan<byte> content, out string staged)
    {
        staged = Beside(path, "new");
        int errno = MakeDirectories(Place);
        errno = errno != 0 ? errno : MakeDirectories(path[..path.LastIndexOf('/')]);
        if (errno != 0)
            return errno;
        temporaries.Add(staged);
        errno = WriteJournal();
        if (errno != 0)
            return errno;
        errno = disk.CreateFile(staged, content, 0x1A4);
        errno = errno != 0 ? errno : disk.Sync(staged);
        return errno == 0 ? 0 : Failed(path, errno);
    }

    /// <summary>Plans that a file gets another name.</summary>
    internal void Move(string from, string to) => moves.Add(new FileMove(from, to, IdentityOf(from)));

    /// <summary>Plans that a file goes away.</summary>
    internal void Discard(string path)
    {
        string trash = Beside(path, "old");
        Move(path, trash);
        temporaries.Add(trash);
    }

    /// <summary>Does what was planned, but can still take it back.</summary>
    internal int Apply()
    {
        int errno = MakeDirectories(Place);
        if (errno == 0)
            errno = WriteJournal();
        // The journal is on the disk before the first name changes; until then one that is lost loses nothing.
        if (errno == 0 && disk.Sync(journal) is var unsafely and not 0)
            errno = Failed(journal, unsafely);
        if (errno == 0)
            errno = SyncDirectories([Place, .. directories.Select(Parent)]);
        if (errno != 0)
            return errno;
        foreach (FileMove move in moves)
        {
            errno = disk.LinkStat(move.To, out _) == 0 ? Errno.Exists : disk.Rename(move.From, move.To);
            if (errno != 0)
                return Failed(move.To, errno);
        }
        return 0;
    }

    /// <summary>Makes it final, and removes what is not needed any more.</summary>
    internal int Commit()
    {
        // The new names are on the disk before nothing takes them back any more, and that is before what they replaced goes away.
        int errno = SyncDirectories(moves.SelectMany(move => new[] { Parent(move.From), Parent(move.To) }));
        if (errno != 0)
            return errno;
        // A rename: it needs no room.
        errno = disk.Rename(journal, journal + DoneMark);
        if (errno != 0)
            return Failed(journal, errno);
        // From here on there is nothing to take back; that it is on the disk is all that is waited for.
        _ = disk.Sync(Place);
        Finish();
        return 0;
    }

    /// <summary>Takes everything back.</summary>
    /// <returns>Files that somebody else changed meanwhile, and which are left.</returns>
    internal IReadOnlyList<string> TakeBack()
    {
        var left = new List<string>();
        foreach (FileMove move in Enumerable.Reverse(moves))
        {
            if (disk.LinkStat(move.From, out _) == 0)
                continue;
            if (IdentityOf(move.To) != move.Identity || disk.Rename(move.To, move.From) != 0)
                left.Add(move.To);
        }
        _ = SyncDirectories(moves.SelectMany(move => new[] { Parent(move.From), Parent(move.To) }));
        foreach (string path in temporaries)
            _ = disk.Remove(path);
        _ = disk.Remove(journal);
        foreach (string directory in Enumerable.Reverse(directories))
            _ = disk.RemoveDirectory(directory);
        return left;
    }

    /// <summary>Ends what a killed run began; the value says whether it changed anything that indexes know.</summary>
    internal static bool Recover(IDisk disk, string journal)
    {
        RemoveUnfinished(disk, journal);
        bool isDone = disk.LinkStat(journal + DoneMark, out FileStatus status) == 0;
        if (!isDone && disk.LinkStat(journal, out status) != 0)
            return false;
        if (!status.IsRegular || disk.Read(isDone ? journal + DoneMark : journal, out string text) != 0)
            return false;
        var transaction = new FileTransaction(disk, journal);
        string[] lines = text.Split('\n');
        if (lines.Length < 2 || lines[0] != Heading || lines[^2] != "end")
        {
            _ = disk.Remove(journal);
            return false;
        }
        foreach (string line in lines[1..^2])
        {
            switch ((string[])[.. line.Split('\t').Select(Unescaped)])
            {
                case ["move", var from, var to, var identity]:
                    transaction.moves.Add(new FileMove(from, to, identity));
                    break;
                case ["temporary", var path] when path[(path.LastIndexOf('/') + 1)..].StartsWith(".oot-", StringComparison.Ordinal):
                    transaction.temporaries.Add(path);
                    break;
                case ["directory", var path]:
                    transaction.directories.Add(path);
                    break;
            }
        }
        if (isDone)
            transaction.Finish();
        else
            _ = transaction.TakeBack();
        return !isDone && transaction.moves.Count > 0;
    }

    // Journals that never got their name; whoever calls holds the lock, so nobody is writing one.
    private static void RemoveUnfinished(IDisk disk, string journal)
    {
        int slash = journal.LastIndexOf('/') + 1;
        if (disk.List(journal[..(slash - 1)], out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names)
        {
            if (name.StartsWith(".oot-new-", StringComparison.Ordinal) && name.EndsWith($".{journal[slash..]}~", StringComparison.Ordinal))
                _ = disk.Remove(journal[..slash] + name);
        }
    }

    private void Finish()
    {
        foreach (string path in temporaries)
            _ = disk.Remove(path);
        _ = disk.Remove(journal + DoneMark);
    }

    private int WriteJournal()
    {
        string text = $"{Heading}\n" + string.Concat(moves.Select(move => $"move\t{Escaped(move.From)}\t{Escaped(move.To)}\t{move.Identity}\n"))
            + string.Concat(temporaries.Select(path => $"temporary\t{Escaped(path)}\n")) + string.Concat(directories.Select(path => $"directory\t{Escaped(path)}\n")) + "end\n";
        string fresh = Beside(journal, "new");
        _ = disk.Remove(fresh);
        int errno = disk.CreateFile(fresh, ByteText.ToBytes(text), 0x180);
        errno = errno != 0 ? errno : disk.Rename(fresh, journal);
        if (errno == 0)
            return 0;
        _ = disk.Remove(fresh);
        return Failed(journal, errno);
    }

    private int SyncDirectories(IEnumerable<string> paths)
    {
        foreach (string path in paths.Distinct(StringComparer.Ordinal))
        {
            if (disk.Stat(path, out _) == 0 && disk.Sync(path) is var errno and not 0)
                return Failed(path, errno);
        }
        return 0;
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "/";

    // A name may have any byte but two; a journal is read by lines and tabs.
    private static string Escaped(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\'))
            return text;
        var path = new System.Text.StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
            path.Append(text[at] != '\\' || at + 1 == text.Length ? text[at] : text[++at] switch { 't' => '\t', 'n' => '\n', var c => c });
        return path.ToString();
    }

    // Not a module's name, so depmod passes over it.
    private string Beside(string path, string what)
    {
        int slash = path.LastIndexOf('/') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{path[..slash]}.oot-{what}-{Environment.ProcessId}-{number++}.{path[slash..]}~");
    }

    private string IdentityOf(string path) => disk.LinkStat(path, out FileStatus status) != 0 ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{status.Device}:{status.Inode}:{status.Size}:{status.ModifiedNs}");

    private int Failed(string path, int errno)
    {
        FailedPath = path;
        return errno;
    }
}
