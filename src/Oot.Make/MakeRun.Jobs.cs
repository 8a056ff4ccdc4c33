using System.Runtime.InteropServices;
using Oot.Core;
using Oot.Make.Database;
using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make;

/// <summary>Parallelism, standard input as a makefile, and the end of a run.</summary>
internal sealed partial class MakeRun
{
    private string? _temporaryInput;
    private (Jobserver Server, int Slots)? _tokens;

    private void JoinJobserver()
    {
        if (_options.JobserverAuth is not { } auth)
            return;
        if (_commandLineSlots is not null)
        {
            if (_restarts == 0)
                _messages.Error(JobserverMessages.ForcedInSubmake(_commandLineSlots.Value));
            LeaveJobserver();
            return;
        }
        _jobs.Jobserver = Jobserver.OpenClient(auth, out string? warning);
        if (_jobs.Jobserver is not null)
        {
            _environments.JobserverInvalidation = _jobs.Jobserver.InvalidAuthOption;
            return;
        }
        if (warning is not null)
            _messages.Error(warning);
        _messages.Error(JobserverMessages.Unavailable);
        _options.JobSlots = 1;
        LeaveJobserver();
    }

    /// <summary>Makes below that are rehearsed while this one still reads must find the pool that it will have.</summary>
    private void MakeTokensEarly()
    {
        if (_options.JobserverAuth is null && _options.JobSlots is > 1 and var slots && _options.JobserverStyle is null && Jobserver.CreateServer(slots - 1, null, out _) is { } server)
            _tokens = (server, slots);
    }

    /// <summary>The pool for so many jobs; null, and none is left, when another was made or none.</summary>
    private Jobserver? TokensMadeEarly(int slots)
    {
        if (_tokens is not var (server, count))
            return null;
        _tokens = null;
        if (count == slots && _options.JobserverStyle is null)
            return server;
        server.Clear();
        RehearsalPlan.Abandon();
        return null;
    }

    private void LeaveJobserver()
    {
        _jobs.Jobserver?.Clear();
        _jobs.Jobserver = null;
        _environments.JobserverInvalidation = null;
        _options.JobserverAuth = null;
    }

    private void SetUpJobs()
    {
        int slots = _options.JobserverAuth is not null ? 0 : _options.JobSlots ?? 1;
        if (slots > 1)
        {
            string? error = null;
            _jobs.Jobserver = TokensMadeEarly(slots) ?? Jobserver.CreateServer(slots - 1, _options.JobserverStyle, out error) ?? throw _messages.Fatal(error!);
            _options.JobserverAuth = _jobs.Jobserver.AuthValue;
            _environments.JobserverInvalidation = _jobs.Jobserver.InvalidAuthOption;
            _serverSlots = slots;
            slots = 0;
        }
        _ = TokensMadeEarly(0);
        _jobs.Slots = slots;
        bool holds = _ownOutput.IsHeld;
        if (holds && slots == 1)
        {
            _messages.Context = null;
            _messages.Close(_ownOutput);
            _ownOutput.IsHeld = false;
            _options.SyncMode = _messages.SyncMode = OutputSyncMode.None;
            holds = false;
        }
        if (holds)
            ShareLock();
        if (_options.JobserverAuth is not null && _state.Debugs(DebugFlags.Verbose | DebugFlags.Jobs))
            Messages.Debug($"Using jobserver controller {_options.JobserverAuth}\n");
        if (_options.SyncMutex is not null && _state.Debugs(DebugFlags.Verbose))
            Messages.Debug($"Using output-sync mutex {_options.SyncMutex}\n");
    }

    private void ShareLock()
    {
        string? error;
        bool isFatal = false;
        _messages.Sync = _options.SyncMutex is { } mutex ? OutputSync.Open(mutex, out error, out isFatal) : OutputSync.Create(out error);
        if (error is not null && isFatal)
            throw _messages.Fatal(error);
        if (error is not null)
            _messages.Error(error);
        _options.SyncMutex = _messages.Sync?.MutexValue;
    }

    /// <summary>A makefile on standard input is kept in a file, because make may start again and read it twice.</summary>
    private void TakeStandardInput()
    {
        if (_options.TempStdin is { } kept)
        {
            _temporaryInput = kept;
        }
        else
        {
            int index = _options.Makefiles.IndexOf("-");
            if (index < 0)
                return;
            if (_options.Makefiles.IndexOf("-", index + 1) >= 0)
                throw _messages.Fatal("Makefile from standard input specified twice");
            string text = "";
            MakeProcess.Current.BeSeen();
            if (MakeProcess.Current.StandardInput == 0)
                _state.Disk.Read("/dev/stdin", out text);
            string directory = TemporaryFiles.Directory();
            int descriptor = TemporaryFiles.OpenNamed(directory, 0, out _temporaryInput);
            if (descriptor < 0 || Disk.WriteAll(descriptor, ByteText.ToBytes(text)) != 0)
                throw _messages.Fatal("cannot store makefile from stdin to a temporary file");
            _ = SystemCalls.Close(descriptor);
            _options.Makefiles[index] = _temporaryInput;
            _options.TempStdinIndex = index;
        }
        FileNode file = _state.Files.Enter(_temporaryInput!);
        file.IsUpdated = true;
        file.Status = UpdateStatus.Success;
        file.State = CommandState.Finished;
        file.ModifiedTime = file.TimeBeforeUpdate = _times.Ask(file, searches: false);
    }

    private void RemoveTemporaryInput()
    {
        if (_temporaryInput is null)
            return;
        int errno = _state.Disk.Remove(_temporaryInput);
        if (errno is not (0 or Errno.NoEntry))
            _messages.Error($"unlink (temporary file): {_temporaryInput}: {Errno.Message(errno)}");
        _temporaryInput = null;
    }

    /// <summary>Waits for what still runs, cleans up, and gives the exit code.</summary>
    private int Finish(int status)
    {
        _scouting?.Leave();
        RemoveTemporaryInput();
        while (_jobs.HasRunning)
            _jobs.Reap(block: true, failing: status != 0);
        Intermediates.Remove(_state, afterSignal: false);
        PrintDatabase();
        CleanJobserver(status);
        if (_messages.Context is { } held)
        {
            _messages.Close(held);
            _messages.Close(_ownOutput);
            _messages.Context = null;
        }
        _messages.Finish();
        _messages.Sync?.Dispose();
        _state.Trace?.Close();
        _state.Journal?.Close();
        return Messages.OutputFailed ? ReportOutputFailure() : status;
    }

    /// <summary>In the directory where the run takes place: what is left of one that was killed goes first.</summary>
    private void OpenJournal()
    {
        if (_journals is null)
            return;
        _state.Journal = new RecipeJournal(_journals, RecipeJournal.RunOf(_arguments), new Disk(), _messages);
        if (!_options.JustPrint && !_options.Question)
            _state.Journal.CleanUp();
    }

    /// <summary>Under <c>-p</c>: everything known, with a version before it.</summary>
    private void PrintDatabase()
    {
        if (!_options.PrintDataBase)
            return;
        PrintVersion();
        DatabasePrinter.Print(_state);
    }

    private int ReportOutputFailure()
    {
        _messages.Error("write error: stdout");
        return 1;
    }

    private void CleanJobserver(int status)
    {
        if (_jobs.Jobserver is not { } jobserver)
            return;
        if (_jobs.Tokens > 0)
        {
            if (status != 2)
                _messages.Error(JobserverMessages.TokensHeld(_jobs.Tokens));
            else
                for (int i = 1; i < _jobs.Tokens; i++)
                    jobserver.Release();
        }
        if (_serverSlots == 0)
            return;
        int tokens = 1 + jobserver.AcquireAll();
        if (tokens != _serverSlots)
            _messages.Error(JobserverMessages.TokensLost(tokens, _serverSlots));
        LeaveJobserver();
    }

    private int DieBySignal(int signal)
    {
        _jobs.DyingBy = signal;
        RemoveTemporaryInput();
        _messages.Sync?.Dispose();
        _messages.Sync = null;
        bool haveEnded = ProcessSignals.Forward(signal);
        bool wanted = signal is ProcessSignals.Terminate or ProcessSignals.Interrupt or ProcessSignals.Hangup or ProcessSignals.Quit;
        if (wanted)
            foreach (Job job in _jobs.Running.ToArray())
                _jobs.DeleteTargets(job);
        while (_jobs.HasRunning)
            _jobs.Reap(block: true, failing: !wanted);
        _jobs.Jobserver?.Clear();
        Intermediates.Remove(_state, afterSignal: true);
        _state.Trace?.Close();
        // What still writes may spoil a target that has just been deleted, as a killed make leaves it.
        if (haveEnded)
            _state.Journal?.Close();
        ProcessSignals.DieBy(signal);
        return 2;
    }

    private static partial class Console
    {
        [LibraryImport("libc", EntryPoint = "isatty")]
        private static partial int IsATty(int descriptor);

        public static bool IsTerminal(int descriptor) => IsATty(descriptor) != 0;
    }
}
