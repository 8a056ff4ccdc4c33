using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>
/// Which targets are being made, in a file that the process keeps locked. A make that a signal ends deletes half-made targets; one that is killed, or that loses power, cannot.
/// Its journal stays, no longer locked, and the same run, when it is made again, deletes what it names and makes it again. Without that a recipe of several commands (compile, then note
/// dependencies, then add to the note) that was cut between two of them would count as done for ever.
/// </summary>
/// <param name="directory">Where the journals of all makes lie.</param>
/// <param name="run">Which run this is: others leave its files alone, since those who do not make a target again must not delete it.</param>
/// <param name="disk">The targets' disk.</param>
/// <param name="messages">Where deleting is told.</param>
internal sealed class RecipeJournal(string directory, ulong run, IDisk disk, Messages messages)
{
    private const int MostJournals = 1024;
    private const int ReadableByOwner = 0x180;
    private const int ExclusiveLock = 2, NotWaiting = 4;
    private const long LargestJournal = 64 << 20;
    private const char Begins = '+', Ends = '-';

    private readonly string _path = string.Create(CultureInfo.InvariantCulture, $"{directory}/{run:x16}.{MakeProcess.Current.Name}");
    private int _descriptor = -1;
    private bool _isTried;

    /// <summary>Which run this is: the words that are no switches, where it runs. <c>-j4</c> or <c>-s</c> make no other run of it.</summary>
    public static ulong RunOf(IReadOnlyList<string> arguments) =>
        TextHash.Of(string.Join('\0', arguments.Where(word => !word.StartsWith('-')).Prepend(ProcessContext.WorkingDirectory())));

    /// <summary>Deletes what this very run has left half made when it was killed.</summary>
    public void CleanUp()
    {
        if (disk.List(directory, out IReadOnlyList<string> names) != 0 || !NativeFiles.IsOwn(directory))
            return;
        string own = string.Create(CultureInfo.InvariantCulture, $"{run:x16}.");
        if (names.Count > MostJournals || names.Any(name => name.StartsWith(own, StringComparison.Ordinal)))
            MakeProcess.Current.BeSeen();
        if (names.Count > MostJournals)
            CacheDirectory.Trim(directory, MostJournals);
        foreach (string name in names)
        {
            if (!name.StartsWith(own, StringComparison.Ordinal))
                continue;
            string path = $"{directory}/{name}";
            int descriptor = NativeFiles.IsOwn(path) ? SystemCalls.Open(path, SystemCalls.ReadOnly | SystemCalls.NonBlocking | SystemCalls.CloseOnExec, 0) : -1;
            if (descriptor < 0)
                continue;
            // Who has the lock is alive.
            if (SystemCalls.Lock(descriptor, ExclusiveLock | NotWaiting) == 0)
            {
                foreach ((string target, long time) in Unfinished(NativeFiles.ReadOwn(path, LargestJournal) ?? []))
                    Delete(target, time);
                _ = SystemCalls.Unlink(path);
            }
            _ = SystemCalls.Close(descriptor);
        }
    }

    /// <summary>The targets that were begun and not ended, with the times that they had before (<see cref="Timestamp"/>).</summary>
    private static Dictionary<string, long> Unfinished(byte[] journal)
    {
        var unfinished = new Dictionary<string, long>(StringComparer.Ordinal);
        string[] records = ByteText.FromBytes(journal).Split('\0');
        // What comes after the last zero byte was cut off.
        foreach (string record in records.AsSpan(0, records.Length - 1))
        {
            int blank = record.IndexOf(' ');
            if (blank < 1 || blank + 1 == record.Length || record[blank + 1] != '/')
                continue;
            if (record[0] == Ends)
                unfinished.Remove(record[(blank + 1)..]);
            else if (record[0] == Begins && long.TryParse(record.AsSpan(1, blank - 1), NumberStyles.None, CultureInfo.InvariantCulture, out long time))
                unfinished[record[(blank + 1)..]] = time;
        }
        return unfinished;
    }

    private void Delete(string target, long time)
    {
        if (disk.LinkStat(target, out FileStatus status) != 0 || !status.IsRegular || Timestamp.FromNs(status.ModifiedNs) == time)
            return;
        messages.Error($"*** Deleting file '{target}', which a killed make has left half made");
        int errno = disk.Remove(target);
        if (errno is not (0 or Errno.NoEntry))
            messages.Error($"unlink: {target}: {Errno.Message(errno)}");
    }

    /// <summary>A job's first command is about to start.</summary>
    public void Begin(Job job)
    {
        if (job.IsInJournal || !Open())
            return;
        job.IsInJournal = true;
        Append(job, Begins);
    }

    /// <summary>A job is over, well or not.</summary>
    public void End(Job job)
    {
        if (job.IsInJournal)
            Append(job, Ends);
        job.IsInJournal = false;
    }

    /// <summary>The process ends, and nothing of it runs.</summary>
    public void Close()
    {
        if (_descriptor < 0)
            return;
        _ = SystemCalls.Unlink(_path);
        _ = SystemCalls.Close(_descriptor);
        _descriptor = -1;
    }

    private bool Open()
    {
        if (_isTried)
            return _descriptor >= 0;
        _isTried = true;
        NativeFiles.MakeDirectory(directory);
        if (!NativeFiles.IsOwn(directory))
            return false;
        _descriptor = SystemCalls.Open(_path, SystemCalls.WriteOnly | SystemCalls.Create | SystemCalls.Empty | SystemCalls.Append | SystemCalls.CloseOnExec, ReadableByOwner);
        if (_descriptor >= 0)
            _ = SystemCalls.Lock(_descriptor, ExclusiveLock | NotWaiting);
        return _descriptor >= 0;
    }

    private void Append(Job job, char what)
    {
        var text = new StringBuilder();
        Add(job.File, what, text);
        foreach (Dependency peer in job.File.AlsoMakes)
            Add(peer.File!, what, text);
        if (text.Length > 0)
            _ = Disk.WriteAll(_descriptor, ByteText.ToBytes(text.ToString()));
    }

    /// <summary>The targets that would be deleted after a signal.</summary>
    private static void Add(FileNode file, char what, StringBuilder text)
    {
        if (file.IsPhony || file.IsPrecious || file.Name.Length == 0)
            return;
        string path = file.Name.StartsWith('/') ? file.Name : $"{ProcessContext.WorkingDirectory()}/{file.Name}";
        text.Append(what).Append(CultureInfo.InvariantCulture, $"{(what == Begins ? file.ModifiedTime : 0)} ").Append(path).Append('\0');
    }
}
