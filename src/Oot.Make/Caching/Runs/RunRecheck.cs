using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>Asks once more for what a run has noted up to a moment. Whoever has nothing else to do helps.</summary>
/// <param name="run">The run, which may go on meanwhile.</param>
internal sealed class RunRecheck(RunRecorder run)
{
    /// <summary>So many at once.</summary>
    private const int Piece = 32;

    /// <summary>What was noted just after that moment may have been asked before it.</summary>
    private const int InBetween = 4;

    private readonly int _count = run.Noted;
    private int _taken, _done;
    private string? _changed;

    /// <summary>Takes pieces that nobody has taken, until there are none left.</summary>
    public void Help()
    {
        var disk = new Disk();
        disk.KeepDirectories();
        for (int from; (from = Interlocked.Add(ref _taken, Piece) - Piece) < _count;)
        {
            int end = Math.Min(from + Piece, _count);
            Ask(disk, from, end);
            Interlocked.Add(ref _done, end - from);
        }
        disk.Forget();
    }

    /// <summary>What is not as it was; null where everything is. For the one who notes.</summary>
    public string? Changed()
    {
        Help();
        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) < _count)
            wait.SpinOnce();
        Ask(new Disk(), _count, Math.Min(_count + InBetween, run.Inputs.Count));
        return _changed;
    }

    private void Ask(Disk disk, int from, int end)
    {
        for (int i = from; i < end && _changed is null; i++)
            if (!IsStillSo(disk, run.Inputs[i]))
                _changed = $"{run.Inputs[i].Path} ({run.Inputs[i].Kind}) is not what it was";
    }

    private bool IsStillSo(Disk disk, RecordedInput input)
    {
        string path = input.Path.StartsWith('/') ? input.Path : input.Path.Length == 0 ? run.Directories[input.Directory] : $"{run.Directories[input.Directory]}/{input.Path}";
        FileStatus status;
        FileAnswer answer = input.Kind switch
        {
            FileQuestionKind.Identity => NativeFiles.Of(disk.Stat(path, out status), status),
            FileQuestionKind.LinkIdentity => NativeFiles.Of(disk.LinkStat(path, out status), status),
            _ => FileAnswers.Ask(new FileQuestion(path, input.Kind)),
        };
        return input.HasContent ? answer.Place == input.Content : answer == input.Answer;
    }
}
