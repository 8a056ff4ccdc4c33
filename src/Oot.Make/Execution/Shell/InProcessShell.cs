using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// Decides which commands for <c>/bin/sh -c</c> need no shell: those of which everything is done here exactly as dash does it. docs/design/shell.md.
/// </summary>
internal sealed class InProcessShell(IDisk disk)
{
    /// <summary>The variable that says <see cref="RealShell"/> to a make and all below it: every script goes to a real shell.</summary>
    public const string Variable = "OOT_SHELL", RealShell = "real";

    /// <summary>Linux gives one argument at most 128 KiB, and the shell would say so.</summary>
    private const int LongestScript = 131071;

    /// <summary>Bytes with a meaning inside dash, which quoting does not take from them everywhere.</summary>
    private const char FirstMark = '\x81', LastMark = '\x88';

    private bool? _isDash;
    private IReadOnlyList<string>? _lastEnvironment;
    private ShellVariables? _lastVariables;

    /// <summary>Whether an environment asks for real shells.</summary>
    public static bool IsOffIn(IReadOnlyList<string> environment) => ProcessEnvironment.Value(environment, Variable) == RealShell;

    /// <summary>No script runs here.</summary>
    public bool IsOff { get; init; }

    /// <summary>The script that these words hand to the default shell, compiled; null when it is left to a real shell.</summary>
    /// <param name="words">The shell, its flags and the script.</param>
    /// <param name="environment">The environment it would get.</param>
    /// <param name="processNumber">What <c>$$</c> stands for in names; null where several scripts run at once.</param>
    public ShellProgram? ProgramOf(IReadOnlyList<string> words, IReadOnlyList<string> environment, string? processNumber = null)
    {
        if (IsOff || words.Count != 3 || words[0] != CommandLine.DefaultShell || words[1] is not ("-c" or "-ec") || words[2].Length > LongestScript || words[2].AsSpan().IndexOfAnyInRange(FirstMark, LastMark) >= 0 || !IsDash())
            return null;
        return ShellParser.Parse(words[2], processNumber) is { } tree && ShellCompiler.Compile(tree) is { } program && Suits(program, environment) && !WaitsForPipe(program) ? program : null;
    }

    /// <summary>The variables that dash would begin with.</summary>
    public ShellVariables VariablesOf(IReadOnlyList<string> environment)
    {
        if (!ReferenceEquals(environment, _lastEnvironment) || _lastVariables is null)
            (_lastEnvironment, _lastVariables) = (environment, FirstVariablesOf(environment));
        return _lastVariables.Copy();
    }

    private ShellVariables FirstVariablesOf(IReadOnlyList<string> environment)
    {
        string? inherited = null;
        foreach (string entry in environment)
        {
            if (entry.StartsWith("PWD=", StringComparison.Ordinal))
                inherited = entry[4..];
        }
        bool isHere = inherited is ['/', ..] && disk.Stat(inherited, out FileStatus there) == 0 && disk.Stat(".", out FileStatus here) == 0
            && there.Inode == here.Inode && there.Device == here.Device;
        return new ShellVariables(environment, isHere ? inherited! : disk.RealPath(".", out string real) == 0 ? real : "");
    }

    /// <summary>
    /// What the script writes and how it ends, if that can be known without running a program or changing a file: a script of <c>echo</c>, <c>printf</c>, <c>test</c>, <c>exit</c> and
    /// what joins them. Null for any other. It may have asked the disk (<c>test -e</c>).
    /// </summary>
    /// <param name="words">The shell, its flags and the script.</param>
    /// <param name="environment">The environment it would get.</param>
    public PureShellResult? Evaluate(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (ProgramOf(words, environment) is not { IsPure: true } program)
            return null;
        var launch = new ShellLaunch(environment, new ShellStreams(0, ShellStreams.CapturedOutput, ShellStreams.CapturedError), [], words[1] == "-ec", disk, null);
        var process = new ShellProcess(program, launch, VariablesOf(environment));
        process.Run();
        return process is { IsBeyond: false, Exit: { } exit } ? new PureShellResult(process.CapturedOutput, process.CapturedError, exit.ExitCode, process.HasAskedDisk) : null;
    }

    private static bool Suits(ShellProgram program, IReadOnlyList<string> environment)
    {
        bool hasPath = false;
        foreach (string entry in environment)
        {
            int equals = entry.IndexOf('=');
            if (equals <= 0)
                continue;
            ReadOnlySpan<char> name = entry.AsSpan(0, equals);
            // dash sets these itself; a program it starts sees its values.
            if (name is "IFS" or "OPTIND" or "PPID" or "LINENO")
                return false;
            hasPath |= name is "PATH";
            if (program.SplitsVariables.Count > 0 && program.SplitsVariables.Contains(name.ToString()) && entry.AsSpan(equals).IndexOfAny("*?[\\") >= 0)
                return false;
        }
        return hasPath;
    }

    /// <summary>Opening a named pipe would make all of make wait.</summary>
    private bool WaitsForPipe(ShellProgram program)
    {
        foreach (string name in program.OpenedFiles)
        {
            if (disk.Stat(name, out FileStatus status) == 0 && status.IsPipe)
                return true;
        }
        return false;
    }

    private bool IsDash() =>
        _isDash ??= disk.RealPath(CommandLine.DefaultShell, out string real) == 0 && real.EndsWith("/dash", StringComparison.Ordinal);
}
