using Oot.Core;
using Oot.Make.Caching.Runs;

namespace Oot;

/// <summary>Where the command speaks: results to standard output, all else to standard error. Text is byte text and leaves as the bytes it is.</summary>
/// <param name="quiet">Errors only.</param>
/// <param name="verbose">Commands and reasons too.</param>
/// <param name="environment">For <c>NO_COLOR</c> and <c>TERM</c>.</param>
/// <param name="memory">Notes what is said, so that it can be said again; null: nothing.</param>
internal sealed class Terminal(bool quiet, bool verbose, IReadOnlyList<string> environment, RunMemory? memory = null)
{
    /// <summary>Errors only.</summary>
    internal bool IsQuiet => quiet;

    /// <summary>Commands and reasons too.</summary>
    internal bool IsVerbose => verbose;

    /// <summary>Whether standard output is a terminal.</summary>
    internal static bool IsInteractive => !Console.IsOutputRedirected;

    /// <summary>Whether a line that changes in place can be shown on standard error.</summary>
    internal bool ShowsProgress => !quiet && !Console.IsErrorRedirected && ProcessEnvironment.Value(environment, "TERM") is not (null or "dumb");

    private bool Colors { get; } =
        string.IsNullOrEmpty(ProcessEnvironment.Value(environment, "NO_COLOR")) && ProcessEnvironment.Value(environment, "TERM") is not (null or "dumb");

    /// <summary>Whether a table may have colours.</summary>
    internal bool ColorsOutput => Colors && !Console.IsOutputRedirected;

    /// <summary>A line of the result.</summary>
    /// <exception cref="OutputRefusedException">It cannot be written, and somebody is there to read it.</exception>
    internal void Result(string line)
    {
        int errno = Write(1, line + "\n");
        if (errno is not (0 or Errno.BrokenPipe))
            throw new OutputRefusedException(Errno.Message(errno));
    }

    /// <summary>A line about what is going on.</summary>
    internal void Note(string line)
    {
        if (!quiet)
            Write(2, $"oot: {line}\n");
    }

    /// <summary>This run is not to be remembered.</summary>
    internal void Forget(string reason) => memory?.Forget(reason);

    /// <summary>A line about this very moment, which would be wrong in a run that is remembered.</summary>
    internal void Passing(string line)
    {
        memory?.Forget(line);
        Note(line);
    }

    /// <summary>A line for those who want to know why.</summary>
    internal void Detail(string line)
    {
        if (verbose)
            Write(2, $"oot: {line}\n");
    }

    /// <summary>Says a diagnostic; the value is its exit code.</summary>
    internal int Report(Diagnostic diagnostic)
    {
        bool warning = diagnostic.Kind == DiagnosticKind.Warning;
        if (warning && quiet)
            return ExitCode.Done;
        string word = warning ? "warning" : "error";
        if (Colors && !Console.IsErrorRedirected)
            word = (warning ? "\u001b[1;35m" : "\u001b[1;31m") + word + "\u001b[0m";
        Write(2, $"{word}: {diagnostic.Message} [{diagnostic.Id}]\n");
        if (diagnostic.Remedy.Length > 0)
            Write(2, $"  {diagnostic.Remedy}\n");
        return ExitCode.Of(diagnostic);
    }

    /// <summary>Lines as they are, to standard error.</summary>
    internal void Repeat(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            Write(2, line + "\n");
    }

    /// <summary>Bytes of another program, unchanged.</summary>
    internal void PassOn(ReadOnlyMemory<byte> bytes, bool error) => _ = Write(error ? 2 : 1, bytes.Span);

    private int Write(int descriptor, string text) => Write(descriptor, ByteText.ToBytes(text));

    private int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        memory?.Said(descriptor, bytes);
        return Disk.WriteAll(descriptor, bytes);
    }
}
