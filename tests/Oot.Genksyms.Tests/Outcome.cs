using System.Text;

namespace Oot.Genksyms.Tests;

/// <summary>What a run left: exit code (above 128: killed by a signal), both streams as byte text.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>All of it as one text, so that a difference is shown in its place.</summary>
    public override string ToString() => new StringBuilder().Append("exit ").Append(ExitCode).Append('\n').Append(Error).Append("--- output\n").Append(Output).ToString();
}
