using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make.Updates;

/// <summary>One rule of one target: is it out of date, and what then.</summary>
internal sealed partial class Updater
{
    private UpdateStatus UpdateRule(FileNode file, int depth)
    {
        _state.Debug(DebugFlags.Verbose, depth, $"Considering target file '{file.Name}'.");
        if (file.IsUpdated)
        {
            if (file.Status <= UpdateStatus.None)
            {
                _state.Debug(DebugFlags.Verbose, depth, $"File '{file.Name}' was considered already.");
                return UpdateStatus.Success;
            }
            _state.Debug(DebugFlags.Verbose, depth, $"Recently tried and failed to update file '{file.Name}'.");
            if (file.LacksDiagnostic && !file.IsOptional)
                Complain(file);
            return file.Status;
        }
        if (file.State == CommandState.Running)
        {
            _state.Debug(DebugFlags.Verbose, depth, $"Still updating file '{file.Name}'.");
            return UpdateStatus.Success;
        }
        if (file.State == CommandState.Finished)
        {
            _state.Debug(DebugFlags.Verbose, depth, $"Finished updating file '{file.Name}'.");
            return file.Status;
        }
        file.LacksDiagnostic = file.IsOptional;
        FileNode original = file;
        original.First.IsUpdating = true;
        depth++;

        long time = TargetTime(ref file, depth, out bool missing);
        bool mustMake = missing;
        FindRecipe(file, depth);
        (UpdateStatus status, bool running) = UpdatePrerequisites(file, depth, time, ref mustMake);
        if (mustMake || _state.AlwaysMake)
            running |= UpdateIntermediates(file, depth, ref status);
        file.First.IsUpdating = false;
        original.First.IsUpdating = false;
        depth--;

        if (running)
        {
            SetState(file, CommandState.DependenciesRunning);
            _state.Debug(DebugFlags.Verbose, depth, $"The prerequisites of '{file.Name}' are being made.");
            return UpdateStatus.Success;
        }
        _state.Debug(DebugFlags.Verbose, depth, $"Finished prerequisites of target file '{file.Name}'.");
        if (status != UpdateStatus.Success)
            return GiveUp(file, depth, status);
        // Only this state was set for peers too; in another one a peer may have finished by itself.
        if (file.State == CommandState.DependenciesRunning)
            SetState(file, CommandState.NotStarted);
        bool changed = FindChanged(file, depth, time, missing, ref mustMake);
        if (!MustRemake(file, depth, missing, changed, mustMake))
            return LeaveAlone(file, depth);
        return Remake(file, depth);
    }

    private long TargetTime(ref FileNode file, int depth, out bool missing)
    {
        long time = _times.Of(file);
        file = file.Resolve();
        missing = time == Timestamp.Nonexistent;
        if (missing)
        {
            _state.Debug(DebugFlags.Basic, depth, $"File '{file.Name}' does not exist.");
        }
        else if (Timestamp.IsOrdinary(time) && file.IsLowResolution)
        {
            const long Second = 1_000_000_000;
            long fraction = time % Second;
            if (fraction != 0 && !_state.Archives.Has(file.Name))
                _state.Messages.Error($"*** Warning: .LOW_RESOLUTION_TIME file '{file.Name}' has a high resolution time stamp");
            time += Second - 1 - fraction;
        }
        foreach (Dependency peer in file.AlsoMakes)
        {
            if (missing)
                break;
            long peerTime = _times.Of(peer.File!);
            missing = peerTime == Timestamp.Nonexistent;
            if (missing)
                _state.Debug(DebugFlags.Basic, depth, $"Grouped target peer '{peer.File!.Resolve().Name}' of file '{file.Name}' does not exist.");
            else if (peerTime < time)
                time = peerTime;
        }
        return time;
    }

    private void FindRecipe(FileNode file, int depth)
    {
        if (!file.IsPhony && file.Recipe is null && !file.TriedImplicit)
        {
            _implicit.Apply(file, depth);
            file.TriedImplicit = true;
        }
        if (file.Recipe is null && !file.IsTarget && _state.DefaultFile.Recipe is { } recipe)
        {
            _state.Debug(DebugFlags.Implicit, depth, $"Using default recipe for '{file.Name}'.");
            file.Recipe = recipe;
        }
    }

    private (UpdateStatus Status, bool Running) UpdatePrerequisites(FileNode file, int depth, long time, ref bool mustMake)
    {
        UpdateStatus status = UpdateStatus.Success;
        bool running = false;
        // Peers' prerequisites must be ready too before the common recipe runs.
        FileNode[] peers = file.AlsoMakes.Count == 0 ? [] : [.. file.AlsoMakes.Select(peer => peer.File!)];
        for (int member = -1; member < peers.Length; member++)
        {
            FileNode target = member < 0 ? file : peers[member];
            if (_state.SecondExpansion)
                _state.Prerequisites.ExpandAgain(target);
            DependencyList dependencies = target.Dependencies;
            for (int i = 0; i < dependencies.Count; i++)
            {
                if (dependencies.PlainAt(i) is { } settled && IsSettled(settled))
                {
                    settled.Parent = file;
                    mustMake |= settled.ModifiedTime > time;
                    continue;
                }
                Dependency dependency = dependencies[i].Shuffled ?? dependencies[i];
                if (dependency.WaitsHere && running)
                    break;
                dependency.File = dependency.File!.Resolve();
                long before = _times.Of(dependency.File);
                dependency.File = dependency.File.Resolve();
                if (dependency.File.First.IsUpdating)
                {
                    _state.Messages.Error($"Circular {file.Name} <- {dependency.File.Name} dependency dropped.");
                    dependencies.RemoveAt(i--);
                    continue;
                }
                dependency.File.Parent = file;
                bool maybeMake = mustMake;
                FileNode prerequisite = dependency.File;
                bool isOptional = InheritOption(file, prerequisite);
                UpdateStatus result = CheckPrerequisite(prerequisite, depth, time, ref maybeMake);
                prerequisite.IsOptional = isOptional;
                if (result > status)
                    status = result;
                if (!dependency.IsOrderOnly)
                    mustMake = maybeMake;
                dependency.File = dependency.File.Resolve();
                running |= IsRunning(dependency.File);
                if (status != UpdateStatus.Success && !_state.Options.KeepGoing)
                    break;
                if (!running)
                    dependency.Changed = _times.Of(dependency.File) != before || before == Timestamp.Nonexistent;
            }
        }
        return (status, running);
    }

    /// <summary>Whether a file, as a prerequisite, has been dealt with in this pass, exists, and can be told nothing new: for the next target only its time counts.</summary>
    private bool IsSettled(FileNode file) =>
        file.ConsideredPass == _pass && file is { State: CommandState.Finished, Status: UpdateStatus.Success, IsUpdated: true, IsUpdating: false, IsIntermediate: false, RenamedTo: null, DoubleColon: null }
        && file.ModifiedTime is not (Timestamp.Unknown or Timestamp.Nonexistent) && !_state.Debugs(DebugFlags.Verbose);

    /// <summary>While makefiles are remade, what a makefile needs is as optional as itself; gives what to put back.</summary>
    private bool InheritOption(FileNode file, FileNode prerequisite)
    {
        bool isOptional = prerequisite.IsOptional;
        if (_state.RemakesMakefiles)
            prerequisite.IsOptional = file.IsOptional;
        return isOptional;
    }

    private static bool IsRunning(FileNode file) =>
        file.First.Chain().Any(rule => rule.State is CommandState.Running or CommandState.DependenciesRunning);

    private bool UpdateIntermediates(FileNode file, int depth, ref UpdateStatus status)
    {
        bool running = false;
        for (int i = 0; i < file.Dependencies.Count; i++)
        {
            Dependency dependency = file.Dependencies[i].Shuffled ?? file.Dependencies[i];
            if (dependency.WaitsHere && running)
                break;
            if (!dependency.File!.IsIntermediate)
                continue;
            long before = _times.Of(dependency.File);
            dependency.File = dependency.File.Resolve();
            dependency.File.Parent = file;
            // It was perhaps considered when nobody needed it yet.
            dependency.File.ConsideredPass = 0;
            FileNode prerequisite = dependency.File;
            bool isOptional = InheritOption(file, prerequisite);
            UpdateStatus result = UpdateFile(prerequisite, depth);
            prerequisite.IsOptional = isOptional;
            if (result > status)
                status = result;
            dependency.File = dependency.File.Resolve();
            running |= IsRunning(dependency.File);
            if (status != UpdateStatus.Success && !_state.Options.KeepGoing)
                break;
            if (!running)
                dependency.Changed = (file.IsPhony && file.Recipe is not null) || _times.Of(dependency.File) != before;
        }
        return running;
    }

    private UpdateStatus GiveUp(FileNode file, int depth, UpdateStatus status)
    {
        file.Status = status == UpdateStatus.None ? UpdateStatus.Failed : status;
        NoticeFinished(file);
        _state.Debug(DebugFlags.Verbose, depth, $"Giving up on target file '{file.Name}'.");
        if (depth == 0 && _state.Options.KeepGoing && !_state.Options.JustPrint && !_state.Options.Question)
            _state.Messages.Error($"Target '{file.Name}' not remade because of errors.");
        return status;
    }

    /// <summary>Marks the prerequisites that are newer; whether any was remade.</summary>
    private bool FindChanged(FileNode file, int depth, long time, bool missing, ref bool mustMake)
    {
        bool changed = false;
        for (int i = 0; i < file.Dependencies.Count; i++)
        {
            if (!missing && file.Dependencies.PlainAt(i) is { } settled && IsSettled(settled) && settled.ModifiedTime <= time && !_state.Debugs(DebugFlags.Basic))
                continue;
            Dependency dependency = file.Dependencies[i];
            long own = _times.Of(dependency.File!);
            dependency.File = dependency.File!.Resolve();
            if (!dependency.IsOrderOnly)
            {
                if (own == Timestamp.Nonexistent && !dependency.File.IsIntermediate)
                    mustMake = true;
                changed |= dependency.Changed;
            }
            dependency.Changed |= missing || own > time;
            if (missing || !_state.Debugs(DebugFlags.Basic | DebugFlags.Verbose))
                continue;
            string name = dependency.Name;
            if (dependency.IsOrderOnly)
                _state.Debug(DebugFlags.Verbose, depth + 1, $"Prerequisite '{name}' is order-only for target '{file.Name}'.");
            else if (own == Timestamp.Nonexistent)
                _state.Debug(DebugFlags.Basic, depth + 1, $"Prerequisite '{name}' of target '{file.Name}' does not exist.");
            else if (dependency.Changed)
                _state.Debug(DebugFlags.Basic, depth + 1, $"Prerequisite '{name}' is newer than target '{file.Name}'.");
            else
                _state.Debug(DebugFlags.Verbose, depth + 1, $"Prerequisite '{name}' is older than target '{file.Name}'.");
        }
        return changed;
    }

    private bool MustRemake(FileNode file, int depth, bool missing, bool changed, bool mustMake)
    {
        if (file.DoubleColon is not null && file.Dependencies.Count == 0)
        {
            _state.Debug(DebugFlags.Basic, depth, $"Target '{file.Name}' is double-colon and has no prerequisites.");
            return true;
        }
        if (!missing && file.IsTarget && !changed && file.Recipe is null && !_state.AlwaysMake)
        {
            _state.Debug(DebugFlags.Verbose, depth, $"No recipe for '{file.Name}' and no prerequisites actually changed.");
            return false;
        }
        if (!mustMake && file.Recipe is not null && _state.AlwaysMake)
        {
            _state.Debug(DebugFlags.Verbose, depth, $"Making '{file.Name}' due to always-make flag.");
            return true;
        }
        return mustMake;
    }

    private UpdateStatus LeaveAlone(FileNode file, int depth)
    {
        if (file.Name == file.FoundName)
            _state.Debug(DebugFlags.Verbose, depth, $"No need to remake target '{file.Name}'.");
        else
            _state.Debug(DebugFlags.Verbose, depth, $"No need to remake target '{file.Name}'; using VPATH name '{file.FoundName}'.");
        // Not made by this run, so not this run's to delete.
        if (!file.IsNotIntermediate && !_state.NoIntermediates)
            file.IsSecondary = true;
        NoticeFinished(file);
        foreach (FileNode rule in file.Chain())
            rule.Name = rule.FoundName;
        return UpdateStatus.Success;
    }

    private UpdateStatus Remake(FileNode file, int depth)
    {
        _state.Debug(DebugFlags.Basic, depth, $"Must remake target '{file.Name}'.");
        if (file.Name != file.FoundName)
        {
            if (_state.Debugs(DebugFlags.Basic))
                Messages.Debug($"  Ignoring VPATH name '{file.FoundName}'.\n");
            file.IgnoresSearchPath = true;
        }
        RunRecipe(file);
        if (file.State != CommandState.Finished)
        {
            _state.Debug(DebugFlags.Verbose, depth, $"Recipe of '{file.Name}' is being run.");
            return UpdateStatus.Success;
        }
        switch (file.Status)
        {
            case UpdateStatus.Failed:
                _state.Debug(DebugFlags.Basic, depth, $"Failed to remake target file '{file.Name}'.");
                break;
            case UpdateStatus.Success:
                _state.Debug(DebugFlags.Basic, depth, $"Successfully remade target file '{file.Name}'.");
                break;
            case UpdateStatus.Question:
                _state.Debug(DebugFlags.Basic, depth, $"Target file '{file.Name}' needs to be remade under -q.");
                break;
        }
        file.IsUpdated = true;
        return file.Status;
    }

    private void RunRecipe(FileNode file)
    {
        if (file.Recipe is null)
        {
            if (file.IsPhony || file.IsTarget)
            {
                file.Status = UpdateStatus.Success;
            }
            else
            {
                if (!_state.RemakesMakefiles || !file.IsOptional)
                    Complain(file);
                file.Status = UpdateStatus.Failed;
            }
        }
        else
        {
            file.Recipe.Split(_state.OneShell);
            if (!_state.Options.Touch || file.Recipe.HasRecursiveLine)
            {
                if (!file.Recipe.IsBlank)
                {
                    _state.TargetVariables.Prepare(file, reading: false);
                    _state.AutomaticVariables.Set(file, file.Stem);
                    _jobs.Run(file);
                    return;
                }
                SetState(file, CommandState.Running);
            }
            file.Status = UpdateStatus.Success;
        }
        NoticeFinished(file);
    }
}
