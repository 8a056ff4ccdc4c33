using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Execution;
using Oot.Make.Options;

namespace Oot.Make;

/// <summary>Noting the run, so that the same run need not be made again.</summary>
internal sealed partial class MakeRun
{
    private void NoteRun()
    {
        if (_memory is null)
            return;
        MakeProcess.Current.WhenCalled(_memory.Recorder, Resume);
        _messages.Recorder = _memory.Recorder;
        _state.Variables.Noted = _memory.Recorder.Variables;
        if (_state.Probes is not { } probes)
        {
            _memory.Recorder.Refuse("there is no cache");
            return;
        }
        probes.Recorder = _memory.Recorder;
        CommandWitness? witness = _witness is not null && _state.Habits is { } habits ? new CommandWitness(_witness, _memory.Recorder, habits) : null;
        probes.Witness = witness;
        _state.Commands = new CommandRecorder(_memory.Recorder, probes, witness);
    }

    /// <summary>This make was rehearsed and is called for.</summary>
    private bool Resume(SpawnRequest call, RunRecheck? begun)
    {
        if (_memory?.Resume(call.Arguments, call.Environment, begun) != true)
            return false;
        _state.FilesChanged();
        return true;
    }

    private int Remember(int status)
    {
        if (status == 0 && !MakeProcess.Current.IsBelow)
            RehearsalPlan.Current?.Remember();
        if (status == 0)
            _state.Probes?.Keep();
        if (_memory is null)
            return status;
        if (_options.EnvironmentOverrides)
            _memory.Recorder.Variables.All = true;
        if (Switch() is { } name)
            _memory.Recorder.Refuse("make was told " + name);
        _memory.Close(status);
        return status;
    }

    /// <summary>A switch under which a run is not looked at twice; null when there is none.</summary>
    private string? Switch() => _options switch
    {
        { Help: true } or { PrintVersion: true } => "to explain itself",
        { Debug: not DebugFlags.None } => "-d",
        { PrintDataBase: true } => "-p",
        { Question: true } => "-q",
        { Touch: true } => "-t",
        { JustPrint: true } => "-n",
        { AlwaysMake: true } => "-B",
        { MaxLoad: >= 0 } => "-l",
        { Shuffle: not null } => "--shuffle",
        { NewFiles.Count: > 0 } => "-W",
        { OldFiles.Count: > 0 } => "-o",
        { TempStdin: not null } or { TempStdinIndex: >= 0 } => "to read standard input",
        { SyncMode: not OutputSyncMode.None } => "-O",
        _ => _restarts > 0 || _temporaryInput is not null ? "to start again" : null,
    };
}
