using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>Starts programs while everything is noted: such as only look, and makes, which hand up what they note.</summary>
internal sealed class RecordingPrograms(IProgramRunner programs, RunRecorder run, ProbeCache probes) : IProgramRunner
{
    /// <inheritdoc/>
    public ProgramResult Run(ProgramRequest request)
    {
        request = request with { Environment = NotedEnvironment.PlainOf(request.Environment) };
        if (Judge(request) is { Makes: not 0 })
            run.Refuse("make is run for its output");
        ProgramResult result = programs.Run(request);
        if (result.ExitCode == ProgramResult.NotStarted)
            run.Refuse(request.Program + " could not be started");
        return result;
    }

    /// <inheritdoc/>
    public int Stream(ProgramRequest request, Action<ReadOnlyMemory<byte>, bool> output)
    {
        request = request with { Environment = NotedEnvironment.PlainOf(request.Environment) };
        int channel = Judge(request) is { Makes: 1 } ? NativeFiles.OpenMemory() : -1;
        if (channel < 0 || RunChannel.ValueFor(channel) is not { } value)
        {
            run.Refuse("a program that may do something: " + request.Program);
            return programs.Stream(request, output);
        }
        NativeFiles.KeepOnExecute(channel);
        int status = programs.Stream(request with { Environment = ProcessEnvironment.With(request.Environment, RunChannel.Variable, value) }, output);
        // What it printed has come through here, and is noted where it is printed.
        RunChannel.Take(channel, 1, run, takesOutput: false);
        NativeFiles.Close(channel);
        return status;
    }

    private CommandInputs? Judge(ProgramRequest request)
    {
        if (!run.IsOpen)
            return null;
        string? directory = request.Directory is ['/', ..] ? request.Directory : ProcessContext.WorkingDirectory();
        string reason = "no directory";
        if (directory is null || probes.Judge([request.Program, .. request.Arguments], request.Environment, directory, out reason) is not { } inputs || !probes.Note(inputs, request.Environment, run))
        {
            run.Refuse($"a program that may do something ({reason}): {request.Program}");
            return null;
        }
        return inputs;
    }
}
