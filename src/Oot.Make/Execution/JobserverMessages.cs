namespace Oot.Make.Execution;

/// <summary>GNU make 4.4.1's words about jobservers (posixos.c, main.c), without the program's name in front.</summary>
internal static class JobserverMessages
{
    /// <summary>A warning: the parent's jobserver cannot be used, one job at a time.</summary>
    public const string Unavailable = "warning: jobserver unavailable: using -j1.  Add '+' to parent make rule.";

    /// <summary>Fatal: the pipe was closed under us.</summary>
    public const string ShutDown = "job server shut down";

    /// <summary>A warning: <c>-jN</c> was given to a sub-make.</summary>
    public static string ForcedInSubmake(int slots) => $"warning: -j{slots} forced in submake: resetting jobserver mode.";

    /// <summary>A warning: a makefile's <c>MAKEFLAGS</c> has <c>-jN</c>.</summary>
    public static string ForcedInMakefile(int slots) => $"warning: -j{slots} forced in makefile: resetting jobserver mode.";

    /// <summary>Fatal: <c>--jobserver-style</c> has an unknown value.</summary>
    public static string UnknownStyle(string style) => $"unknown jobserver auth style '{style}'";

    /// <summary>An error: <c>--jobserver-auth</c> is neither two descriptors nor a fifo.</summary>
    public static string InvalidAuth(string auth) => $"invalid --jobserver-auth string '{auth}'";

    /// <summary>An error for a client, fatal for a server.</summary>
    public static string CannotOpen(string path, string reason) => $"cannot open jobserver {path}: {reason}";

    /// <summary>An error: a make that exits still holds tokens.</summary>
    public static string TokensHeld(int held) => $"INTERNAL: Exiting with {held} jobserver tokens (should be 0)!";

    /// <summary>An error: the server did not get back what it gave; both counts include the free slot.</summary>
    public static string TokensLost(int available, int slots) => $"INTERNAL: Exiting with {available} jobserver tokens available; should be {slots}!";
}
