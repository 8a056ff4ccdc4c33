namespace Oot.Core;

/// <summary>What sort of trouble a diagnostic reports; each sort has one exit code of the command.</summary>
public enum DiagnosticKind
{
    /// <summary>Worth saying; changes no exit code.</summary>
    Warning,

    /// <summary>A finished result is not what was asked for.</summary>
    FailedCheck,

    /// <summary>make, the compiler or modpost failed.</summary>
    BuildFailed,

    /// <summary>The command line is wrong.</summary>
    Usage,

    /// <summary>An input is missing, unreadable or malformed.</summary>
    Input,

    /// <summary>A program, package or kernel that is needed is missing.</summary>
    Unavailable,

    /// <summary>The module is not meant for this kernel.</summary>
    NotForThisKernel,
}
