using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>
/// Answers of <c>$(shell)</c> that are functions of programs, files, variables and text. A command is looked up under all of these, so nothing has to be checked once it is found.
/// </summary>
internal sealed class ProbeCache
{
    private const string Kind = "probes";
    private const long CoarseClockNs = 10_000_000;
    private const int LongestOutput = 1 << 20;

    private readonly CacheDirectory _cache;
    private readonly IDisk _disk;
    private readonly FileAnswers _answers = new();
    // An exported variable with a $(shell) in it is expanded for every command.
    private readonly Dictionary<string, ProbeAnswer> _given = new(StringComparer.Ordinal);
    private readonly Action<string> _explain;
    private ProgramIdentities? _programs;
    private string _programsOf = "";
    private IReadOnlyList<string>? _lastEnvironment;
    private string? _limits;

    /// <summary>A cache in a directory; <paramref name="explain"/> hears why a command is not remembered.</summary>
    public ProbeCache(CacheDirectory cache, IDisk disk, Action<string> explain)
    {
        _cache = cache;
        _disk = disk;
        _explain = explain;
    }

    /// <summary>What make's caller knows of commands, or null.</summary>
    public IKnownCommands? Known { get; init; }

    /// <summary>Watches commands of which the text tells too little, or null.</summary>
    public CommandWitness? Witness { get; set; }

    /// <summary>Notes a run, or null.</summary>
    public RunRecorder? Recorder { get; set; }

    /// <summary>The inputs of a command; null, and why, when they cannot be listed.</summary>
    public CommandInputs? Judge(IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, out string reason) =>
        CommandJudge.Judge(_disk, Known, words, environment, directory, out reason);

    /// <summary>Adds a command's inputs to what a run depends on, before the command starts; false when they cannot be told.</summary>
    public bool Note(CommandInputs inputs, IReadOnlyList<string> environment, RunRecorder run)
    {
        if (InputsOf(inputs, environment) is not { } used)
            return false;
        Note(inputs, used, run);
        return true;
    }

    private void Note(CommandInputs inputs, ProbeInputs used, RunRecorder run)
    {
        foreach (FileQuestion file in used.Files)
            run.NoteContent(file.Path, file.Kind, _answers.Of(file));
        foreach (string variable in inputs.Variables)
            run.Variables.Add(variable);
        if (inputs.AsksKernel)
            run.NoteKernel();
    }

    /// <summary>Files may have changed.</summary>
    public void Forget()
    {
        _answers.Forget();
        _programs?.Forget();
        _given.Clear();
    }

    /// <summary>
    /// The result of a command, remembered or by <paramref name="start"/>; null when it has to be run as ever. <paramref name="start"/> gets the words to start and the descriptor
    /// for the command's error messages, which are passed on afterwards.
    /// </summary>
    public ShellResult? Answer(IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        if (_given.TryGetValue(words[^1], out ProbeAnswer? given) && given.IsTo(words, environment, directory))
        {
            passOnErrors(given.Errors);
            return given.Result;
        }
        if (Judge(words, environment, directory, out string reason) is not { Makes: 0 } inputs)
        {
            if (Watch(words, environment, start, passOnErrors) is { } watched)
                return watched;
            Recorder?.Refuse("a shell function that may do something: " + words[^1]);
            _explain($"not remembered ({(reason.Length > 0 ? reason : "it runs make")}): {words[^1]}");
            return null;
        }
        return Answer(inputs, words, environment, directory, start, passOnErrors);
    }

    /// <summary>As the other, where somebody knows what the command depends on.</summary>
    public ShellResult? AnswerKnowing(
        CommandInputs inputs, IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors) =>
        _given.TryGetValue(words[^1], out ProbeAnswer? given) && given.IsTo(words, environment, directory)
            ? given.Result
            : Answer(inputs, words, environment, directory, start, passOnErrors);

    private ShellResult? Answer(
        CommandInputs inputs, IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        ProbeInputs? used = InputsOf(inputs, environment);
        if (used is null || KeyOf(words, environment, directory, inputs, used, _answers.Of) is not { } key)
        {
            Recorder?.Refuse("a shell function whose programs are not known: " + words[^1]);
            _explain("not remembered (its programs or directories are not known): " + words[^1]);
            return null;
        }
        if (Recorder is { IsOpen: true } run)
            Note(inputs, used, run);
        if (_cache.Find(Kind, key) is { } reader)
        {
            var found = new ShellResult(reader.Text(), (int)reader.Number(), 0, 0);
            string errors = reader.Text();
            if (!reader.IsBroken)
            {
                passOnErrors(errors);
                _given[words[^1]] = new ProbeAnswer(words, environment, directory, found, errors);
                return found;
            }
        }
        return RunAndStore(words, environment, directory, inputs, used, key, start, passOnErrors);
    }

    private ShellResult RunAndStore(
        IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, CommandInputs inputs, ProbeInputs used, string key, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        int held = NativeFiles.OpenMemory();
        ShellResult result = start(words, held);
        string errors = PassOn(held, passOnErrors);
        bool ended = held >= 0 && result is { Signal: 0, SpawnErrno: 0, ExitCode: < 126 } && ProcessSignals.Pending == 0 && result.Output.Length + errors.Length < LongestOutput;
        if (!ended)
            Recorder?.Refuse("a shell function that ended badly: " + words[^1]);
        // The inputs must have been these before and after, and older than the clock of the file system is coarse.
        if (ended && FreeSpace.IsEnough(inputs, environment) && KeyOf(words, environment, directory, inputs, used, FileAnswers.Ask) == key && IsSettled(used))
            _cache.Store(Kind, key, new CacheWriter().Text(key).Text(result.Output).Number(result.ExitCode).Text(errors));
        return result;
    }

    private static string PassOn(int held, Action<string> passOnErrors)
    {
        if (held < 0)
            return "";
        string errors = ByteText.FromBytes(NativeFiles.Contents(held));
        NativeFiles.Close(held);
        passOnErrors(errors);
        return errors;
    }

    /// <summary>Runs a command of which the text tells too little under a witness; null when that cannot be.</summary>
    private ShellResult? Watch(IReadOnlyList<string> words, IReadOnlyList<string> environment, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        if (Recorder is not { IsOpen: true } run || Witness?.Begin(words, environment) is not { } watched)
            return null;
        NativeFiles.KeepOnExecute(watched.Report);
        int held = NativeFiles.OpenMemory();
        ShellResult result = start(watched.Words, held);
        _ = PassOn(held, passOnErrors);
        Witness.End(watched, spoke: true);
        if (held < 0 || result is not { Signal: 0, SpawnErrno: 0, ExitCode: < 126 } || ProcessSignals.Pending != 0)
            run.Refuse("a shell function that ended badly: " + words[^1]);
        Forget();
        return result;
    }

    private bool IsSettled(ProbeInputs used)
    {
        long limit = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100 - CoarseClockNs;
        foreach (FileQuestion file in used.Files)
        {
            FileAnswer answer = _answers.Of(file);
            if (answer.ModifiedNs > limit || answer.ChangedNs > limit)
                return false;
        }
        return true;
    }

    /// <summary>Everything that a command's inputs come down to; null when a program's identity cannot be told.</summary>
    private ProbeInputs? InputsOf(CommandInputs inputs, IReadOnlyList<string> environment)
    {
        ProgramIdentities programs = Programs(environment);
        var files = new HashSet<FileQuestion>(inputs.Files);
        foreach (string program in inputs.Programs)
        {
            if (programs.FilesOf(program) is not { } parts)
                return null;
            files.UnionWith(parts);
        }
        return new ProbeInputs(files, inputs.AsksKernel);
    }

    private ProgramIdentities Programs(IReadOnlyList<string> environment)
    {
        if (_programs is not null && ReferenceEquals(environment, _lastEnvironment))
            return _programs;
        _lastEnvironment = environment;
        var text = new StringBuilder();
        foreach (string name in EnvironmentVariables.ThatProgramsRead(environment))
            text.Append(name).Append('=').Append(ProcessEnvironment.Value(environment, name)).Append('\n');
        string variables = text.ToString();
        if (_programs is null || _programsOf != variables)
            (_programs, _programsOf) = (new ProgramIdentities(_cache, _answers, environment), variables);
        return _programs;
    }

    private string? KeyOf(
        IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, CommandInputs inputs, ProbeInputs used, Func<FileQuestion, FileAnswer> answer)
    {
        var key = new StringBuilder("probe 1\n");
        string? temporary = inputs.TemporaryDirectory?.Replace(CommandInputs.ProcessId.ToString(), "$$", StringComparison.Ordinal);
        foreach (string word in words)
            key.Append(temporary is null ? word : word.Replace(temporary, "\u0001", StringComparison.Ordinal)).Append('\0');
        key.Append('\n').Append(directory).Append('\n');
        foreach (string name in inputs.Variables)
            key.Append(name).Append('=').Append(ProcessEnvironment.Value(environment, name) is { } value ? "=" + value : "").Append('\0');
        foreach (string program in inputs.Programs.Order(StringComparer.Ordinal))
            key.Append('\n').Append(program).Append(' ').Append(ProgramIdentities.TextOf(_programs!.FilesOf(program)!, answer));
        foreach (FileQuestion file in inputs.Files.OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Kind))
        {
            FileAnswer now = answer(file);
            if (file.Kind == FileQuestionKind.Writable)
            {
                if (now.Place == 0)
                    return null;
                continue;
            }
            key.Append('\n').Append((int)file.Kind).Append(file.Path).Append(' ').Append(FileAnswers.Text(now));
        }
        if (inputs.AsksKernel)
            key.Append('\n').Append(KernelName.Text);
        return key.Append('\n').Append(_limits ??= Limits()).ToString();
    }

    /// <summary>What else a process has from its parents that can make a program fail.</summary>
    private string Limits()
    {
        _disk.Read("/proc/self/limits", out string limits);
        return string.Create(CultureInfo.InvariantCulture, $"{NativeFiles.User} {NativeFiles.CreationMask():x} {TextHash.Of(limits):x}");
    }
}
