namespace Oot;

/// <summary>Something long in steps: each is a line of its own, and on a terminal the one under way is shown below with its time.</summary>
/// <param name="terminal">Where they are said.</param>
/// <param name="text">What it is, before its first step.</param>
internal sealed class ProgressSteps(Terminal terminal, string text) : IDisposable
{
    private readonly ProgressLine? line = ProgressLine.Begin(terminal, text);

    /// <summary>Begins a step.</summary>
    internal void Say(string step)
    {
        if (line is null)
        {
            terminal.Note(step);
            return;
        }
        line.Say(step);
        line.Around(() => terminal.Note(step), endsLine: true);
    }

    public void Dispose() => line?.Dispose();
}
