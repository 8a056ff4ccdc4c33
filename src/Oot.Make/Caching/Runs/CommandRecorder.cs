using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>Lets a run go on being noted over commands that only look, only speak, or only run make, and such as a witness finds to leave all as it was; closes it at any other.</summary>
internal sealed class CommandRecorder(RunRecorder run, ProbeCache probes, CommandWitness? witness)
{
    /// <summary>Milliseconds that a command waits for the end of a watched one.</summary>
    private const int Patience = 3000;

    /// <summary>Judges a command that is about to start; null when it need not be treated in any special way.</summary>
    public RecordedCommand? Begin(IReadOnlyList<string> words, IReadOnlyList<string> environment, bool isRecursive)
    {
        if (!run.IsOpen)
            return null;
        if (ProcessContext.WorkingDirectory() is not { } directory
            || probes.Judge(words, environment, directory, out string reason) is not { } inputs)
            return Watch(words, environment, isRecursive);
        if (inputs.Makes == 0 && !OutputArrives)
            run.Refuse("standard output or error is a device");
        else if (inputs.MaySpeak && inputs.Makes != 0)
            run.Refuse("a recipe that speaks and runs make: " + words[^1]);
        else if (!probes.Note(inputs, environment, run))
            run.Refuse($"a recipe whose programs are not known ({reason}): {words[^1]}");
        if (!run.IsOpen)
            return null;
        return inputs.Makes != 0 ? new RecordedCommand(NativeFiles.OpenMemory(), inputs.Makes, -1, -1) : Silent(null);
    }

    private static bool OutputArrives => NativeFiles.TakesOutput(1) && NativeFiles.TakesOutput(2);

    private static RecordedCommand Silent(WatchedCommand? watched)
    {
        int output = NativeFiles.OpenMemory();
        return new RecordedCommand(-1, 0, output, NativeFiles.AreOneFile(1, 2) ? output : NativeFiles.OpenMemory(), watched);
    }

    private RecordedCommand? Watch(IReadOnlyList<string> words, IReadOnlyList<string> environment, bool isRecursive)
    {
        if (!isRecursive && OutputArrives && witness?.Begin(words, environment) is { } watched)
            return Silent(watched);
        run.Refuse("a recipe that may do something: " + words[^1]);
        return null;
    }

    /// <summary>
    /// Whether another command is to wait for the end of a watched one, since whoever watches would take one for the other's doing. Not for long: the watched one may be waiting for the other.
    /// </summary>
    public bool HoldsBack(RecordedCommand watched)
    {
        if (Environment.TickCount64 - watched.Since < Patience)
            return true;
        witness!.GiveUp(watched.Watched!);
        return false;
    }

    /// <summary>The environment for a command: makes in it learn where to hand up to.</summary>
    public static IReadOnlyList<string> EnvironmentFor(RecordedCommand? command, IReadOnlyList<string> environment) =>
        command is { Channel: >= 0 } && RunChannel.ValueFor(command.Channel) is { } value ? [.. environment, $"{RunChannel.Variable}={value}"] : environment;

    /// <summary>What a command that goes on has said by now is printed: somebody may be waiting for it.</summary>
    public void PassOn(RecordedCommand command)
    {
        command.OutputPassedOn += PassOn(command.Output, 1, command.OutputPassedOn);
        if (command.Errors != command.Output)
            command.ErrorsPassedOn += PassOn(command.Errors, 2, command.ErrorsPassedOn);
    }

    /// <summary>The command has ended, well or not: prints what it said and takes what its makes noted.</summary>
    public void End(RecordedCommand command, bool succeeded)
    {
        PassOn(command);
        foreach (int held in (ReadOnlySpan<int>)[command.Output, command.Errors == command.Output ? -1 : command.Errors])
            if (held >= 0)
                NativeFiles.Close(held);
        if (command.Watched is { } watched)
            witness!.End(watched, command.OutputPassedOn + command.ErrorsPassedOn > 0);
        if (!succeeded)
            run.Refuse("a recipe failed");
        if (command.Channel < 0)
            return;
        RunChannel.Take(command.Channel, command.MostMakes, run);
        NativeFiles.Close(command.Channel);
    }

    private int PassOn(int held, int descriptor, long from)
    {
        byte[] bytes = held < 0 ? [] : NativeFiles.Contents(held, from);
        if (bytes.Length == 0)
            return 0;
        Messages.WriteRaw(descriptor, bytes);
        run.Said(descriptor, ByteText.FromBytes(bytes));
        return bytes.Length;
    }
}
