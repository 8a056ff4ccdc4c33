using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Notes what a run asks and prints, as long as the run does nothing else. The first thing that is not known to change nothing closes it for good: what it holds then is thrown away.
/// </summary>
internal sealed class RunRecorder
{
    /// <summary>Milliseconds, somewhat more than <see cref="FileClock.TickNs"/>.</summary>
    private const int LongestWait = 15;

    private const int MostInputs = 400_000, MostOutput = 1 << 20;

    private readonly Dictionary<(int Directory, string Path, FileQuestionKind Kind), int> _places = [];
    private readonly HashSet<int> _written = [];
    private readonly List<RecordedInput> _inputs = [];
    private readonly List<RecordedOutput> _outputs = [];
    private readonly List<string> _directories = [];
    private readonly Action<string> _explain;
    private int _current = -1;
    private int _outputLength;
    private int _noted;

    /// <summary>A recorder that has seen nothing; <paramref name="explain"/> hears why a run is not remembered.</summary>
    public RunRecorder(Action<string> explain) => _explain = explain;

    /// <summary>The variables of the environment that matter.</summary>
    public RunVariables Variables { get; } = new();

    /// <summary>A command was watched, here or in a make below.</summary>
    public bool HasWatched { get; private set; }

    /// <summary>Still worth telling.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The working directories that paths are relative to.</summary>
    public IReadOnlyList<string> Directories => _directories;

    /// <summary>What was asked.</summary>
    public IReadOnlyList<RecordedInput> Inputs => _inputs;

    /// <summary>How many of <see cref="Inputs"/> another thread may look at.</summary>
    public int Noted => Volatile.Read(ref _noted);

    /// <summary>What was printed, in its order.</summary>
    public IReadOnlyList<RecordedOutput> Outputs => _outputs;

    /// <summary>The latest modification time that make compared with the clock, in nanoseconds since 1970.</summary>
    public long LatestModified { get; private set; }

    /// <summary>The kernel's name was asked for.</summary>
    public bool AsksKernel { get; private set; }

    /// <summary>The run does something, or depends on something that cannot be noted.</summary>
    public void Refuse(string reason)
    {
        if (!IsOpen)
            return;
        // What cannot be noted cannot be rehearsed.
        MakeProcess.Current.BeSeen();
        IsOpen = false;
        _noted = 0;
        _inputs.Clear();
        _places.Clear();
        _outputs.Clear();
        _explain("run not remembered: " + reason);
    }

    /// <summary>From now on relative paths are relative to this directory.</summary>
    public void Enter(string? directory)
    {
        if (directory is null || !directory.StartsWith('/'))
        {
            Refuse("no working directory");
            return;
        }
        _current = IndexOf(directory);
        Note("", FileQuestionKind.Place, NativeFiles.PlaceOf(directory));
    }

    private int IndexOf(string directory)
    {
        int index = _directories.IndexOf(directory);
        if (index >= 0)
            return index;
        _directories.Add(directory);
        return _directories.Count - 1;
    }

    /// <summary>Notes an answer, given before what it was asked for was used.</summary>
    public void Note(string path, FileQuestionKind kind, FileAnswer answer, ulong content = 0)
    {
        if (!IsOpen)
            return;
        if (_current < 0)
        {
            Refuse("a question before the directory is known");
            return;
        }
        Add(new RecordedInput(path.StartsWith('/') ? 0 : _current, path, kind, answer, content));
    }

    /// <summary>As <see cref="Note"/>, where more than times is used: the content of the file, which must not change without its times showing it.</summary>
    public void NoteContent(string path, FileQuestionKind kind, FileAnswer answer)
    {
        // Somebody has just written what is to be read; until it is called for, a rehearsed make has time.
        for (int waited = 0; IsOpen && MakeProcess.Current.IsRehearsed && !IsSettled(answer) && waited < LongestWait; waited++)
            Thread.Sleep(1);
        if (IsOpen && !IsSettled(answer))
            Refuse($"{path} has only just changed");
        Note(path, kind, answer);
    }

    /// <summary>The names in a directory. Where its times would not show the next change, only the names themselves count later.</summary>
    public void NoteNames(string path, FileAnswer directory, ulong names) =>
        Note(path, FileQuestionKind.Listing, IsSettled(directory) ? directory : directory with { ChangedNs = -1 }, names);

    /// <summary>Notes what a witness has seen. <paramref name="isOwn"/>: how the command left a file that it wrote again as it was; whoever writes it once more changes nothing but its times.</summary>
    public void NoteSeen(string path, FileQuestionKind kind, FileAnswer answer, ulong content, bool isOwn)
    {
        HasWatched = true;
        if (isOwn && IsOpen && _places.TryGetValue((0, path, kind), out int place) && _written.Contains(place))
            _inputs[place] = _inputs[place] with { Answer = answer };
        Note(path, kind, answer, content);
        if (isOwn && IsOpen)
            _written.Add(_places[(0, path, kind)]);
    }

    /// <summary>The kernel's name is an input.</summary>
    public void NoteKernel() => AsksKernel = true;

    /// <summary>Whether a change after this moment would show in the times.</summary>
    public static bool IsSettled(FileAnswer answer) => answer.Place == 0 || FileClock.ShowsChange(answer.ChangedNs, FileClock.NowNs());

    private void Add(RecordedInput input)
    {
        if (_places.TryGetValue((input.Directory, input.Path, input.Kind), out int place))
        {
            bool isSame = input.HasContent ? _inputs[place].Content == input.Content : _inputs[place].Answer == input.Answer;
            if (!isSame)
                Refuse($"{input.Path} changed during the run");
            return;
        }
        if (_inputs.Count == MostInputs)
        {
            Refuse("too many inputs");
            return;
        }
        if (input is { Kind: FileQuestionKind.Identity, Answer.Place: not 0 })
            LatestModified = Math.Max(LatestModified, input.Answer.ModifiedNs);
        _places.Add((input.Directory, input.Path, input.Kind), _inputs.Count);
        _inputs.Add(input);
        Volatile.Write(ref _noted, _inputs.Count);
    }

    /// <summary>Something was printed on standard output (1) or standard error (2).</summary>
    public void Said(int descriptor, string text)
    {
        if (!IsOpen || text.Length == 0)
            return;
        _outputLength += text.Length;
        if (_outputLength > MostOutput)
            Refuse("too much output");
        else if (_outputs.Count > 0 && _outputs[^1].Descriptor == descriptor && _outputs[^1].Text.Length < 256)
            _outputs[^1] = new RecordedOutput(descriptor, _outputs[^1].Text + text);
        else
            _outputs.Add(new RecordedOutput(descriptor, text));
    }

    /// <summary>What a make below this one has handed up; the recorder is closed when it is not whole.</summary>
    public void Merge(ReadOnlySpan<byte> body, bool takesOutput)
    {
        var reader = new RunReader(body);
        RunContent content = RunContent.Read(ref reader);
        if (reader.IsBroken)
        {
            Refuse("a make below handed up something unreadable");
            return;
        }
        Variables.Merge(content.Names, content.AllNames);
        HasWatched |= content.HasWatched;
        int[] indices = [.. content.Directories.Select(IndexOf)];
        foreach (RecordedInput input in content.Inputs)
            if (IsOpen)
                Add(input with { Directory = indices[input.Directory] });
        foreach (RecordedOutput output in takesOutput ? content.Outputs : [])
            Said(output.Descriptor, output.Text);
        LatestModified = Math.Max(LatestModified, content.LatestModified);
        AsksKernel |= content.AsksKernel;
    }
}
