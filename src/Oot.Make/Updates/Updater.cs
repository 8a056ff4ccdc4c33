using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make.Updates;

/// <summary>
/// Brings targets up to date: walks the graph, decides what is out of date, has recipes run. The graph is walked in passes: while recipes
/// run, a pass starts all it can; each finished recipe makes another pass worthwhile.
/// </summary>
internal sealed partial class Updater
{
    private readonly MakeState _state;
    private readonly FileTimes _times;
    private readonly ImplicitSearch _implicit;
    private readonly JobRunner _jobs;
    private int _pass;
    private List<Goal> _goals = [];
    private Goal? _currentGoal;

    /// <summary>An updater of the state's files.</summary>
    public Updater(MakeState state, FileTimes times, JobRunner jobs)
    {
        _state = state;
        _times = times;
        _jobs = jobs;
        _implicit = new ImplicitSearch(state);
        jobs.Finished = NoticeFinished;
        jobs.BeforeError = ShowGoalError;
    }

    /// <summary>Updates the goals and tells how it went altogether.</summary>
    public UpdateStatus Update(List<Goal> goals)
    {
        MakeOptions options = _state.Options;
        (bool touch, bool question, bool justPrint) = (options.Touch, options.Question, options.JustPrint);
        UpdateStatus status = UpdateStatus.None;
        _goals = _state.RemakesMakefiles ? goals : [];
        var open = new List<Goal>(goals);
        int reaped = -1;
        _pass++;
        while (open.Count > 0)
        {
            _jobs.StartWaiting();
            // Without news since the last pass there is nothing to do but wait.
            _jobs.Reap(block: reaped == _jobs.CommandCount, failing: false);
            reaped = _jobs.CommandCount;
            int at = 0;
            bool stop = false;
            while (at < open.Count && !stop)
            {
                Goal goal = open[at].Shuffled ?? open[at];
                _currentGoal = goal;
                bool unfinished = false;
                foreach (FileNode member in goal.File.First.Chain())
                {
                    FileNode file = member;
                    file.IsOptional = goal.IsOptional;
                    file = file.Resolve();
                    if (_state.RemakesMakefiles)
                    {
                        bool asked = file.IsGoal;
                        (options.Touch, options.Question, options.JustPrint) = (asked && touch, asked && question, asked && justPrint);
                    }
                    int started = _jobs.CommandsStarted;
                    UpdateStatus result = UpdateFile(file, _state.RemakesMakefiles ? 1 : 0);
                    file = file.Resolve();
                    goal.Changed |= _jobs.CommandsStarted > started;
                    stop = false;
                    if ((result != UpdateStatus.Success || file.IsUpdated) && status < UpdateStatus.Question)
                        (status, stop) = Judge(file, status);
                    unfinished |= !file.IsUpdated;
                    file.IsOptional = false;
                    if (stop)
                        break;
                }
                if (stop || !unfinished)
                {
                    ReportNothingDone(goal);
                    open.RemoveAt(at);
                }
                else
                {
                    at++;
                }
            }
            if (at >= open.Count)
                _pass++;
        }
        if (_state.RemakesMakefiles)
            (options.Touch, options.Question, options.JustPrint) = (touch, question, justPrint);
        return status;
    }

    private (UpdateStatus Status, bool Stop) Judge(FileNode file, UpdateStatus status)
    {
        MakeOptions options = _state.Options;
        if (file.Status != UpdateStatus.Success)
            return (file.Status, options.Question && !options.KeepGoing && !_state.RemakesMakefiles);
        long time = _state.RemakesMakefiles ? _times.Of(file, searches: false) : _times.Of(file);
        file = file.Resolve();
        if (!file.IsUpdated || time == file.TimeBeforeUpdate)
            return (status, false);
        // Under -n or -q a makefile named as a goal must not make us start again, for ever.
        if (!_state.RemakesMakefiles || (!options.JustPrint && !options.Question))
            status = UpdateStatus.Success;
        return (status, _state.RemakesMakefiles && file.IsOptional);
    }

    private void ReportNothingDone(Goal goal)
    {
        FileNode file = goal.File;
        if (_state.RemakesMakefiles || file.Status != UpdateStatus.Success || goal.Changed || _state.IsSilent || _state.Options.Question)
            return;
        _state.Messages.Note(file.IsPhony || file.Recipe is null ? $"Nothing to be done for '{file.Name}'." : $"'{file.Name}' is up to date.");
    }

    /// <summary>When an included makefile cannot be made, the reason why it could not be read is told first.</summary>
    private void ShowGoalError()
    {
        if (_currentGoal is not { IsIncluded: true, IsOptional: false } current)
            return;
        if (_goals.Find(goal => goal.File == current.File) is { ReadError: not 0 } goal)
        {
            _state.Messages.Error(goal.Location, $"{goal.File.Name}: {Errno.Message(goal.ReadError)}");
            goal.ReadError = 0;
        }
    }

    private UpdateStatus UpdateFile(FileNode file, int depth)
    {
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _state.Messages.Fatal("the chain of prerequisites is too long");
        FileNode first = file.First;
        if (first.ConsideredPass == _pass && !(first.IsUpdated && first.Status > UpdateStatus.None && !first.IsOptional && first.LacksDiagnostic))
        {
            _state.Debug(DebugFlags.Verbose, depth, $"Pruning file '{first.Name}'.");
            return first.State == CommandState.Finished ? first.Status : UpdateStatus.Success;
        }
        UpdateStatus status = UpdateStatus.Success;
        for (FileNode? rule = first; rule is not null; rule = rule.NextDoubleColon)
        {
            rule.ConsideredPass = _pass;
            UpdateStatus result = UpdateRule(rule, depth);
            rule = rule.Resolve();
            if (result != UpdateStatus.Success && !_state.Options.KeepGoing)
                return result;
            // The next double-colon rule waits for this one.
            if (rule.State is CommandState.Running or CommandState.DependenciesRunning)
                return UpdateStatus.Success;
            if (result > status)
                status = result;
        }
        return status;
    }

    /// <summary>Says that a file cannot be made, for the prerequisite that is to blame.</summary>
    private void Complain(FileNode file)
    {
        foreach (Dependency dependency in file.Dependencies)
        {
            if (dependency.File!.IsUpdated && dependency.File.Status > UpdateStatus.None && file.LacksDiagnostic)
            {
                Complain(dependency.File);
                return;
            }
        }
        ShowGoalError();
        string text = file.Parent is null
            ? $"No rule to make target '{file.Name}'"
            : $"No rule to make target '{file.Name}', needed by '{file.Parent.Name}'";
        if (!_state.Options.KeepGoing)
            throw _state.Messages.Fatal(text);
        _state.Messages.Error($"*** {text}.");
        file.LacksDiagnostic = false;
    }

    /// <summary>Sets the state of a target and of those made with it.</summary>
    public static void SetState(FileNode file, CommandState state)
    {
        file.State = state;
        foreach (Dependency peer in file.AlsoMakes)
            if (state > peer.File!.State)
                peer.File.State = state;
    }
}
