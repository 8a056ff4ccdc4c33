namespace Oot.Make;

/// <summary>GNU make as a function: words and environment in, exit code out.</summary>
public static class MakeProgram
{
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="environment"><c>NAME=VALUE</c> strings.</param>
    /// <param name="name">argv[0]: what <c>$(MAKE)</c> is and whose last part opens every message.</param>
    public static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string name)
    {
        _ = arguments; _ = environment; _ = name;
        return 2;
    }
}
