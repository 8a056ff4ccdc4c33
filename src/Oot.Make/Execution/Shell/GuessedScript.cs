using System.Globalization;
using Oot.Core;

namespace Oot.Make.Execution.Shell;

/// <summary>A script as it goes if every program that it starts succeeds and says nothing: kbuild's questions to a compiler with the answer <c>yes</c>. Nothing is started, and no file is touched.</summary>
internal static class GuessedScript
{
    /// <summary>What it answers; null where that hangs on what a program says, or where a real shell would run it.</summary>
    /// <param name="words">The shell, its flags and the script.</param>
    /// <param name="environment">Its environment.</param>
    public static ShellResult? Of(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        var disk = new Disk();
        var shell = new InProcessShell(disk) { IsOff = InProcessShell.IsOffIn(environment) };
        if (shell.ProgramOf(words, environment, MakeProcess.Current.UniqueNumber.ToString(CultureInfo.InvariantCulture)) is not { } program)
            return null;
        bool speaks = false;
        int last = 0;
        var started = new Queue<int>();
        int start(SpawnRequest request, out int pid)
        {
            speaks |= request.StandardOutput == ShellStreams.CapturedOutput;
            started.Enqueue(pid = ++last);
            return 0;
        }
        var streams = new ShellStreams(0, ShellStreams.CapturedOutput, ShellStreams.CapturedError);
        var process = new ShellProcess(program, new ShellLaunch(environment, streams, [], words[1] == "-ec", disk, start) { TouchesNothing = true }, shell.VariablesOf(environment));
        process.Run();
        while (!speaks && process.Exit is null && started.TryDequeue(out int pid))
            process.ChildEnded(new ChildExit(pid, 0, 0, false));
        return !speaks && process is { IsBeyond: false, Exit: { Signal: 0 } exit } ? new ShellResult(process.CapturedOutput, exit.ExitCode, 0, 0) : null;
    }
}
