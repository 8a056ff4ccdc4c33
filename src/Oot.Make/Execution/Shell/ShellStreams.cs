namespace Oot.Make.Execution.Shell;

/// <summary>Which real descriptors stand for a command's 0, 1 and 2.</summary>
internal readonly record struct ShellStreams(int Input, int Output, int Error)
{
    /// <summary>Not a descriptor: what is written there is kept in memory.</summary>
    public const int CapturedOutput = -2, CapturedError = -3;

    /// <summary>The real descriptor behind one of the three.</summary>
    public int this[int descriptor] => descriptor switch { 0 => Input, 1 => Output, _ => Error };

    /// <summary>The same with one changed.</summary>
    public ShellStreams With(int descriptor, int real) => descriptor switch
    {
        0 => this with { Input = real },
        1 => this with { Output = real },
        _ => this with { Error = real },
    };
}
