using Oot.Core;
using Oot.Make.Rules;

namespace Oot.Make.Updates;

/// <summary>Prerequisites on behalf of a target, and what follows when a recipe has ended.</summary>
internal sealed partial class Updater
{
    /// <summary>Updates a prerequisite and says whether the target has to be made because of it.</summary>
    private UpdateStatus CheckPrerequisite(FileNode file, int depth, long targetTime, ref bool mustMake)
    {
        FileNode original = file;
        original.First.IsUpdating = true;
        UpdateStatus status;
        if (file.IsPhony || !file.IsIntermediate)
        {
            status = UpdateFile(file, depth);
            file = file.Resolve();
            long time = _times.Of(file);
            file = file.Resolve();
            if (time == Timestamp.Nonexistent || time > targetTime)
                mustMake = true;
        }
        else
        {
            status = CheckIntermediate(ref file, depth, targetTime, ref mustMake);
        }
        file.First.IsUpdating = false;
        original.First.IsUpdating = false;
        return status;
    }

    /// <summary>An intermediate file need not exist: what it would be made from counts in its place.</summary>
    private UpdateStatus CheckIntermediate(ref FileNode file, int depth, long targetTime, ref bool mustMake)
    {
        FindRecipe(file, depth);
        file = file.Resolve();
        long time = _times.Of(file);
        file = file.Resolve();
        if (time != Timestamp.Nonexistent && time > targetTime)
        {
            mustMake = true;
            return UpdateStatus.Success;
        }
        if (file.State != CommandState.Running)
        {
            // What it waited for may have finished since.
            if (file.State == CommandState.DependenciesRunning)
                file.ConsideredPass = 0;
            SetState(file, CommandState.NotStarted);
        }
        if (_state.SecondExpansion)
            _state.Prerequisites.ExpandAgain(file);
        UpdateStatus status = UpdateStatus.Success;
        bool running = false;
        for (int i = 0; i < file.Dependencies.Count; i++)
        {
            Dependency dependency = file.Dependencies[i];
            dependency.File = dependency.File!.Resolve();
            if (dependency.File.First.IsUpdating)
            {
                _state.Messages.Error($"Circular {file.Name} <- {dependency.File.Name} dependency dropped.");
                file.Dependencies.RemoveAt(i--);
                continue;
            }
            dependency.File.Parent = file;
            bool maybeMake = mustMake;
            UpdateStatus result = CheckPrerequisite(dependency.File, depth + 1, targetTime, ref maybeMake);
            if (result > status)
                status = result;
            if (!dependency.IsOrderOnly)
                mustMake = maybeMake;
            dependency.File = dependency.File.Resolve();
            if (status != UpdateStatus.Success && !_state.Options.KeepGoing)
                break;
            running |= dependency.File.State is CommandState.Running or CommandState.DependenciesRunning;
        }
        if (running)
            SetState(file, CommandState.DependenciesRunning);
        return status;
    }

    /// <summary>A target is done, its recipe run or not: its time is asked anew, its peers share its fate.</summary>
    private void NoticeFinished(FileNode file)
    {
        bool ran = file.State == CommandState.Running;
        file.State = CommandState.Finished;
        file.IsUpdated = true;
        bool touched = _state.Options.Touch && file.Status == UpdateStatus.Success && TouchIfDue(file);
        if (file.TimeBeforeUpdate == Timestamp.Unknown)
            file.TimeBeforeUpdate = file.ModifiedTime;
        if ((ran && !file.IsPhony) || touched)
            file.ModifiedTime = WasReallyRun(file) ? Timestamp.Unknown : Timestamp.New;
        if (file.DoubleColon is not null)
            ShareTime(file);
        if (ran && file.Status != UpdateStatus.None)
        {
            foreach (Dependency peer in file.AlsoMakes)
            {
                peer.File!.State = CommandState.Finished;
                peer.File.IsUpdated = true;
                peer.File.Status = file.Status;
                // Asked now, so that a search path can find it.
                if (!peer.File.IsPhony)
                    _times.Ask(peer.File, searches: false);
            }
            if (file.TriedImplicit && file.AlsoMakes.Count > 0)
                WarnAboutPeers(file);
        }
        else if (file.Status == UpdateStatus.None)
        {
            file.Status = UpdateStatus.Success;
        }
    }

    private bool TouchIfDue(FileNode file)
    {
        // Recipes that only run make have done their own touching.
        if (file.Recipe is { HasRecursiveLine: true } recipe && !HasPlainLine(recipe))
            return false;
        if (file.IsPhony || file.Recipe is null)
            return false;
        file.Status = Touch(file);
        _jobs.CommandsStarted++;
        return true;
    }

    private static bool HasPlainLine(Recipe recipe)
    {
        foreach (LineFlags flags in recipe.Flags)
            if (!flags.HasFlag(LineFlags.Recursive))
                return true;
        return false;
    }

    /// <summary>Under -n, -t and -q only recursive lines run; without a recipe a target counts as new.</summary>
    private bool WasReallyRun(FileNode file)
    {
        if ((_state.Options.Question || _state.Options.JustPrint || _state.Options.Touch) && file.Recipe is not null)
            return !HasPlainLine(file.Recipe);
        return !(file.IsTarget && file.Recipe is null);
    }

    /// <summary>When the last double-colon rule is done, all of them have the newest time.</summary>
    private static void ShareTime(FileNode file)
    {
        long newest = file.ModifiedTime;
        foreach (FileNode rule in file.First.Chain())
        {
            if (!rule.IsUpdated)
                return;
            if (newest != Timestamp.Unknown && (rule.ModifiedTime == Timestamp.Unknown || rule.ModifiedTime > newest))
                newest = rule.ModifiedTime;
        }
        foreach (FileNode rule in file.First.Chain())
            rule.ModifiedTime = newest;
    }

    private void WarnAboutPeers(FileNode file)
    {
        long time = file.ModifiedTime == Timestamp.Unknown ? _times.OfName(file.Name) : file.ModifiedTime;
        if (!Timestamp.IsOrdinary(time) || time <= file.TimeBeforeUpdate)
            return;
        foreach (Dependency peer in file.AlsoMakes)
            if (peer.File!.ModifiedTime == Timestamp.Nonexistent)
                _state.Messages.Error(file.Recipe?.Location ?? SourceLocation.None, $"warning: pattern recipe did not update peer target '{peer.File.Name}'.");
    }

    private UpdateStatus Touch(FileNode file)
    {
        if (!_state.IsSilent)
            _state.Messages.Line($"touch {file.Name}");
        if (_state.Options.JustPrint)
            return UpdateStatus.Success;
        string? error;
        if (ArchiveName.TryParse(file.Name, out ArchiveName archive))
        {
            _times.Of(_state.Files.Enter(archive.Archive), searches: false);
            error = ArchiveFile.Touch(_state.Disk, archive.Archive, archive.Member, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        }
        else
        {
            int errno = _state.Disk.Touch(file.Name);
            error = errno == 0 ? null : $"touch: open: {file.Name}: {Errno.Message(errno)}";
        }
        if (error is null)
            return UpdateStatus.Success;
        _state.Messages.Error(error);
        return UpdateStatus.Failed;
    }
}
