using System.Globalization;
using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;
using Oot.Make.Updates;

namespace Oot.Make;

/// <summary>Remaking of makefiles, and starting again when one has changed.</summary>
internal sealed partial class MakeRun
{
    /// <summary>Brings the makefiles up to date; an exit code if that failed. Does not return when make starts again.</summary>
    private int? RemakeMakefiles()
    {
        if (_reader.Makefiles.Count == 0)
            return null;
        _state.Debug(DebugFlags.Basic, 0, $"Updating makefiles....");
        var goals = new List<Goal>();
        var times = new List<long>();
        var skipped = new List<IncludedMakefile>();
        bool anyFailed = false;
        foreach (IncludedMakefile makefile in Enumerable.Reverse(_reader.Makefiles))
        {
            FileNode file = makefile.File.Resolve();
            if (MightLoop(file))
            {
                _state.Debug(DebugFlags.Verbose, 0, $"Makefile '{file.Name}' might loop; not remaking it.");
                if (makefile.ReadError != 0 && !makefile.IsOptional)
                {
                    skipped.Insert(0, makefile);
                    anyFailed = true;
                }
                continue;
            }
            times.Add(_times.Of(file, searches: false));
            goals.Add(new Goal(file.Resolve())
            {
                IsOptional = makefile.IsOptional,
                IsIncluded = makefile.IsIncluded,
                ReadError = makefile.ReadError,
                Location = makefile.Location,
            });
        }
        UpdateStatus status = UpdateRemade(goals);
        foreach (IncludedMakefile makefile in skipped)
            _messages.Error(makefile.Location, $"{makefile.File.Name}: {Errno.Message(makefile.ReadError)}");
        if (anyFailed && status == UpdateStatus.Success)
            status = UpdateStatus.None;
        if (status == UpdateStatus.Success || (status == UpdateStatus.Failed && JudgeFailure(goals, times, ref anyFailed)))
            Restart();
        return anyFailed ? 2 : null;
    }

    /// <summary>A makefile that a rule would remake each time would make us start again for ever.</summary>
    private static bool MightLoop(FileNode file) =>
        file.IsPhony || (file.DoubleColon is not null && file.DoubleColon.Chain().Any(rule => rule.Dependencies.Count == 0 && rule.Recipe is not null));

    private UpdateStatus UpdateRemade(List<Goal> goals)
    {
        _switches.DefineFlags(remaking: true);
        DebugFlags debug = _options.Debug;
        if (!_state.Debugs(DebugFlags.Makefiles))
            _options.Debug = DebugFlags.None;
        _state.RemakesMakefiles = true;
        UpdateStatus status = _updater.Update(goals);
        _state.RemakesMakefiles = false;
        _options.Debug = debug;
        return status;
    }

    /// <summary>Reports makefiles that could not be made; whether another one was.</summary>
    private bool JudgeFailure(List<Goal> goals, List<long> times, ref bool anyFailed)
    {
        bool anyRemade = false;
        for (int i = 0; i < goals.Count; i++)
        {
            Goal goal = goals[i];
            FileNode file = goal.File.Resolve();
            if (file.IsUpdated)
            {
                if (file.Status == UpdateStatus.Success)
                {
                    anyRemade |= _times.Of(file, searches: false) != times[i];
                }
                else if (!goal.IsOptional)
                {
                    _messages.Error(goal.Location, $"Failed to remake makefile '{file.Name}'.");
                    long time = _times.Of(file, searches: false);
                    anyRemade |= time != Timestamp.Nonexistent && time != times[i];
                    anyFailed = true;
                }
            }
            else if (!goal.IsOptional)
            {
                if (goal.IsIncluded)
                {
                    _messages.Error(goal.Location, $"Included makefile '{file.Name}' was not found.");
                }
                else
                {
                    _messages.Error($"Makefile '{file.Name}' was not found");
                    anyFailed = true;
                }
            }
        }
        return anyRemade;
    }

    /// <summary>Starts make anew in this one's place: nothing goes over to the next run but what an <c>execve</c> would hand on.</summary>
    private void Restart()
    {
        Intermediates.Remove(_state, afterSignal: false);
        PrintDatabase();
        CleanJobserver(0);
        if (_options.Directories.Count > 0 && (_firstDirectory is null || ProcessContext.Enter(_firstDirectory) != 0))
            throw _messages.Fatal("Couldn't change back to original directory");
        List<string> arguments = _temporaryInput is null ? [.. _arguments] : ArgumentsWithTemporaryInput();
        int restarts = _restarts + 1;
        if (_state.Debugs(DebugFlags.Basic))
            Messages.Debug($"Re-executing[{restarts}]: {_name}{string.Concat(arguments.Select(argument => " " + argument))}\n");
        List<string> environment = [.. _environment.Where(entry => !entry.StartsWith("MAKE_RESTARTS=", StringComparison.Ordinal))];
        environment.Add(string.Create(CultureInfo.InvariantCulture, $"MAKE_RESTARTS={(_messages.HasAnnounced ? "-" : "")}{restarts}"));
        _messages.Sync?.Dispose();
        if (SystemCalls.MayExecute("/proc/self/exe") != 0)
        {
            _messages.Error($"{_name}: {Errno.Message(SystemCalls.Errno)}");
            throw new MakeStopException(127);
        }
        _state.Trace?.EndAll();
        _state.Journal?.Close();
        _jobs.Jobserver?.CloseReader();
        if (!MakeProcess.Current.IsBelow)
            RehearsalPlan.Abandon();
        throw new MakeRestartException(_invocation with { Arguments = arguments, Environment = environment, Memory = null });
    }

    /// <summary>The words of the command line with the kept copy of standard input in the place of <c>-f -</c>.</summary>
    private List<string> ArgumentsWithTemporaryInput()
    {
        var result = new List<string>();
        for (int i = 0; i < _arguments.Count; i++)
        {
            string word = _arguments[i];
            if (word is "-f" or "--file" or "--makefile" && i + 1 < _arguments.Count && _arguments[i + 1] == "-")
            {
                result.Add("--temp-stdin=" + _temporaryInput);
                i++;
            }
            else if (word is "-f-" or "--file=-" or "--makefile=-")
            {
                result.Add("--temp-stdin=" + _temporaryInput);
            }
            else if (word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal) && word.EndsWith("f-", StringComparison.Ordinal))
            {
                result.Add(word[..^2]);
                result.Add("--temp-stdin=" + _temporaryInput);
            }
            else if (word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal) && word.EndsWith('f') && i + 1 < _arguments.Count && _arguments[i + 1] == "-")
            {
                result.Add(word[..^1]);
                result.Add("--temp-stdin=" + _temporaryInput);
                i++;
            }
            else
            {
                result.Add(word);
            }
        }
        return result;
    }
}
