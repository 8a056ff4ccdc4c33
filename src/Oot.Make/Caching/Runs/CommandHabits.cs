using System.Buffers.Binary;
using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Which commands of a directory have left their target as it was, and which of those did something all the same when they were watched: only the former are worth watching. It decides
/// nothing but that. One file a directory, eight bytes a note: the command's hash, its lowest bit set for the latter.
/// </summary>
internal sealed class CommandHabits(CacheDirectory cache)
{
    internal const string Kind = "habits";

    private const int NoteBytes = 8, MostBytes = 64 << 10, MostFiles = 4096;

    private Dictionary<ulong, (int Idle, int Busy)>? _known;
    private string _path = "";

    /// <summary>What stands for a command.</summary>
    public static ulong HashOf(IReadOnlyList<string> words)
    {
        ulong hash = 0;
        foreach (string word in words)
            hash = (hash * 31) + TextHash.Of(word);
        return hash & ~1UL;
    }

    /// <summary>Whether the command may well do nothing: it has been idle more often than it was busy, and after each time by more.</summary>
    public bool IsIdle(ulong command) => Known().TryGetValue(command, out (int Idle, int Busy) habit) && habit.Idle > habit.Busy * habit.Busy;

    /// <summary>Notes how commands were.</summary>
    public void Note(bool isBusy, params ReadOnlySpan<ulong> commands)
    {
        Dictionary<ulong, (int Idle, int Busy)> known = Known();
        Span<byte> notes = stackalloc byte[NoteBytes];
        var bytes = new MemoryStream();
        foreach (ulong command in commands)
        {
            // What is enough need not be said again.
            if (!isBusy && IsIdle(command))
                continue;
            BinaryPrimitives.WriteUInt64LittleEndian(notes, command | (isBusy ? 1UL : 0));
            bytes.Write(notes);
            Add(known, command, isBusy);
        }
        if (bytes.Length > 0 && cache.HasPlaceFor(Kind))
            NativeFiles.AppendOwn(_path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if ((Environment.ProcessId & 63) == 0)
            CacheDirectory.Trim(_path[.._path.LastIndexOf('/')], MostFiles);
    }

    private Dictionary<ulong, (int Idle, int Busy)> Known()
    {
        if (_known is not null)
            return _known;
        _known = [];
        _path = cache.PathOf(Kind, ProcessContext.WorkingDirectory() ?? "");
        byte[]? notes = NativeFiles.ReadOwn(_path, MostBytes);
        if (notes is null)
            _ = new Disk().Remove(_path);
        for (int at = 0; at + NoteBytes <= notes?.Length; at += NoteBytes)
        {
            ulong note = BinaryPrimitives.ReadUInt64LittleEndian(notes.AsSpan(at));
            Add(_known, note & ~1UL, (note & 1) != 0);
        }
        return _known;
    }

    private static void Add(Dictionary<ulong, (int Idle, int Busy)> known, ulong command, bool isBusy)
    {
        (int idle, int busy) = known.GetValueOrDefault(command);
        known[command] = isBusy ? (idle, busy + 1) : (idle + 1, busy);
    }
}
