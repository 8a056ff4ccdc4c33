namespace Oot.Make.Execution.Shell;

/// <summary>Which real descriptors stand for a command's 0, 1 and 2.</summary>
internal readonly record struct ShellStreams(int Input, int Output, int Error)
{
    /// <summary>Not a descriptor: what is written there is kept in memory.</summary>
    public const int CapturedOutput = -2, CapturedError = -3;

    /// <summary>The real descriptor behind one of the three.</summary>
    public int this[int descriptor] => descriptor switch { 0 => Input, 1 => Output, _ => Error };

    /// <summary>Whether a name means another file in another process, as <c>/dev/stdin</c> does.</summary>
    public static bool DependsOnProcess(string name) =>
        name.StartsWith("/dev/std", StringComparison.Ordinal) || name.StartsWith("/dev/fd", StringComparison.Ordinal) || name.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Whether such a name is one of the three.</summary>
    public static bool IsStandard(string name) => new ShellStreams(0, 1, 2).NameHere(name) != name || name is "/proc/self/fd/0" or "/proc/self/fd/1" or "/proc/self/fd/2";

    /// <summary>The name by which this process opens what a command with these streams would.</summary>
    public string NameHere(string name)
    {
        int descriptor = name switch
        {
            "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0" => Input,
            "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" => Output,
            "/dev/stderr" or "/dev/fd/2" or "/proc/self/fd/2" => Error,
            _ => -1,
        };
        return descriptor < 0 ? name : $"/proc/self/fd/{descriptor}";
    }

    /// <summary>The same with one changed.</summary>
    public ShellStreams With(int descriptor, int real) => descriptor switch
    {
        0 => this with { Input = real },
        1 => this with { Output = real },
        _ => this with { Error = real },
    };
}
