namespace Oot.Make.Execution.Shell;

/// <summary>Who carries out a simple command.</summary>
internal enum ShellCommandKind
{
    /// <summary>Assignments and redirections alone.</summary>
    None,

    /// <summary>A program, started as a process.</summary>
    Program,

    /// <summary>A program of which the plain uses are done in the process (<see cref="FilePrograms"/>).</summary>
    FileProgram,

    /// <summary><c>:</c>, the special builtin</summary>
    Colon,

    /// <summary><c>true</c></summary>
    True,

    /// <summary><c>false</c></summary>
    False,

    /// <summary><c>echo</c></summary>
    Echo,

    /// <summary><c>printf</c></summary>
    Printf,

    /// <summary><c>test</c> and <c>[</c></summary>
    Test,

    /// <summary><c>exit</c></summary>
    Exit,

    /// <summary><c>set -e</c> and <c>set +e</c></summary>
    Set,

    /// <summary><c>trap</c></summary>
    Trap,

    /// <summary><c>exec</c> with redirections and no program</summary>
    Exec,

    /// <summary>A builtin that is left to the real shell.</summary>
    Unsupported,
}
