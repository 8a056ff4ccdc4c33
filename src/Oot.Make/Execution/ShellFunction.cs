using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;

namespace Oot.Make.Execution;

/// <summary>Runs the commands of <c>$(shell)</c> and <c>!=</c>.</summary>
internal sealed class ShellFunction(MakeState state, ChildEnvironment environments)
{
    private const int CommandNotFound = 127, SignalBase = 128;

    /// <summary>The output of a command, newlines as blanks; <c>.SHELLSTATUS</c> is set.</summary>
    public string Run(string command, bool trimAllNewlines)
    {
        CommandLineContext context = ShellLines.ContextFor(state, null, Rules.LineFlags.None);
        IReadOnlyList<string>? words = CommandLine.Parse(command, context, out _);
        if (words is null)
            return "";
        state.Messages.Start();
        IReadOnlyList<string> environment = environments.For(null, isRecursive: false);
        int errorDescriptor = state.Messages.Context?.Held?.StandardError ?? -1;
        ShellResult result = Result(LongCommand.Fit(state.Substitution?.Substitute(words) ?? words), environment, errorDescriptor);
        if (ProcessSignals.Pending != 0)
            throw new FatalSignalException(ProcessSignals.Take());
        if (result.SpawnErrno != 0)
        {
            state.Messages.Error($"{words[0]}: {Errno.Message(result.SpawnErrno)}");
            SetStatus(CommandNotFound);
            return "";
        }
        SetStatus(result.ExitCode == 0 && result.Signal > 0 ? SignalBase + result.Signal : result.ExitCode);
        return FoldNewlines(result.Output, trimAllNewlines);
    }

    /// <summary>What the command answers, or answered before where nothing that it depends on has changed.</summary>
    private ShellResult Result(IReadOnlyList<string> words, IReadOnlyList<string> environment, int errorDescriptor)
    {
        if (state.Probes is { } probes && ProcessContext.WorkingDirectory() is { } directory)
        {
            ShellResult? remembered = probes.Answer(words, environment, directory,
                (started, held) => Capture(started, environment, held),
                errors => PassOn(errors, errorDescriptor));
            if (remembered is { } known)
                return known;
        }
        ShellResult result = Capture(words, environment, errorDescriptor);
        state.Habits?.Note(isBusy: false, CommandHabits.HashOf(words));
        state.FilesChanged();
        return result;
    }

    private ShellResult Capture(IReadOnlyList<string> words, IReadOnlyList<string> environment, int errorDescriptor)
    {
        state.ShellCommandsRun++;
        return ShellCapture.Run(words, state.EnvironmentFor(words, environment), null, errorDescriptor);
    }

    private void PassOn(string errors, int descriptor)
    {
        if (errors.Length == 0 || MakeProcess.Current.Scouting is not null)
            return;
        MakeProcess.Current.BeSeen();
        state.Messages.Recorder?.Said(2, errors);
        _ = Disk.WriteAll(descriptor < 0 ? 2 : descriptor, ByteText.ToBytes(errors));
    }

    // As GNU make does, where the command was called: in $(call), $(foreach) or a target's own variables it is not seen outside.
    private void SetStatus(int status) =>
        state.Variables.DefineBesideArguments(".SHELLSTATUS", status.ToString(CultureInfo.InvariantCulture), Origin.Override);

    private static string FoldNewlines(string output, bool trimAll)
    {
        int nul = output.IndexOf('\0');
        if (nul >= 0)
            output = output[..nul];
        var folded = new StringBuilder(output.Length);
        int lastText = 0;
        for (int i = 0; i < output.Length; i++)
        {
            char c = output[i];
            if (c == '\r' && i + 1 < output.Length && output[i + 1] == '\n')
                continue;
            folded.Append(c == '\n' ? ' ' : c);
            if (c != '\n')
                lastText = folded.Length;
        }
        // A single trailing newline goes in any case.
        if (!trimAll && lastText < folded.Length - 1)
            lastText = folded.Length - 1;
        return folded.ToString(0, lastText);
    }
}
