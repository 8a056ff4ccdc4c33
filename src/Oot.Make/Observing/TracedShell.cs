using Oot.Make.Evaluation;

namespace Oot.Make.Observing;

/// <summary><c>$(shell)</c> with an event a call: its text, and whether it was run or answered from memory.</summary>
internal sealed class TracedShell(MakeState state, RunTrace trace, Func<string, bool, string> run)
{
    /// <summary>Runs a command as the one inside does.</summary>
    public string Run(string command, bool trimAllNewlines)
    {
        trace.Begin(RunTrace.Own, command, "evaluation", new TraceArgument("shell", command));
        int before = state.ShellCommandsRun;
        string output = run(command, trimAllNewlines);
        trace.End(
            RunTrace.Own,
            new TraceArgument("answer", state.ShellCommandsRun == before ? "from memory" : "run"),
            new TraceArgument("status", state.Variables.Find(".SHELLSTATUS")?.Value ?? ""));
        return output;
    }
}
