using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Objects;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;
using Oot.Make.Execution.Shell;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>What happens when a command has ended.</summary>
internal sealed partial class JobRunner
{
    private const int CommandNotFound = 127;
    private const int Trouble = 1, Failure = 2;

    // Milliseconds; the framework tells of a signal from a thread of its own, which a busy machine may keep waiting.
    private const int SignalDelay = 200;

    private readonly Dictionary<int, (ObjectLesson Lesson, SpawnRequest Request)> _lessons = [];
    private ChildExit? _heldExit;

    /// <summary>
    /// Takes note of commands that have ended and starts the next lines of their recipes. Blocking, it returns when one whole recipe has
    /// ended. With <paramref name="failing"/> make is on its way out and says what it waits for.
    /// </summary>
    public void Reap(bool block, bool failing)
    {
        while (_running.Count > 0)
        {
            if (failing && block && !_saidWaiting)
            {
                _saidWaiting = true;
                state.Messages.Error("*** Waiting for unfinished jobs....");
            }
            Job? job = _running.Find(candidate => candidate.Pid < 0 || candidate.Exit is not null);
            ChildExit exit = new(-1, CommandNotFound, 0, false);
            if (job?.Exit is { } ended)
            {
                if (!IsDying)
                    CheckSignal();
                exit = ended;
                NoteEnd(job, exit);
            }
            else if (job is null)
            {
                foreach (Job live in _running)
                    state.Debug(DebugFlags.Jobs, 0, $"Live child {live} ({live.File.Name}) PID {live.Pid} ");
                if (!WaitForChild(block, out exit))
                {
                    if (!IsDying)
                        CheckSignal();
                    return;
                }
                if (StartsAgain(exit))
                    continue;
                job = _running.Find(candidate => Owns(candidate, exit.Pid));
                if (job?.Script is { } script)
                {
                    GoOn(script, exit);
                    continue;
                }
                NoteEnd(job, exit);
                if (job is null)
                    continue;
            }
            else
            {
                CommandCount++;
            }
            TraceEnd(job, exit);
            if (job.Recorded is { } recorded)
            {
                job.Recorded = null;
                state.Commands!.End(recorded, exit.Succeeded);
            }
            if (job.HasStandardInput)
                _standardInputUsed = false;
            int failure = Classify(job, exit);
            if (!Continue(job, exit, ref failure))
                continue;
            End(job);
            if (!failing && failure != 0 && !job.IsOptional && !state.Options.KeepGoing && !IsDying)
                throw new MakeStopException(failure);
            block = false;
        }
    }

    private void NoteEnd(Job? job, ChildExit exit)
    {
        CommandCount++;
        state.FilesChanged();
        if (job is null)
            return;
        state.Debug(DebugFlags.Jobs, 0, $"Reaping {(exit.Succeeded ? "winning" : "losing")} child {job} PID {job.Pid} ");
        _load.JobEnded();
    }

    /// <summary>
    /// A program of a script has ended. A shell would have got the signal that make dies by when make passes it on, or when a terminal sends it to all, of which the program's own end
    /// tells.
    /// </summary>
    private void GoOn(ShellProcess script, ChildExit exit)
    {
        int told = exit.Signal != 0 ? exit.Signal : exit.ExitCode - ShellProcess.SignalBase;
        bool mayCome = told == ProcessSignals.Terminate || (exit.Signal == 0 && told is ProcessSignals.Interrupt or ProcessSignals.Quit or ProcessSignals.Hangup);
        int signal = IsDying ? DyingBy : mayCome && ProcessSignals.ComesWithin(SignalDelay) ? ProcessSignals.Pending : 0;
        if (signal != 0 && (signal == ProcessSignals.Terminate || signal == told))
            script.DieBy(signal);
        else
            script.ChildEnded(exit);
    }

    // A terminal's signal kills the command and is on its way to make as well: it must be seen first, or the command's death would pass for a failure.
    private bool WaitForChild(bool block, out ChildExit exit)
    {
        if (_heldExit is { } held)
        {
            exit = held;
            _heldExit = null;
            return true;
        }
        if (!WaitForEnd(block, out exit))
            return false;
        if (IsDying || exit.Signal is not (ProcessSignals.Interrupt or ProcessSignals.Quit or ProcessSignals.Hangup) || !ProcessSignals.ComesWithin(SignalDelay))
            return true;
        _heldExit = exit;
        return false;
    }

    private int Classify(Job job, ChildExit exit)
    {
        if (exit.Succeeded)
            return 0;
        return exit is { Signal: 0, ExitCode: 1 } && state.Options.Question && job.IsRecursive ? Trouble : Failure;
    }

    /// <summary>Goes on with the recipe; false while it runs further.</summary>
    private bool Continue(Job job, ChildExit exit, ref int failure)
    {
        FileNode file = job.File;
        if (failure != 0 && !job.IgnoresErrors && !state.Options.IgnoreErrors)
        {
            if (!job.IsOptional && failure == Failure)
                ReportError(job, exit, isIgnored: false);
            file.Status = failure == Failure ? UpdateStatus.Failed : UpdateStatus.Question;
            _deletesOnError ??= state.Files.Find(".DELETE_ON_ERROR") is { IsTarget: true };
            if (exit.Signal != 0 || _deletesOnError.Value)
                DeleteTargets(job);
            return true;
        }
        if (failure != 0)
        {
            ReportError(job, exit, isIgnored: true);
            failure = 0;
        }
        if (job.Rest.Length == 0 && !job.Advance())
        {
            file.Status = UpdateStatus.Success;
            return true;
        }
        if (IsDying)
        {
            file.Status = UpdateStatus.Failed;
        }
        else
        {
            if (state.Messages.SyncMode == OutputSyncMode.Line)
                state.Messages.Dump(job.Output);
            job.Pid = 0;
            StartCommand(job);
            if (file.State == CommandState.Running)
                return false;
        }
        if (file.Status != UpdateStatus.Success)
            DeleteTargets(job);
        return true;
    }

    private void End(Job job)
    {
        state.Messages.Dump(job.Output);
        if (job.Unwatched is { } commands && job.File.Status == UpdateStatus.Success && job.Before == IdentityOf(job.File))
            state.Habits!.Note(isBusy: false, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(commands));
        if (!IsDying)
            Finished(job.File);
        if (job.Pid > 0)
            state.Debug(DebugFlags.Jobs, 0, $"Removing child {job} PID {job.Pid} from chain.");
        if (job.HoldsSlot)
            _slotsUsed--;
        _running.Remove(job);
        Release(job);
    }

    /// <summary>A recipe that leaves its target as it was may be one that has to run every time and seldom does anything.</summary>
    private void NoteUnwatched(Job job, IReadOnlyList<string> words, bool isRecursive)
    {
        if (job.Recorded is not null || isRecursive || state.Habits is null)
            return;
        if (job.Unwatched is null)
            (job.Unwatched, job.Before) = ([], IdentityOf(job.File));
        job.Unwatched.Add(CommandHabits.HashOf(words));
    }

    private static FileAnswer IdentityOf(FileNode file) =>
        file.IsPhony ? default : NativeFiles.Status(NativeFiles.CurrentDirectory, file.Name, followsLinks: true);

    private void ReportError(Job job, ChildExit exit, bool isIgnored)
    {
        if (isIgnored && state.IsSilent)
            return;
        Recipe recipe = job.File.Recipe!;
        string place = recipe.Location.IsKnown ? recipe.Cursor.Location.ToString() : "<builtin>";
        string what = exit.Signal == 0 ? $"Error {exit.ExitCode}" : SignalText.Describe(exit.Signal) + (exit.CoreDumped ? " (core dumped)" : "");
        string shuffle = state.Shuffler?.EffectiveMode is { } mode ? $" shuffle={mode}" : "";
        JobOutput? outer = state.Messages.Context;
        state.Messages.Context = job.Output;
        BeforeError();
        state.Messages.Error($"{(isIgnored ? "" : "*** ")}[{place}: {job.File.Name}] {what}{(isIgnored ? " (ignored)" : "")}{shuffle}");
        state.Messages.Context = outer;
    }

    /// <summary>Deletes what a failed recipe has left half made.</summary>
    public void DeleteTargets(Job job)
    {
        if (job.TargetsDeleted || job.Pid < 0)
            return;
        DeleteTarget(job.File, null);
        foreach (Dependency peer in job.File.AlsoMakes)
            DeleteTarget(peer.File!, job.File.Name);
        job.TargetsDeleted = true;
    }

    private void DeleteTarget(FileNode file, string? onBehalfOf)
    {
        if (file.IsPrecious || file.IsPhony)
            return;
        string prefix = onBehalfOf is null ? "***" : $"*** [{onBehalfOf}]";
        if (state.Archives.TryParse(file.Name, out ArchiveName archive))
        {
            const long Second = 1_000_000_000;
            long date = state.Archives.DateOf(archive);
            if (date != (file.ModifiedTime == Timestamp.Nonexistent ? -1 : file.ModifiedTime / Second))
                state.Messages.Error($"{prefix} Archive member '{file.Name}' may be bogus; not deleted");
            return;
        }
        if (state.Disk.Stat(file.Name, out FileStatus status) != 0 || !status.IsRegular || Timestamp.FromNs(status.ModifiedNs) == file.ModifiedTime)
            return;
        state.Messages.Error($"{prefix} Deleting file '{file.Name}'");
        int errno = state.Disk.Remove(file.Name);
        if (errno is not (0 or Errno.NoEntry))
            state.Messages.Error($"unlink: {file.Name}: {Errno.Message(errno)}");
    }
}
