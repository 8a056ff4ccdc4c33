using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Remembers whole runs that did nothing, with all that they asked, and answers such a run again when every answer is still the same (docs/design/caches.md). The same object notes
/// a run for the make above it, when that one asks for it.
/// </summary>
public sealed class RunMemory
{
    private const string Kind = "runs";
    private const long MostBytes = 64 << 20;

    private CacheDirectory? _cache;
    private string _key;
    private int _channel;
    private string? _forgotten;
    private readonly Action<string> _explain;
    private readonly IReadOnlyList<string> _environment;
    private readonly IKnownCommands? _known;

    private RunMemory(CacheDirectory? cache, string key, IReadOnlyList<string> environment, IKnownCommands? known, int channel, Action<string> explain)
    {
        _cache = cache;
        _key = key;
        _channel = channel;
        _environment = environment;
        _known = known;
        _explain = explain;
        Recorder = new RunRecorder(explain);
        Recorder.Enter(ProcessContext.WorkingDirectory());
    }

    /// <summary>Notes this run.</summary>
    internal RunRecorder Recorder { get; }

    /// <summary>The disk to ask in this run.</summary>
    /// <param name="disk">The real one.</param>
    public IDisk Over(IDisk disk) => new RecordingDisk(disk, Recorder);

    /// <summary>The programs to start in this run.</summary>
    /// <param name="programs">What starts them.</param>
    /// <param name="disk">The real disk.</param>
    public IProgramRunner Over(IProgramRunner programs, IDisk disk)
    {
        if (_cache is not null)
            return new RecordingPrograms(programs, Recorder, new ProbeCache(_cache, disk, _explain) { Known = _known });
        Recorder.Refuse("there is no cache");
        return programs;
    }

    /// <summary>The environment to look variables up in.</summary>
    public IReadOnlyList<string> Over(IReadOnlyList<string> environment) => new NotedEnvironment(environment, name =>
    {
        if (name is null)
            Recorder.Variables.All = true;
        else
            Recorder.Variables.Add(name);
    });

    /// <summary>This run is not to be remembered.</summary>
    public void Forget(string reason)
    {
        _forgotten = reason;
        // What a rehearsed make asks is noted in any case.
        if (!MakeProcess.Current.IsRehearsed)
            Recorder.Refuse(reason);
    }

    /// <summary>Something is printed on standard output (1) or standard error (2).</summary>
    public void Said(int descriptor, ReadOnlySpan<byte> bytes)
    {
        if (Recorder.IsOpen)
            Recorder.Said(descriptor, ByteText.FromBytes(bytes));
    }

    /// <summary>The memory of a process; null when it is switched off, or when nothing of this process may be remembered.</summary>
    /// <param name="words">All words of the command line, the program's name first.</param>
    /// <param name="environment">The environment; given back without what only a make above this one is meant to say.</param>
    /// <param name="known">What the caller knows of commands; null: nothing.</param>
    public static RunMemory? Open(IReadOnlyList<string> words, ref IReadOnlyList<string> environment, IKnownCommands? known = null)
    {
        string? above = ProcessEnvironment.Value(environment, RunChannel.Variable);
        if (above is not null)
            environment = ProcessEnvironment.Without(environment, RunChannel.Variable);
        bool explains = ProcessEnvironment.Value(environment, CacheDirectory.LogVariable) is { Length: > 0 };
        Action<string> explain = explains ? text => Messages.WriteRaw(2, $"oot cache: {text}\n") : _ => { };
        if (MakeProcess.Current.IsRehearsed)
            return new RunMemory(null, "", environment, known, -1, explain);
        int channel = RunChannel.Join(above);
        if (channel >= 0)
            return new RunMemory(null, "", environment, known, channel, explain);
        if (above is not null || IsPart(environment) || CacheDirectory.Open(environment) is not { } cache || RunKey.Of(words, environment) is not { } key)
            return null;
        return new RunMemory(cache, key, environment, known, -1, explain);
    }

    /// <summary>A run that has started itself again is not whole; one far below the first make, or without the job tokens it was promised, is not worth it.</summary>
    private static bool IsPart(IReadOnlyList<string> environment)
    {
        if (ProcessEnvironment.Value(environment, "MAKE_RESTARTS") is not null || ProcessEnvironment.Value(environment, "MAKELEVEL") is not (null or "" or "0" or "1"))
            return true;
        const string Tokens = "--jobserver-auth=";
        string flags = ProcessEnvironment.Value(environment, "MAKEFLAGS") ?? "";
        int at = flags.IndexOf("--jobserver", StringComparison.Ordinal);
        if (flags.Contains("--sync-mutex", StringComparison.Ordinal))
            return true;
        if (at < 0)
            return false;
        string[] ends = flags[at..].Split(' ')[0].Replace(Tokens, "", StringComparison.Ordinal).Split(',');
        return flags.IndexOf("--jobserver", at + 1, StringComparison.Ordinal) >= 0 || ends.Length != 2 || !Array.TrueForAll(ends, IsOpen);
    }

    private static bool IsOpen(string descriptor) =>
        int.TryParse(descriptor, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) && NativeFiles.NameOf(number) is not null;

    /// <summary>
    /// A rehearsed make is called for: from here on its memory is the one that this call has, and it may be over at once. False, and nothing done, if something that it asked has changed.
    /// </summary>
    /// <param name="words">The words of the call.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="begun">What the make above has begun to ask when it called; null: nothing.</param>
    internal bool Resume(IReadOnlyList<string> words, IReadOnlyList<string> environment, RunRecheck? begun)
    {
        if (!Recorder.IsOpen || !IsStillSo(begun ?? new RunRecheck(Recorder)))
        {
            _explain("rehearsed in vain");
            return false;
        }
        _explain("rehearsed");
        RunMemory? called = Open(words, ref environment, _known);
        if (_forgotten is null && called?.Replay() == true)
            throw new MakeDiedException(new ChildExit(MakeProcess.Current.Number, 0, 0, false));
        if (called is null || _forgotten is not null)
            Recorder.Refuse(_forgotten ?? "nobody asks for it");
        if (called is not null)
            (_cache, _key, _channel) = (called._cache, called._key, called._channel);
        return true;
    }

    /// <summary>Prints what the same run printed before, if nothing that it asked has changed since.</summary>
    /// <returns>Whether that is done; then the exit code is 0.</returns>
    public bool Replay()
    {
        if (_cache is null || MakeProcess.Current.IsRehearsed)
            return false;
        ReadOnlySpan<byte> content = CacheDirectory.ContentOf(MappedFile.Open(_cache.PathOf(Kind, _key), MostBytes).Bytes);
        var reader = new RunReader(content);
        if (content.IsEmpty || !reader.IsText(_key) || !RunVariables.AreSame(ref reader, _environment) || !RunCheck.Holds(ref reader, FileClock.NowNs()))
            return false;
        int count = reader.Count();
        // Where output cannot go, the commands themselves must find that out.
        if (count > 0 && !(NativeFiles.TakesOutput(1) && NativeFiles.TakesOutput(2)))
            return false;
        _explain("run remembered");
        StandardStreams.AppendToFiles();
        for (int i = 0; i < count; i++)
        {
            int descriptor = (int)reader.Number();
            Messages.WriteRaw(descriptor == 2 ? 2 : 1, reader.Text());
        }
        return !Messages.OutputFailed;
    }

    /// <summary>The run is over: remembers it, or hands it up, if it ended well and did nothing.</summary>
    /// <param name="exitCode">The process's.</param>
    public void Close(int exitCode)
    {
        if (exitCode != 0)
            Recorder.Refuse("it failed");
        if (Recorder.LatestModified > FileClock.NowNs())
            Recorder.Refuse("a file is from the future");
        bool isWhole = Recorder.IsOpen && Recorder.Directories.Count is not 0 and <= RunCheck.MostDirectories;
        if (_channel >= 0)
        {
            if (isWhole)
                RunChannel.HandUp(_channel, Recorder);
            return;
        }
        if (!isWhole || (Recorder.HasWatched && !IsStillSo(new RunRecheck(Recorder))))
            return;
        var writer = new CacheWriter().Text(_key);
        if (!Recorder.Variables.TryWrite(_environment, writer))
            return;
        RunContent.WriteWithoutNames(Recorder, writer);
        _cache!.Store(Kind, _key, writer);
    }

    /// <summary>Whether everything that was asked is so still.</summary>
    private bool IsStillSo(RunRecheck recheck)
    {
        if (recheck.Changed() is not { } changed)
            return true;
        Recorder.Refuse(changed);
        return false;
    }
}
