using System.Text;
using Oot.Core;
using Oot.Kernel.Provenance;

namespace Oot.Kernel.Building;

/// <summary>Watches a build's output go by and keeps the first error with the lines that belong to it, so that it can be said again at the end.</summary>
public sealed class FirstError
{
    private const int MostSymbols = 50;

    private readonly StringBuilder partial = new();
    private readonly List<string> lines = [];
    private readonly List<string> missing = [];
    private string? makeError;
    private string beforeMakeError = "";
    private string previous = "";
    private bool complete;

    /// <summary>The first compiler, linker or modpost error and up to four lines after it; without one, make's own first <c>***</c> line and what a program said just before it; empty without an error.</summary>
    public IReadOnlyList<string> Lines => lines.Count > 0 ? lines : makeError is null ? [] : beforeMakeError.Length > 0 ? [beforeMakeError, makeError] : [makeError];

    /// <summary>The symbols that modpost did not find, each once, in their order; at most as many as are worth explaining.</summary>
    public IReadOnlyList<string> MissingSymbols => missing;

    /// <summary>Takes the next piece of output.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                if (partial.Length < 65536)
                    partial.Append(ByteText.FromBytes(bytes));
                return;
            }
            partial.Append(ByteText.FromBytes(bytes[..end]));
            Line(partial.ToString());
            partial.Clear();
            bytes = bytes[(end + 1)..];
        }
    }

    private void Line(string line)
    {
        if (missing.Count < MostSymbols && line.EndsWith("undefined!", StringComparison.Ordinal) && ModpostLog.SymbolOf(line) is { } symbol && !missing.Contains(symbol))
            missing.Add(symbol);
        if (complete)
            return;
        if (lines.Count > 0)
        {
            // The source line and the caret under it: gcc and clang indent both (`   12 |   int x = y;`).
            if (line.StartsWith(' ') && line.Contains('|') && lines.Count < 5)
                lines.Add(line);
            else
                complete = true;
        }
        else if (IsError(line))
            lines.Add(line);
        else if (line.Contains(": *** ", StringComparison.Ordinal) && line.StartsWith("make", StringComparison.Ordinal))
        {
            if (makeError is null)
                (makeError, beforeMakeError) = (line, IsProgress(previous) ? "" : previous);
        }
        previous = line;
    }

    // kbuild's own lines are indented, make's begin with its name.
    private static bool IsProgress(string line) => line.StartsWith(' ') || line.StartsWith("make", StringComparison.Ordinal);

    private static bool IsError(string line) =>
        line.Contains(": error: ", StringComparison.Ordinal) || line.Contains(": fatal error: ", StringComparison.Ordinal)
        || line.StartsWith("ERROR: modpost:", StringComparison.Ordinal) || line.StartsWith("Error: ", StringComparison.Ordinal) || line.Contains(": Error: ", StringComparison.Ordinal)
        || line.StartsWith("FATAL: modpost:", StringComparison.Ordinal) || line.Contains(": undefined reference to ", StringComparison.Ordinal)
        || line.Contains(": not found", StringComparison.Ordinal) && line.Contains("/sh: ", StringComparison.Ordinal)
        || line.Contains("internal compiler error", StringComparison.Ordinal);
}
