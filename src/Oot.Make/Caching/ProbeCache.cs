using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Execution;
using Oot.Make.Execution.Shell;

namespace Oot.Make.Caching;

/// <summary>
/// Answers of <c>$(shell)</c> that are functions of programs, files, variables and text. A command is looked up under all of these, so nothing has to be checked once it is found.
/// </summary>
internal sealed class ProbeCache
{
    private const string Kind = "probes";
    private const long CoarseClockNs = 10_000_000;
    private const int LongestOutput = 1 << 20, CommandNotFound = 127;

    private readonly CacheDirectory _cache;
    private readonly IDisk _disk;
    private readonly RememberedJudgements _judgements;
    private readonly FileAnswers _answers = new();
    // An exported variable with a $(shell) in it is expanded for every command, before and after others have run.
    private readonly Dictionary<string, ProbeAnswer> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isRead = new(ReferenceEqualityComparer.Instance);
    private readonly Action<string> _explain;
    private ProgramIdentities? _programs;
    private string _programsOf = "";
    private IReadOnlyList<string>? _lastEnvironment;
    private string? _limits;
    private string? _judge;
    private RememberedAnswers? _remembered;
    private int _shared;

    /// <summary>A cache in a directory; <paramref name="explain"/> hears why a command is not remembered.</summary>
    public ProbeCache(CacheDirectory cache, IDisk disk, Action<string> explain)
    {
        _cache = cache;
        _judgements = new RememberedJudgements(cache);
        _disk = disk;
        _explain = explain;
    }

    /// <summary>What make's caller knows of commands, or null.</summary>
    public IKnownCommands? Known { get; init; }

    /// <summary>The words of the make whose probes these are, or null: their answers are remembered together.</summary>
    public IReadOnlyList<string>? Make { get; init; }

    /// <summary>Watches commands of which the text tells too little, or null.</summary>
    public CommandWitness? Witness { get; set; }

    /// <summary>Runs several side by side, or null.</summary>
    public Scouting? Scouting { get; set; }

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

    private void Note(CommandInputs inputs, HashSet<FileQuestion> used, RunRecorder run)
    {
        foreach (FileQuestion file in used)
            run.NoteContent(file.Path, file.Kind, _answers.Of(file));
        foreach (string variable in inputs.Variables)
            run.Variables.Add(variable);
        if (inputs.AsksKernel)
            run.NoteKernel();
    }

    /// <summary>The files that a program consists of; null when they cannot be told.</summary>
    public List<FileQuestion>? PartsOf(string program, IReadOnlyList<string> environment) => Programs(environment).FilesOf(program);

    /// <summary>What every program depends on, and the variables that programs read.</summary>
    public string CircumstancesOf(IReadOnlyList<string> environment) => $"{Circumstances()}\n{ProgramVariables(environment)}";

    /// <summary>Files may have changed.</summary>
    public void Forget()
    {
        _answers.Forget();
        _programs?.Forget();
    }

    /// <summary>
    /// The result of a command, remembered or by <paramref name="start"/>; null when it has to be run as ever. <paramref name="start"/> gets the words to start and the descriptor
    /// for the command's error messages, which are passed on afterwards.
    /// </summary>
    public ShellResult? Answer(IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        var probe = new Probe(words, environment, directory, start, passOnErrors);
        if (Given(probe) is { } given)
            return given;
        string text = TextOf(probe);
        if (Scouting?.Await(text) is true && Given(probe) is { } shared)
            return shared;
        if (_judgements.Find(text) is { } hint && StateOf(probe, hint) is { } known && Find(probe, known) is { } found)
            return found;
        if (Judge(words, environment, directory, out string reason) is not { Makes: 0 } inputs)
        {
            if (Watch(probe) is { } watched)
                return watched;
            Recorder?.Refuse("a shell function that may do something: " + words[^1]);
            _explain($"not remembered ({(reason.Length > 0 ? reason : "it runs make")}): {words[^1]}");
            return null;
        }
        ShellResult? result = Answer(probe, text, inputs);
        if (result is not null)
            _judgements.Store(text, inputs);
        return result;
    }

    /// <summary>As the other, where somebody knows what the command depends on.</summary>
    public ShellResult? AnswerKnowing(
        CommandInputs inputs, IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, Func<IReadOnlyList<string>, int, ShellResult> start, Action<string> passOnErrors)
    {
        var probe = new Probe(words, environment, directory, start, passOnErrors);
        return Given(probe) ?? Answer(probe, TextOf(probe), inputs);
    }

    private ShellResult? Given(Probe probe)
    {
        if (_remembered is null && Make is not null)
            Remember(probe.Directory, Make);
        while (Scouting?.Shared(ref _shared) is { } shared)
        {
            NoteAll([shared]);
            Give(shared with { Version = 0 });
        }
        ProbeAnswer? given = _given.GetValueOrDefault(probe.Words[^1]);
        while (given is not null && !(given.IsTo(probe, ProgramVariables(probe.Environment)) && given.Holds(_answers)))
            given = given.Next;
        if (given is null)
            return null;
        _remembered?.Add(given);
        probe.PassOnErrors(given.Errors);
        return given.Result;
    }

    private void Remember(string directory, IReadOnlyList<string> make)
    {
        _remembered = new RememberedAnswers(_cache, $"answers 2\n{directory}\n{string.Join('\0', make)}");
        foreach (ProbeAnswer answer in _remembered.Read(Circumstances(), _answers, NoteAll))
            Give(answer);
    }

    private void NoteAll(IReadOnlyList<ProbeAnswer> answers)
    {
        if (Recorder is not { IsOpen: true } run)
            return;
        foreach ((FileQuestion question, FileAnswer answer) in answers.SelectMany(answer => answer.Files).Distinct())
            run.NoteContent(question.Path, question.Kind, answer);
        foreach ((string variable, _) in answers.SelectMany(answer => answer.Variables))
            run.Variables.Add(variable);
        run.NoteKernel();
    }

    private void Give(ProbeAnswer answer) => _given[answer.Words[^1]] = answer with { Next = _given.GetValueOrDefault(answer.Words[^1]) };

    /// <summary>The make is over: keeps its probes' answers together.</summary>
    public void Keep() => _remembered?.Keep(Circumstances());

    /// <summary>What every probe depends on.</summary>
    private string Circumstances() => $"{JudgeText}\n{KernelName.Text}\n{_limits ??= Limits()}";

    private string JudgeText => _judge ??= FileAnswers.Text(NativeFiles.Status(NativeFiles.CurrentDirectory, "/proc/self/exe", followsLinks: true));

    private ShellResult? Answer(Probe probe, string text, CommandInputs inputs)
    {
        if (StateOf(probe, inputs) is not { } state)
        {
            Recorder?.Refuse("a shell function whose programs are not known: " + probe.Words[^1]);
            _explain("not remembered (its programs or directories are not known): " + probe.Words[^1]);
            return null;
        }
        return Find(probe, state)
            ?? Scouting?.Answer(text, () => GuessedScript.Of(probe.Words, probe.Environment), () => Given(probe) ?? Find(probe, state), () => RunAndStore(probe, state))
            ?? RunAndStore(probe, state);
    }

    private ShellResult? Find(Probe probe, ProbeState state)
    {
        if (_cache.Find(Kind, state.Key) is not { } reader)
            return null;
        var found = new ShellResult(reader.Text(), (int)reader.Number(), 0, 0);
        string errors = reader.Text();
        if (reader.IsBroken)
            return null;
        if (Recorder is { IsOpen: true } run)
            Note(state.Inputs, state.Used, run);
        probe.PassOnErrors(errors);
        ProbeAnswer answer = AnswerOf(probe, state, found, errors);
        Give(answer);
        _remembered?.Add(answer);
        return found;
    }

    private ProbeAnswer AnswerOf(Probe probe, ProbeState state, ShellResult result, string errors)
    {
        (string, string?)[] variables = [.. state.Inputs.Variables.Select(name => (name, ProcessEnvironment.Value(probe.Environment, name)))];
        (FileQuestion, FileAnswer)[] files = [.. state.Used.Select(question => (question, _answers.Of(question)))];
        return new ProbeAnswer(probe.Words, probe.Directory, ProgramVariables(probe.Environment), variables, files, result, errors) { Version = _answers.Version };
    }

    private ShellResult RunAndStore(Probe probe, ProbeState state)
    {
        // Noted before it runs: what it leaves behind is not what it found.
        if (Recorder is { IsOpen: true } run)
            Note(state.Inputs, state.Used, run);
        int held = NativeFiles.OpenMemory();
        ShellResult result = MakeProcess.Current.Ask(() => probe.Start(probe.Words, held));
        string errors = PassOn(held, probe.PassOnErrors);
        bool ended = held >= 0 && result is { Signal: 0, SpawnErrno: 0 } && (result.ExitCode < 126 || (result.ExitCode == CommandNotFound && state.Inputs.LacksProgram)) && ProcessSignals.Pending == 0 && result.Output.Length + errors.Length < LongestOutput;
        if (!ended)
            Recorder?.Refuse("a shell function that ended badly: " + probe.Words[^1]);
        // The inputs must have been these before and after, and older than the clock of the file system is coarse.
        if (ended && FreeSpace.IsEnough(state.Inputs, probe.Environment) && TextOf(state.Inputs, new FileAnswers()) == state.Now && IsSettled(state.Used))
        {
            _cache.Store(Kind, state.Key, new CacheWriter().Text(state.Key).Text(result.Output).Number(result.ExitCode).Text(errors));
            Scouting?.Share(AnswerOf(probe, state, result, errors));
        }
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
    private ShellResult? Watch(Probe probe)
    {
        if (Recorder is not { IsOpen: true } run || Witness?.Begin(probe.Words, probe.Environment) is not { } watched)
            return null;
        NativeFiles.KeepOnExecute(watched.Report);
        int held = NativeFiles.OpenMemory();
        ShellResult result = probe.Start(watched.Words, held);
        _ = PassOn(held, probe.PassOnErrors);
        Witness.End(watched, spoke: true);
        if (held < 0 || result is not { Signal: 0, SpawnErrno: 0, ExitCode: < 126 } || ProcessSignals.Pending != 0)
            run.Refuse("a shell function that ended badly: " + probe.Words[^1]);
        Forget();
        return result;
    }

    private bool IsSettled(HashSet<FileQuestion> used)
    {
        long limit = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100 - CoarseClockNs;
        foreach (FileQuestion file in used)
        {
            FileAnswer answer = _answers.Of(file);
            if (answer.ModifiedNs > limit || answer.ChangedNs > limit)
                return false;
        }
        return true;
    }

    /// <summary>Everything that a command's inputs come down to; null when a program's identity cannot be told, or its directory cannot be written to.</summary>
    private ProbeState? StateOf(Probe probe, CommandInputs inputs) =>
        InputsOf(inputs, probe.Environment) is { } used && TextOf(inputs, _answers) is { } now ? new ProbeState(inputs, used, now, KeyOf(probe, inputs, now)) : null;

    private HashSet<FileQuestion>? InputsOf(CommandInputs inputs, IReadOnlyList<string> environment)
    {
        ProgramIdentities programs = Programs(environment);
        var files = new HashSet<FileQuestion>(inputs.Files);
        foreach (string program in inputs.Programs)
        {
            if (programs.FilesOf(program) is not { } parts)
                return null;
            files.UnionWith(parts);
        }
        return files;
    }

    /// <summary>The command itself, what decides which program a name in it is, and which oot judges: another may know better.</summary>
    private string TextOf(Probe probe)
    {
        var text = new StringBuilder(JudgeText).Append('\n').Append(probe.Directory).Append('\n').Append(ProgramVariables(probe.Environment));
        foreach (string word in probe.Words)
            text.Append('\0').Append(word);
        return text.ToString();
    }

    /// <summary>The variables that programs read, with their values.</summary>
    private string ProgramVariables(IReadOnlyList<string> environment)
    {
        Programs(environment);
        return _programsOf;
    }

    private ProgramIdentities Programs(IReadOnlyList<string> environment)
    {
        if (_programs is not null && ReferenceEquals(environment, _lastEnvironment))
            return _programs;
        _lastEnvironment = environment;
        var text = new StringBuilder();
        foreach (string entry in environment)
            if (IsRead(entry))
                text.Append(entry).Append('\n');
        string variables = text.ToString();
        if (_programs is null || _programsOf != variables)
            (_programs, _programsOf) = (new ProgramIdentities(_cache, _answers, environment), variables);
        return _programs;
    }

    // Makes hand the same hundred texts over again and again.
    private bool IsRead(string entry)
    {
        if (_isRead.TryGetValue(entry, out bool known))
            return known;
        int equals = entry.IndexOf('=');
        return _isRead[entry] = equals > 0 && EnvironmentVariables.IsRead(entry.AsSpan(0, equals));
    }

    private string KeyOf(Probe probe, CommandInputs inputs, string now)
    {
        var key = new StringBuilder("probe 2\n", now.Length + 4096);
        string? temporary = inputs.TemporaryDirectory?.Replace(CommandInputs.ProcessId.ToString(), "$$", StringComparison.Ordinal);
        foreach (string word in probe.Words)
            key.Append(temporary is null ? word : word.Replace(temporary, "\u0001", StringComparison.Ordinal)).Append('\0');
        key.Append('\n').Append(probe.Directory).Append('\n');
        foreach (string name in inputs.Variables)
            key.Append(name).Append('=').Append(ProcessEnvironment.Value(probe.Environment, name) is { } value ? "=" + value : "").Append('\0');
        return key.Append(now).Append('\n').Append(_limits ??= Limits()).ToString();
    }

    /// <summary>The state of a command's inputs as one text; null when a directory cannot be written to.</summary>
    private string? TextOf(CommandInputs inputs, FileAnswers answers)
    {
        var text = new StringBuilder();
        foreach (string program in inputs.Programs.Order(StringComparer.Ordinal))
            text.Append('\n').Append(program).Append(' ').Append(answers == _answers ? _programs!.TextOf(program) : ProgramIdentities.TextOf(_programs!.FilesOf(program)!, answers.Of));
        foreach (FileQuestion file in inputs.Files.OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Kind))
        {
            FileAnswer now = answers.Of(file);
            if (file.Kind != FileQuestionKind.Writable)
                text.Append('\n').Append((int)file.Kind).Append(file.Path).Append(' ').Append(FileAnswers.Text(now));
            else if (now.Place == 0)
                return null;
        }
        if (inputs.AsksKernel)
            text.Append('\n').Append(KernelName.Text);
        return text.ToString();
    }

    /// <summary>What else a process has from its parents that can make a program fail.</summary>
    private string Limits()
    {
        _disk.Read("/proc/self/limits", out string limits);
        return string.Create(CultureInfo.InvariantCulture, $"{NativeFiles.User} {NativeFiles.CreationMask:x} {TextHash.Of(limits):x}");
    }
}
