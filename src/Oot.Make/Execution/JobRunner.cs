using Oot.Core;
using Oot.Make.Caching.Objects;
using Oot.Make.Caching.Runs;
using Oot.Make.Execution.Shell;
using Oot.Make.Options;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Execution;

/// <summary>Runs recipes: at most so many at once, within the load limit, with a token of the jobserver where there is one.</summary>
internal sealed partial class JobRunner(MakeState state, ChildEnvironment environments, InProcessShell shell, SubMakes subMakes)
{
    private readonly List<Job> _running = [];
    private readonly List<Job> _waiting = [];
    private readonly LoadAverage _load = new();
    private int _slotsUsed;
    private int _tokens;
    private bool _standardInputUsed;
    private bool _saidWaiting;
    private bool? _deletesOnError;

    /// <summary>Called when a target's recipe has ended.</summary>
    public Action<FileNode> Finished { get; set; } = _ => { };

    /// <summary>Called before a failure is reported.</summary>
    public Action BeforeError { get; set; } = () => { };

    /// <summary>How many jobs may run at once; 0: no limit here, the jobserver decides.</summary>
    public int Slots { get; set; } = 1;

    /// <summary>The pool of job tokens, or null.</summary>
    public Jobserver? Jobserver { get; set; }

    /// <summary>How many commands have ended.</summary>
    public int CommandCount { get; private set; } = 1;

    /// <summary>How many commands have been started, or would have been.</summary>
    public int CommandsStarted { get; set; }

    /// <summary>Whether jobs run.</summary>
    public bool HasRunning => _slotsUsed > 0;

    /// <summary>The jobs whose processes run.</summary>
    public IReadOnlyList<Job> Running => _running;

    /// <summary>How many tokens this make uses, its own included.</summary>
    public int Tokens => _tokens;

    /// <summary>The fatal signal that is being handled: nothing new is started. 0 for none.</summary>
    public int DyingBy { get; set; }

    private bool IsDying => DyingBy != 0;

    /// <summary>To be done before the first recipe.</summary>
    public Action? Beginning { get; set; }

    /// <summary>Starts a target's recipe.</summary>
    public void Run(FileNode file)
    {
        Beginning?.Invoke();
        Beginning = null;
        MakeProcess.Current.BeSeen();
        state.Disk.Forget();
        StartWaiting();
        Reap(block: false, failing: false);
        Recipe recipe = file.Recipe!;
        recipe.Split(state.OneShell);
        string[] lines = new string[recipe.Lines.Count];
        var job = new Job(file, lines) { IsOptional = file.IsOptional };
        job.Output.IsHeld = state.Messages.SyncMode != OutputSyncMode.None;
        state.Messages.Context = job.Output;
        for (int i = 0; i < lines.Length; i++)
        {
            recipe.GoTo(i);
            lines[i] = state.Expander.ExpandFor(file, RecipeText.JoinInsideReferences(recipe.Lines[i]));
        }
        recipe.GoTo(0);
        job.Advance();
        WaitForSlot(job);
        _tokens++;
        if (state.Debugs(DebugFlags.Why))
            state.Messages.Line(Reason(file));
        StartOrWait(job);
        if (Slots == 1 || state.NotParallel)
            while (file.State == CommandState.Running)
                Reap(block: true, failing: false);
        state.Messages.Context = null;
    }

    private void WaitForSlot(Job job)
    {
        if (Slots != 0)
        {
            while (_slotsUsed == Slots)
                Reap(block: true, failing: false);
            return;
        }
        if (Jobserver is null)
            return;
        // The first job of every make needs no token.
        while (true)
        {
            state.Debug(DebugFlags.Jobs, 0, $"Need a job token; we {(_running.Count > 0 ? "" : "don't ")}have children");
            if (_tokens == 0)
                return;
            Reap(block: false, failing: false);
            StartWaiting();
            if (_tokens == 0)
                return;
            // What is over already has no process whose end would wake what follows.
            if (_running.Exists(job => job.Exit is not null))
                continue;
            if (_running.Count == 0)
                throw state.Messages.Fatal("INTERNAL: no children as we go to sleep on read");
            bool acquired;
            try
            {
                acquired = WaitForToken(Jobserver, HoldsOutput ? HeldPause : _waiting.Count > 0 ? 1000 : -1);
            }
            catch (IOException shutDown)
            {
                throw state.Messages.Fatal(shutDown.Message);
            }
            CheckSignal();
            if (acquired)
            {
                state.Debug(DebugFlags.Jobs, 0, $"Obtained token for child {job} ({job.File.Name}).");
                return;
            }
            _ = GoOnBeside();
        }
    }

    private static string PlaceOf(Recipe recipe) => recipe.Location.IsKnown ? recipe.Location.ToString() : "<builtin>";

    private string Reason(FileNode file)
    {
        string reason;
        if (file.IsPhony)
            reason = "target is .PHONY";
        else if (file.ModifiedTime == Timestamp.Nonexistent)
            reason = "target does not exist";
        else if (state.Expander.ExpandFor(file, "$?") is { Length: > 0 } newer)
            reason = newer;
        else
            reason = string.Join(' ', file.Dependencies.Where(dependency => dependency.File!.ModifiedTime == Timestamp.Nonexistent).Select(dependency => dependency.File!.Name));
        return $"{PlaceOf(file.Recipe!)}: update target '{file.Name}' due to: {(reason.Length > 0 ? reason : "unknown reasons")}";
    }

    /// <summary>Starts jobs that wait for the load to go down, or for the end of a watched command, if that has come.</summary>
    public void StartWaiting()
    {
        while (_waiting.Count > 0)
        {
            Job job = _waiting[^1];
            _waiting.RemoveAt(_waiting.Count - 1);
            if (!StartOrWait(job))
                return;
        }
    }

    private bool StartOrWait(Job job)
    {
        FileNode file = job.File;
        if (_slotsUsed > 0 && (_load.Exceeds(state.Options.MaxLoad) || (Watched is { } watched && state.Commands!.HoldsBack(watched))))
        {
            Updates.Updater.SetState(file, CommandState.Running);
            _waiting.Add(job);
            return false;
        }
        StartCommand(job);
        switch (file.State)
        {
            case CommandState.Running:
                if (job.Pid > 0)
                {
                    state.Debug(DebugFlags.Jobs, 0, $"Putting child {job} ({file.Name}) PID {job.Pid} on the chain.");
                    _slotsUsed++;
                    job.HoldsSlot = true;
                }
                _running.Insert(0, job);
                break;
            case CommandState.NotStarted:
                file.Status = UpdateStatus.Success;
                goto case CommandState.Finished;
            case CommandState.Finished:
                Finished(file);
                Release(job);
                break;
        }
        return true;
    }

    private RecordedCommand? Watched => _running.Find(job => job.Recorded is { Watched.IsVoid: false })?.Recorded;

    private void Release(Job job)
    {
        TraceRelease(job);
        state.Journal?.End(job);
        state.Messages.Close(job.Output);
        if (state.Messages.Context == job.Output)
            state.Messages.Context = null;
        if (_tokens == 0)
            throw state.Messages.Fatal("INTERNAL: Freeing child but no tokens left");
        if (Jobserver is not null && _tokens > 1)
            Jobserver.Release();
        _tokens--;
    }

    /// <summary>Starts the job's next command that has anything to run.</summary>
    private void StartCommand(Job job)
    {
        while (job.Advance())
            if (StartOne(job))
                return;
        // Nothing is left; under -n nothing was run at all.
        Updates.Updater.SetState(job.File, CommandState.Running);
        job.File.Status = UpdateStatus.Success;
        Finished(job.File);
        state.Messages.Context = null;
    }

    /// <summary>Deals with the command at the beginning of <see cref="Job.Rest"/>; true when a process runs or the job is over.</summary>
    private bool StartOne(Job job)
    {
        Recipe recipe = job.File.Recipe!;
        MakeOptions options = state.Options;
        int line = job.NextLine - 1;
        LineFlags flags = job.File.RecipeFlags | recipe.Flags[line];
        string text = job.Rest;
        int start = 0;
        for (; start < text.Length && (Characters.IsBlank(text[start]) || text[start] is '@' or '+' or '-'); start++)
            flags |= Recipe.FlagOf(text[start]);
        bool isRecursive = flags.HasFlag(LineFlags.Recursive);
        job.IgnoresErrors = flags.HasFlag(LineFlags.IgnoreErrors);
        job.IsRecursive = isRecursive;
        recipe.Flags[line] |= flags & LineFlags.Recursive;
        text = CommandLine.DropContinuationPrefixes(text[start..], recipe.Prefix);
        CommandLineContext shell = ShellLines.ContextFor(state, job.File, flags);
        IReadOnlyList<string>? words = CommandLine.Parse(text, shell, out _, out int rest);
        job.Rest = rest < 0 ? "" : text[(rest + 1)..];
        string shown = rest < 0 ? text : text[..rest];
        if (shell.OneShell && CommandLine.IsBourneShell(shell.Shell))
            shown = CommandLine.DropInteriorPrefixes(shown);
        if (words is not null && options.Question && !isRecursive)
        {
            job.File.Status = UpdateStatus.Question;
            Finished(job.File);
            return true;
        }
        if (words is null || (options.Touch && !isRecursive))
            return false;

        bool holds = state.Messages.SyncMode != OutputSyncMode.None && (state.Messages.SyncMode == OutputSyncMode.Recurse || !isRecursive);
        job.Output.IsHeld = holds;
        state.Messages.Context = job.Output;
        if (!holds)
        {
            state.Messages.Dump(job.Output);
            state.Messages.Context = null;
        }
        bool runs = !CommandLine.DoesNothing(words) && (!options.JustPrint || isRecursive);
        if (runs)
            TellOfUpdate(job);
        if (options.JustPrint || state.Debugs(DebugFlags.Print) || (!flags.HasFlag(LineFlags.Silent) && !state.IsSilent))
            state.Messages.Line(shown);
        CommandsStarted++;
        if (!runs)
            return false;
        state.Messages.Start();
        TraceStart(job, shown);
        Spawn(job, words, isRecursive, holds);
        state.Messages.Context = null;
        return true;
    }

    private void Spawn(Job job, IReadOnlyList<string> words, bool isRecursive, bool holds)
    {
        job.HasStandardInput = !_standardInputUsed;
        _standardInputUsed = true;
        job.TargetsDeleted = false;
        job.Environment ??= environments.For(job.File, job.File.Recipe!.HasRecursiveLine);
        SynchronizedOutput? held = holds ? job.Output.Held : null;
        job.Recorded = state.Commands?.Begin(words, job.Environment, isRecursive);
        IReadOnlyList<int> inherited = isRecursive && Jobserver is not null ? Jobserver.ChildDescriptors : [];
        int input = job.HasStandardInput ? -1 : Spawner.BadStandardInput;
        int output = held?.StandardOutput ?? job.Recorded?.Output ?? -1, error = held?.StandardError ?? job.Recorded?.Errors ?? -1;
        Updates.Updater.SetState(job.File, CommandState.Running);
        (job.Script, job.Settled) = (null, null);
        NoteUnwatched(job, words, isRecursive);
        // A command that is known to change nothing leaves nothing half made.
        if (job.Recorded is null or { Watched: not null })
            state.Journal?.Begin(job);
        if (job.Recorded is null && shell.ProgramOf(words, job.Environment) is { } program)
        {
            var streams = new ShellStreams(input < 0 ? MakeProcess.Current.StandardInput : input, output < 0 ? 1 : output, error < 0 ? 2 : error);
            var launch = new ShellLaunch(job.Environment, streams, inherited, words[1] == "-ec", state.Disk, StarterFor(job), Settle: state.Settle);
            // From here on a signal has something to clean up after.
            ProcessSignals.Install();
            job.Script = new ShellProcess(program, launch, shell.VariablesOf(job.Environment));
            job.Pid = Environment.ProcessId;
            _load.JobStarted();
            job.Script.Run();
            return;
        }
        if (job.Recorded is null && state.Settle([words], job.Environment) is { } settled)
        {
            job.Settled = new ChildExit(0, settled, 0, false);
            job.Pid = Environment.ProcessId;
            _load.JobStarted();
            return;
        }
        if (job.Recorded is { Channel: >= 0 and var channel })
            inherited = [.. inherited, channel];
        if (job.Recorded?.Watched is { } watched)
        {
            inherited = [.. inherited, watched.Report];
            words = watched.Words;
        }
        else
        {
            words = LongCommand.Fit(state.Substitution?.Substitute(words) ?? words);
        }
        IReadOnlyList<string> environment = state.EnvironmentFor(words, CommandRecorder.EnvironmentFor(job.Recorded, job.Environment));
        var request = new SpawnRequest(words, environment, SearchPath: null, input, output, error, inherited);
        int errno = Start(request, out int pid);
        job.Pid = errno == 0 ? pid : -1;
        if (errno == 0)
            _load.JobStarted();
        else
            state.Messages.Error($"{words[0]}: {Errno.Message(errno)}");
    }

    private int StartProgram(SpawnRequest request, out int pid) =>
        Start(state.Substitution is null ? request : request with { Arguments = state.Substitution.Substitute(request.Arguments) }, out pid);

    // Held output is locked by processes, so makes that share it must not be one.
    private int Start(SpawnRequest request, out int pid) =>
        (state.Messages.SyncMode == OutputSyncMode.None && subMakes.TryStart(request, out pid))
        || (state.Substitution?.Here(request.Arguments) is { } program && ProgramThread.TryStart(program, request, out pid))
            ? 0
            : StartProcess(request, out pid);

    private int StartProcess(SpawnRequest request, out int pid)
    {
        if (state.Objects?.Begin(request.Arguments, request.Environment) is not { } lesson)
            return Spawner.Start(request, out pid);
        // Who asks for the process may close its descriptors as soon as it runs.
        SpawnRequest? kept = request.Kept();
        if (kept is not null && Spawner.Start(request with { Arguments = lesson.Words, StandardInput = Spawner.BadStandardInput, StandardOutput = lesson.Said, StandardError = lesson.Said }, out pid) == 0)
        {
            _lessons.Add(pid, (lesson, kept));
            return 0;
        }
        kept?.CloseKept();
        lesson.Drop();
        return Spawner.Start(request, out pid);
    }

    /// <summary>Whether a process that has ended was one to learn from, and did not serve: then what was asked for runs in its place.</summary>
    private bool StartsAgain(ChildExit exit)
    {
        if (!_lessons.Remove(exit.Pid, out (ObjectLesson Lesson, SpawnRequest Request) learned))
            return false;
        bool isInterrupted = exit.Signal != 0 || IsDying || ProcessSignals.Pending != 0, starts = false;
        int pid = 0;
        if (isInterrupted)
            learned.Lesson.Drop();
        else
            starts = !learned.Lesson.End(exit.Succeeded) && Spawner.Start(learned.Request, out pid) == 0;
        learned.Request.CloseKept();
        if (starts && _running.Find(candidate => Owns(candidate, exit.Pid)) is { } job)
        {
            if (job.Script is { } script)
                script.Replace(exit.Pid, pid);
            else
                job.Pid = pid;
        }
        return starts;
    }

    private static bool Owns(Job job, int pid) => job.Script?.Owns(pid) ?? job.Pid == pid;

    private static void CheckSignal()
    {
        if (ProcessSignals.Pending != 0)
            throw new FatalSignalException(ProcessSignals.Take());
    }
}
