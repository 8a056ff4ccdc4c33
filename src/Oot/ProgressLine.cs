using System.Globalization;
using Oot.Core;

namespace Oot;

/// <summary>
/// One line at the bottom of a terminal that says what is going on and for how long. It is standard error's, it goes away before anything else is written, and where standard error is
/// no terminal there is none.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const int FirstMilliseconds = 400, EachMilliseconds = 200;
    private const string Erase = "\r\u001b[K";
    private readonly Lock turn = new();
    private readonly Timer clock;
    private readonly long start = Environment.TickCount64;
    private string text;
    private bool isShown;
    private bool isAtLineStart = true;
    private bool isOver;

    private ProgressLine(string text)
    {
        this.text = text;
        clock = new Timer(_ => Draw(), null, FirstMilliseconds, EachMilliseconds);
    }

    /// <summary>A line for something that may take long; null where it would not be seen.</summary>
    internal static ProgressLine? Begin(Terminal terminal, string text) => terminal.ShowsProgress ? new ProgressLine(text) : null;

    /// <summary>What is going on from now on.</summary>
    internal void Say(string now)
    {
        lock (turn)
            text = now;
    }

    /// <summary>Writes something else: the line steps aside, and comes back once a line has ended.</summary>
    internal void Around(Action write, bool endsLine)
    {
        lock (turn)
        {
            Hide();
            write();
            isAtLineStart = endsLine;
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            isOver = true;
            Hide();
        }
        clock.Dispose();
    }

    private void Hide()
    {
        if (isShown)
            Write(Erase);
        isShown = false;
    }

    private void Draw()
    {
        lock (turn)
        {
            if (isOver || !isAtLineStart)
                return;
            string line = string.Create(CultureInfo.InvariantCulture, $"[{(Environment.TickCount64 - start) / 1000} s] {text}");
            int width = Math.Max(20, Console.WindowWidth) - 1;
            Write(Erase + (line.Length > width ? line[..(width - 3)] + "..." : line));
            isShown = true;
        }
    }

    private static void Write(string bytes) => _ = Disk.WriteAll(2, ByteText.ToBytes(bytes));
}
