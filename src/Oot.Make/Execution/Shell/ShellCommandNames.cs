namespace Oot.Make.Execution.Shell;

/// <summary>What a command's name means to dash 0.5.12 (builtins.def).</summary>
internal static class ShellCommandNames
{
    /// <summary>Who carries out the command of this name.</summary>
    public static ShellCommandKind KindOf(string name) => name switch
    {
        ":" => ShellCommandKind.Colon,
        "true" => ShellCommandKind.True,
        "false" => ShellCommandKind.False,
        "echo" => ShellCommandKind.Echo,
        "printf" => ShellCommandKind.Printf,
        "test" or "[" => ShellCommandKind.Test,
        "exit" => ShellCommandKind.Exit,
        "set" => ShellCommandKind.Set,
        "trap" => ShellCommandKind.Trap,
        "exec" => ShellCommandKind.Exec,
        "." or "alias" or "bg" or "break" or "cd" or "chdir" or "command" or "continue" or "eval" or "export" or "fc" or "fg" or "getopts" or "hash"
            or "history" or "jobs" or "kill" or "let" or "local" or "pwd" or "read" or "readonly" or "return" or "shift" or "source" or "times" or "type"
            or "typeset" or "ulimit" or "umask" or "unalias" or "unset" or "wait" or ""
            // A script that makes a named pipe opens it too, and waits.
            or "mkfifo" or "mknod" => ShellCommandKind.Unsupported,
        "rm" or "mv" or "mkdir" or "cmp" or "cat" or "touch" => ShellCommandKind.FileProgram,
        _ => ShellCommandKind.Program,
    };

    /// <summary>Whether a failing redirection of this command ends the shell.</summary>
    public static bool IsSpecial(ShellCommandKind kind) =>
        kind is ShellCommandKind.Colon or ShellCommandKind.Exit or ShellCommandKind.Set or ShellCommandKind.Trap or ShellCommandKind.Exec;
}
