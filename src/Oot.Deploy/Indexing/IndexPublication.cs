using System.Globalization;
using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Puts a whole set of index files into a directory. All are written under other names first; then a journal says which of them become which, and only then they are renamed. Up to the
/// journal nothing has changed; from then on any run goes on where the last one was killed (docs/design/depmod.md).
/// </summary>
internal sealed class IndexPublication(IDisk disk, string directory)
{
    private const string JournalName = ".modules.oot-journal", FreshMark = ".oot-new-", Heading = "oot-journal 1";

    private string Journal => $"{directory}/{JournalName}";

    /// <summary>Publishes; the value names the file that could not be made, and why, or is null.</summary>
    internal (string Name, int Errno)? Publish(IReadOnlyList<IndexContent> files)
    {
        using DirectoryLock held = DirectoryLock.Take(directory, () => { });
        Recover();
        var moves = new List<Move>();
        foreach (IndexContent file in files)
        {
            string fresh = string.Create(CultureInfo.InvariantCulture, $".{file.Name}{FreshMark}{Environment.ProcessId}");
            int errno = disk.CreateFile($"{directory}/{fresh}", file.Content.Span, 0x1A4);
            if (errno != 0)
                return Abandon(moves, file.Name, errno);
            moves.Add(new Move(fresh, file.Name, IdentityOf(fresh), IdentityOf(file.Name)));
        }
        int written = WriteJournal(moves);
        if (written != 0)
            return Abandon(moves, JournalName, written);
        foreach (Move move in moves)
        {
            int errno = disk.Rename($"{directory}/{move.Fresh}", $"{directory}/{move.Name}");
            if (errno != 0)
                return (move.Name, errno);
        }
        _ = disk.Remove(Journal);
        return null;
    }

    /// <summary>Ends what a killed run began: goes on where it had come to its journal, otherwise removes what it left.</summary>
    internal void Recover()
    {
        if (disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        bool any = false;
        foreach (string name in names)
            any |= name == JournalName || IsFresh(name);
        if (!any)
            return;
        if (ReadJournal() is { } moves && moves.TrueForAll(IsOpenOrDone))
        {
            foreach (Move move in moves)
            {
                if (IdentityOf(move.Fresh) == move.New && disk.Rename($"{directory}/{move.Fresh}", $"{directory}/{move.Name}") != 0)
                    return;
            }
        }
        foreach (string name in names)
        {
            if (IsFresh(name))
                _ = disk.Remove($"{directory}/{name}");
        }
        _ = disk.Remove(Journal);
    }

    // Somebody else may have made indexes since: then theirs are newer, and the journal counts for nothing.
    private bool IsOpenOrDone(Move move)
    {
        string current = IdentityOf(move.Name);
        return current == move.New || (current == move.Old && IdentityOf(move.Fresh) == move.New);
    }

    private int WriteJournal(List<Move> moves)
    {
        string text = Heading + "\n" + string.Concat(moves.Select(move => $"{move.Fresh} {move.Name} {move.New} {move.Old}\n")) + "end\n";
        string fresh = string.Create(CultureInfo.InvariantCulture, $"{directory}/{JournalName}{FreshMark}{Environment.ProcessId}");
        int errno = disk.CreateFile(fresh, ByteText.ToBytes(text), 0x1A4);
        if (errno == 0)
            errno = disk.Rename(fresh, Journal);
        if (errno != 0)
            _ = disk.Remove(fresh);
        return errno;
    }

    private List<Move>? ReadJournal()
    {
        if (disk.LinkStat(Journal, out FileStatus status) != 0 || !status.IsRegular || status.Size > 1 << 16 || disk.Read(Journal, out string text) != 0)
            return null;
        string[] lines = text.Split('\n');
        if (lines.Length < 3 || lines[0] != Heading || lines[^2] != "end")
            return null;
        var moves = new List<Move>();
        foreach (string line in lines[1..^2])
        {
            // Only indexes are ever moved, whatever the journal says.
            if (line.Split(' ') is not [var fresh, var name, var identity, var old] || !IsFresh(fresh) || !IndexTables.Names.Contains(name, StringComparer.Ordinal) || !fresh.StartsWith($".{name}.", StringComparison.Ordinal))
                return null;
            moves.Add(new Move(fresh, name, identity, old));
        }
        return moves;
    }

    private (string, int) Abandon(List<Move> moves, string name, int errno)
    {
        foreach (Move move in moves)
            _ = disk.Remove($"{directory}/{move.Fresh}");
        return (name, errno);
    }

    private static bool IsFresh(string name) => name.StartsWith(".modules.", StringComparison.Ordinal) && name.Contains(FreshMark, StringComparison.Ordinal) && !name.Contains('/');

    // A rename keeps all of these.
    private string IdentityOf(string name) => disk.LinkStat($"{directory}/{name}", out FileStatus status) != 0 ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{status.Device}:{status.Inode}:{status.Size}:{status.ModifiedNs}");

    private readonly record struct Move(string Fresh, string Name, string New, string Old);
}
