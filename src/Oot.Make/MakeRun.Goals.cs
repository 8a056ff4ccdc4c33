using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;
using Oot.Make.Updates;

namespace Oot.Make;

/// <summary>Which goals there are, and their updating.</summary>
internal sealed partial class MakeRun
{
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
