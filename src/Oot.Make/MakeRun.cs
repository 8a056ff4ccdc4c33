using System.Globalization;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Objects;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Execution.Shell;
using Oot.Make.Observing;
using Oot.Make.Options;
using Oot.Make.Rules;
using Oot.Make.Syntax;
using Oot.Make.Updates;

namespace Oot.Make;

/// <summary>One run of make, step by step: switches, makefiles, remaking of makefiles, goals.</summary>
internal sealed partial class MakeRun
{
    private readonly MakeInvocation _invocation;
    private readonly IReadOnlyList<string> _arguments;
    private readonly CacheDirectory? _cache;
    private readonly string? _journals;
    private readonly IReadOnlyList<string> _environment;
    private readonly string _name;
    private readonly MakeOptions _options = new();
    private readonly Messages _messages;
    private readonly MakeState _state;
    private readonly SwitchReader _switches;
    private readonly ChildEnvironment _environments;
    private readonly InProcessShell _shell;
    private readonly JobRunner _jobs;
    private readonly FileTimes _times;
    private readonly Updater _updater;
    private readonly MakefileReader _reader;
    private readonly RunMemory? _memory;
    private readonly string? _witness;
    private readonly Disk _disk;
    private readonly JobOutput _ownOutput = new();
    private bool _hasPrintedVersion;
    private string? _firstDirectory;
    private Scouting? _scouting;
    private int _restarts;
    private int? _commandLineSlots;
    private int _serverSlots;

    /// <summary>A run that has not begun.</summary>
    public MakeRun(MakeInvocation invocation)
    {
        _invocation = invocation;
        _arguments = invocation.Arguments;
        _environment = invocation.Environment;
        _name = invocation.Name;
        _memory = invocation.Memory;
        _witness = invocation.Witness;
        var disk = new Disk();
        _disk = disk;
        string program = _name[(_name.LastIndexOf('/') + 1)..];
        _messages = new Messages(program.Length == 0 ? "make" : program);
        _state = new MakeState(_options, _messages, _memory?.Over(disk) ?? disk)
        {
            Substitution = invocation.Substitution,
            Trace = invocation.Trace,
            Observer = invocation.Observer,
            ForMakesBelow = invocation.ForMakesBelow,
        };
        _environments = new ChildEnvironment(_state);
        _switches = new SwitchReader(_state);
        if (CacheDirectory.Open(_environment) is { } cache)
        {
            _cache = cache;
            (_state.Probes, _state.Habits) = (new ProbeCache(cache, disk, Explanation()) { Known = invocation.Known, Make = _arguments }, new CommandHabits(cache));
            if (invocation.Known is { } known)
                _state.Objects = new CompiledObjects(cache, _state.Probes, known, disk, Explanation());
            _journals = cache.Journals;
        }
        NoteRun();
        _shell = new InProcessShell(disk) { IsOff = InProcessShell.IsOffIn(_environment) };
        _jobs = new JobRunner(_state, _environments, _shell, new SubMakes(invocation.RunBelow, invocation.Known));
        _times = new FileTimes(_state);
        _updater = new Updater(_state, _times, _jobs);
        _reader = new MakefileReader(_state);
        Connect();
    }

    /// <summary><c>OOT_CACHE_LOG=1</c>: why something was not remembered goes to standard error.</summary>
    private Action<string> Explanation() =>
        InheritedValue(CacheDirectory.LogVariable) is { Length: > 0 } ? text => Messages.WriteRaw(2, $"oot cache: {text}\n") : _ => { };

    private void Connect()
    {
        Expander expander = _state.Expander;
        Func<string, bool, string> shell = new ShellFunction(_state, _environments).Run;
        expander.ShellRunner = _state.Trace is { } trace ? new TracedShell(_state, trace, shell).Run : shell;
        expander.WildcardNames = text => FileSequence.IsPlainName(text)
            ? _state.Wildcard.Expand(text)
            : _state.Sequences.Parse(text, FileSequenceOptions.KeepCurrentDirectory | FileSequenceOptions.OnlyExisting).ConvertAll(name => name.Name);
        expander.MatchesVersion = () => _state.Wildcard.Version;
        expander.InheritedEnvironment = InheritedValue;
        expander.FilesChanged = _state.FilesChanged;
        _state.Sequences.Home = Home;
        _state.Sequences.UserAsked = () => _memory?.Recorder.Refuse("a home directory from the user database");
        _state.Definitions.SpecialChanged = SpecialVariableChanged;
        _state.Variables.RefreshSpecial = RefreshSpecialVariable;
    }

    private string? InheritedValue(string name)
    {
        _state.Variables.Asked(name);
        foreach (string entry in _environment)
            if (entry.Length > name.Length && entry[name.Length] == '=' && entry.StartsWith(name, StringComparison.Ordinal))
                return entry[(name.Length + 1)..];
        return null;
    }

    private string Home()
    {
        bool warns = _state.Expander.WarnsUndefined;
        _state.Expander.WarnsUndefined = false;
        string home = _state.Expander.Expand("$(HOME)");
        _state.Expander.WarnsUndefined = warns;
        if (home.Length == 0)
            home = InheritedValue("HOME") ?? "";
        if (home.Length == 0)
            _memory?.Recorder.Refuse("a home directory from the user database");
        return home;
    }

    /// <summary>The run to make in this one's place, after <see cref="Execute"/>; null: it is over.</summary>
    public MakeInvocation? Next { get; private set; }

    /// <summary>Runs and gives the exit code.</summary>
    public int Execute()
    {
        LeaveDeepStacksDirectly();
        int status;
        try
        {
            status = RunSteps();
        }
        catch (RehearsalFailedException)
        {
            _state.Trace?.EndAll();
            throw;
        }
        catch (MakeRestartException again)
        {
            Next = again.Invocation;
            return 0;
        }
        catch (MakeStopException stop)
        {
            status = stop.ExitCode;
        }
        catch (FatalSignalException signal)
        {
            return DieBySignal(signal.Signal);
        }
        try
        {
            return Remember(Finish(status));
        }
        catch (FatalSignalException signal)
        {
            return DieBySignal(signal.Signal);
        }
    }

    /// <summary>
    /// Unwinding tens of thousands of frames takes the runtime minutes, so a recursion that went too deep ends make from where it is.
    /// </summary>
    private unsafe void LeaveDeepStacksDirectly()
    {
        const long DeepBytes = 4 << 20;
        byte here;
        long bottom = (long)(nint)(&here);
        _messages.Stopping = () =>
        {
            byte now;
            if (bottom - (long)(nint)(&now) > DeepBytes)
                MakeProcess.Current.Leave(Finish(2));
        };
    }

    private int RunSteps()
    {
        StandardStreams.AppendToFiles();
        _firstDirectory = ProcessContext.WorkingDirectory();
        if (_firstDirectory is null)
            _messages.Error($"getcwd: {Errno.Message(Errno.NoEntry)}");
        DefineBasics();
        DefineEnvironment();
        if (ReadSwitches() is { } early)
            return early;
        EnterDirectories();
        OpenJournal();
        JoinJobserver();
        PlanRehearsals();
        DefineCommandVariables();
        TakeStandardInput();
        DefineDefaults();
        SendScout();
        EvaluateCommandLineTexts();
        TracePhase("read makefiles");
        ReadMakefiles();
        _scouting?.End();
        SetUpJobs();
        _switches.DefineFlags(remaking: false);
        SpecialTargets.Apply(_state);
        InstallBuiltinRules();
        _state.SearchPaths.Complete(_state.Expander);
        MarkOldAndNew();
        _messages.Close(_ownOutput);
        _messages.Context = null;
        TracePhase("remake makefiles");
        if (RemakeMakefiles() is { } failed)
            return failed;
        _switches.DefineFlags(remaking: false);
        _state.AlwaysMake = _options.AlwaysMake;
        if (_restarts > 0)
            MarkNew();
        RemoveTemporaryInput();
        TracePhase("update goals");
        return UpdateGoals();
    }

    private void PlanRehearsals()
    {
        if (_cache is null || MakeProcess.Current.IsBelow || _options.SyncMode != OutputSyncMode.None)
            return;
        MakeTokensEarly();
        RehearsalPlan.Open(_invocation, _cache, _tokens?.Server.AuthValue ?? _options.JobserverAuth);
    }

    /// <summary>Lets this make's probes run side by side, as far as they can be guessed; the scout itself finds here whose it is.</summary>
    private void SendScout()
    {
        if (_state.Probes is not { } probes)
            return;
        probes.Scouting = MakeProcess.Current.Scouting;
        if (probes.Scouting is not null || _invocation.RunBelow is not { } run || _firstDirectory is not { } directory || _restarts > 0 || Environment.ProcessorCount == 1
            || _state.Trace is not null || _state.Observer is not null)
            return;
        probes.Scouting = _scouting = new Scouting(() => ProcessContext.Enter(directory) == 0 ? run([_name, .. _arguments], _environment) : 0, Explanation());
    }

    private void TracePhase(string name)
    {
        _state.Trace?.EndAll();
        _state.Trace?.Begin(RunTrace.Own, name, "phase");
    }

    /// <summary>Reads switches from the environment and the command line; an exit code when they end the run.</summary>
    private int? ReadSwitches()
    {
        if (_state.Variables.Find("GNUMAKEFLAGS") is not null)
        {
            _switches.ReadVariable("GNUMAKEFLAGS", Origin.CommandLine);
            _state.Variables.DefineGlobal("GNUMAKEFLAGS", "", Origin.Environment);
        }
        _switches.ReadVariable("MAKEFLAGS", Origin.CommandLine);
        HoldOwnOutput();
        int? environmentSlots = _options.JobSlots;
        _options.JobSlots = null;
        _switches.ReadCommandLine(_arguments, _name);
        _commandLineSlots = _options.JobSlots;
        _options.JobSlots ??= environmentSlots;
        if (_options.Help)
            throw _switches.Usage(isMistake: false);
        if (_options.PrintVersion)
        {
            PrintVersion();
            return 0;
        }
        if (_options.Shuffle is { } mode)
        {
            _state.Shuffler = Shuffler.Create(mode, out string? error);
            if (error is not null)
                throw _messages.Fatal(error);
            // Children get the seed, not the wish for one.
            _options.Shuffle = _state.Shuffler?.EffectiveMode;
        }
        NameTerminal(1, "MAKE_TERMOUT");
        NameTerminal(2, "MAKE_TERMERR");
        HoldOwnOutput();
        if (_state.Variables.Find("MAKELEVEL") is { } level && int.TryParse(level.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int depth))
            _state.Level = _messages.Level = depth;
        if (_options.AlwaysMake && _restarts == 0)
            _state.AlwaysMake = true;
        _options.NoBuiltinRules |= _options.NoBuiltinVariables;
        if (_state.Debugs(DebugFlags.Basic))
            PrintVersion();
        return null;
    }

    /// <summary>Says once which make this is.</summary>
    private void PrintVersion()
    {
        if (!_hasPrintedVersion)
            Messages.WriteRaw(1, VersionText.For(_options.PrintDataBase ? "# " : ""));
        _hasPrintedVersion = true;
    }

    private void HoldOwnOutput()
    {
        bool holds = _options.SyncMode is OutputSyncMode.Line or OutputSyncMode.Target;
        if (_ownOutput.IsHeld && !holds)
            _messages.Close(_ownOutput);
        _ownOutput.IsHeld = holds;
        _messages.SyncMode = _options.SyncMode;
        _messages.Context = _ownOutput;
    }

    private void EnterDirectories()
    {
        _messages.Directory = _firstDirectory;
        _messages.MarksAsComment = () => _options.PrintDataBase;
        _messages.PrintsDirectory = () => _options.PrintDirectory ?? (!_options.Silent && (_state.Level > 0 || _options.Directories.Count > 0));
        foreach (string directory in _options.Directories)
        {
            _memory?.Recorder.Note(directory, FileQuestionKind.Place, NativeFiles.PlaceOf(directory));
            int errno = ProcessContext.Enter(directory);
            _memory?.Recorder.Enter(ProcessContext.WorkingDirectory());
            if (errno != 0)
                throw _messages.Fatal($"{directory}: {Errno.Message(errno)}");
        }
        if (_options.Directories.Count > 0)
            _messages.Directory = ProcessContext.WorkingDirectory();
        _state.Expander.StartingDirectory = _messages.Directory ?? "";
        _state.Variables.DefineGlobal("CURDIR", _messages.Directory ?? "", Origin.File);
        _switches.IncludeDirectoriesChanged = directories => _reader.IncludeDirectories = directories;
        _switches.FindIncludeDirectories();
    }

    private void ReadMakefiles()
    {
        (bool noRules, bool noVariables, int? slots) = (_options.NoBuiltinRules, _options.NoBuiltinVariables, _options.JobSlots);
        _state.Wildcard.KeepsMatches = true;
        _reader.ReadAll(_options.Makefiles);
        _state.Wildcard.KeepsMatches = false;
        _options.JobSlots = null;
        _switches.ReadVariable("GNUMAKEFLAGS", Origin.Environment);
        _state.Variables.DefineGlobal("GNUMAKEFLAGS", "", Origin.Override);
        _switches.ReadVariable("MAKEFLAGS", Origin.Environment);
        if (_options.JobSlots is null || _commandLineSlots is not null)
        {
            _options.JobSlots = slots;
        }
        else if (_options.JobserverAuth is not null && _options.JobSlots != slots)
        {
            if (_restarts == 0)
                _messages.Error(JobserverMessages.ForcedInMakefile(_options.JobSlots.Value));
            LeaveJobserver();
        }
        HoldOwnOutput();
        _options.NoBuiltinRules |= _options.NoBuiltinVariables;
        if (_options.NoBuiltinRules && !noRules)
        {
            if (_state.SuffixFile.IsBuiltin)
                _state.SuffixFile.Dependencies = [];
            _state.Variables.DefineGlobal("SUFFIXES", "", Origin.Default);
        }
        if (_options.NoBuiltinVariables && !noVariables)
            foreach ((string name, _) in BuiltinRules.Variables)
                _state.Variables.UndefineGlobal(name, Origin.Default);
    }

    private void MarkOldAndNew()
    {
        foreach (string name in _options.OldFiles)
        {
            FileNode file = _state.Files.Enter(name);
            file.ModifiedTime = file.TimeBeforeUpdate = Timestamp.Old;
            file.IsUpdated = true;
            file.Status = UpdateStatus.Success;
            file.State = CommandState.Finished;
        }
        // When makefiles have been remade because of -W, they must not be so for ever.
        if (_restarts == 0)
            MarkNew();
    }

    private void MarkNew()
    {
        foreach (string name in _options.NewFiles)
        {
            FileNode file = _state.Files.Enter(name);
            file.ModifiedTime = file.TimeBeforeUpdate = Timestamp.New;
        }
    }

    private int UpdateGoals()
    {
        long begun = FileClock.NowNs();
        if (MakeProcess.Current.BeginUpdate() is { } rehearsal)
            _jobs.Beginning = () => rehearsal.CouldUpdate = _times.LatestChangeNs < begun - FileClock.TickNs;
        _disk.KeepDirectories();
        List<Goal> goals = _switches.Goals.ConvertAll(file => new Goal(file));
        if (goals.Count == 0 && DefaultGoal() is { } file)
            goals.Add(new Goal(file));
        if (goals.Count == 0)
            throw _messages.Fatal(_state.Variables.Find("MAKEFILE_LIST") is { Value.Length: > 0 } ? "No targets" : "No targets specified and no makefile found");
        ShuffleGoals(goals);
        _state.Debug(DebugFlags.Basic, 0, $"Updating goal targets....");
        UpdateStatus status = _updater.Update(goals);
        MakeProcess.Current.BeSeen();
        _disk.Forget();
        if (_times.SkewDetected)
            _messages.Error("warning:  Clock skew detected.  Your build may be incomplete.");
        return status switch
        {
            UpdateStatus.Question => 1,
            UpdateStatus.Failed => 2,
            _ => 0,
        };
    }

    private FileNode? DefaultGoal()
    {
        Variable goal = _state.Variables.GlobalSet[".DEFAULT_GOAL"];
        string name = goal.IsRecursive ? _state.Expander.Expand(goal.Value) : goal.Value;
        if (name.Length == 0)
            return null;
        if (_state.Files.Find(name) is { } known)
            return known;
        List<SequenceName> names = _state.Sequences.Parse(name);
        if (names.Count > 1)
            throw _messages.Fatal(".DEFAULT_GOAL contains more than one target");
        return names.Count == 0 ? null : _state.Files.Enter(names[0].Name);
    }

    private void ShuffleGoals(List<Goal> goals)
    {
        if (_state.Shuffler is null || _state.NotParallel)
            return;
        _state.Shuffler.Reseed();
        Goal[] order = [.. goals];
        _state.Shuffler.Shuffle<Goal>(order);
        for (int i = 0; i < order.Length; i++)
            goals[i].Shuffled = order[i];
        foreach (Goal goal in goals)
            GraphShuffle.ShuffleFile(_state, goal.File);
    }
}
