using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Remembers whole runs that did nothing, with all that they asked, and answers such a run again when every answer is still the same (docs/design/caches.md). The same object notes
/// a run for the make above it, when that one asks for it.
/// </summary>
public sealed class RunMemory
{
    private const string Kind = "runs";
    private const long MostBytes = 64 << 20;

    private readonly CacheDirectory? _cache;
    private readonly string _key;
    private readonly int _channel;
    private readonly Action<string> _explain;
    private readonly IReadOnlyList<string> _environment;

    private RunMemory(CacheDirectory? cache, string key, IReadOnlyList<string> environment, int channel, Action<string> explain)
    {
        _cache = cache;
        _key = key;
        _channel = channel;
        _environment = environment;
        _explain = explain;
        Recorder = new RunRecorder(explain);
        Recorder.Enter(ProcessContext.WorkingDirectory());
    }

    /// <summary>Notes this run.</summary>
    internal RunRecorder Recorder { get; }

    /// <summary>The disk to ask in this run.</summary>
    /// <param name="disk">The real one.</param>
    public IDisk Over(IDisk disk) => new RecordingDisk(disk, Recorder);

    /// <summary>The memory of a process; null when it is switched off, or when nothing of this process may be remembered.</summary>
    /// <param name="words">All words of the command line, the program's name first.</param>
    /// <param name="environment">The environment; given back without what only a make above this one is meant to say.</param>
    public static RunMemory? Open(IReadOnlyList<string> words, ref IReadOnlyList<string> environment)
    {
        string? above = ProcessEnvironment.Value(environment, RunChannel.Variable);
        if (above is not null)
            environment = ProcessEnvironment.Without(environment, RunChannel.Variable);
        bool explains = ProcessEnvironment.Value(environment, CacheDirectory.LogVariable) is { Length: > 0 };
        Action<string> explain = explains ? text => Messages.WriteRaw(2, $"oot cache: {text}\n") : _ => { };
        int channel = RunChannel.Join(above);
        if (channel >= 0)
            return new RunMemory(null, "", environment, channel, explain);
        if (above is not null || IsPart(environment) || CacheDirectory.Open(environment) is not { } cache || RunKey.Of(words, environment) is not { } key)
            return null;
        return new RunMemory(cache, key, environment, -1, explain);
    }

    /// <summary>A run that shares job tokens with others, or has started itself again, is not whole.</summary>
    private static bool IsPart(IReadOnlyList<string> environment) =>
        ProcessEnvironment.Value(environment, "MAKE_RESTARTS") is not null
        || ProcessEnvironment.Value(environment, "MAKEFLAGS") is { } flags
        && (flags.Contains("--jobserver", StringComparison.Ordinal) || flags.Contains("--sync-mutex", StringComparison.Ordinal));

    /// <summary>Prints what the same run printed before, if nothing that it asked has changed since.</summary>
    /// <returns>Whether that is done; then the exit code is 0.</returns>
    public bool Replay()
    {
        if (_cache is null)
            return false;
        ReadOnlySpan<byte> content = CacheDirectory.ContentOf(MappedFile.Open(_cache.PathOf(Kind, _key), MostBytes).Bytes);
        var reader = new RunReader(content);
        if (content.IsEmpty || !reader.IsText(_key) || !RunVariables.AreSame(ref reader, _environment) || !RunCheck.Holds(ref reader, NativeFiles.NowNs()))
            return false;
        _explain("run remembered");
        Execution.StandardStreams.AppendToFiles();
        int count = reader.Count();
        for (int i = 0; i < count; i++)
        {
            int descriptor = (int)reader.Number();
            Messages.WriteRaw(descriptor == 2 ? 2 : 1, reader.Text());
        }
        return true;
    }

    /// <summary>The run is over: remembers it, or hands it up, if it ended well and did nothing.</summary>
    /// <param name="exitCode">The process's.</param>
    public void Close(int exitCode)
    {
        if (exitCode != 0)
            Recorder.Refuse("it failed");
        if (Recorder.LatestModified > NativeFiles.NowNs())
            Recorder.Refuse("a file is from the future");
        if (!Recorder.IsOpen || Recorder.Directories.Count is 0 or > RunCheck.MostDirectories)
            return;
        if (_channel >= 0)
        {
            RunChannel.HandUp(_channel, Recorder);
            return;
        }
        var writer = new CacheWriter().Text(_key);
        if (!Recorder.Variables.TryWrite(_environment, writer))
            return;
        RunContent.WriteWithoutNames(Recorder, writer);
        _cache!.Store(Kind, _key, writer);
    }
}
