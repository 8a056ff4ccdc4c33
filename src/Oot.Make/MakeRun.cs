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
            || _options.SyncMode != OutputSyncMode.None || _state.Trace is not null || _state.Observer is not null)
            return;
        probes.Scouting = _scouting = new Scouting(() => ProcessContext.Enter(directory) == 0 ? run([_name, .. _arguments], _environment) : 0, Explanation());
    }

    private void TracePhase(string name)
    {
        _state.Trace?.EndAll();
        _state.Trace?.Begin(RunTrace.Own, name, "phase");
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
}
