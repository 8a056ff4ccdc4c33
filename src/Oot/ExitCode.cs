using Oot.Core;

namespace Oot;

/// <summary>What the command ends with. These numbers are a contract (docs/manual.md).</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>A check of the result failed.</summary>
    internal const int FailedCheck = 1;

    /// <summary>The build failed, as make has it.</summary>
    internal const int BuildFailed = 2;

    /// <summary>Wrong usage.</summary>
    internal const int Usage = 64;

    /// <summary>An input is missing or unreadable, or the output cannot be written.</summary>
    internal const int Input = 66;

    /// <summary>A needed program or kernel is missing.</summary>
    internal const int Unavailable = 69;

    /// <summary>A bug in oot.</summary>
    internal const int Bug = 70;

    /// <summary>Not for this kernel.</summary>
    internal const int NotForThisKernel = 77;

    /// <summary>Ended by an interrupt.</summary>
    internal const int Interrupted = 130;

    /// <summary>The code of a diagnostic.</summary>
    internal static int Of(Diagnostic diagnostic) => diagnostic.Kind switch
    {
        DiagnosticKind.Warning => Done,
        DiagnosticKind.FailedCheck => FailedCheck,
        DiagnosticKind.BuildFailed => BuildFailed,
        DiagnosticKind.Usage => Usage,
        DiagnosticKind.Input => Input,
        DiagnosticKind.Unavailable => Unavailable,
        DiagnosticKind.NotForThisKernel => NotForThisKernel,
        _ => Bug,
    };

    /// <summary>The code of several kernels' builds together: the first one that is not 0.</summary>
    internal static int Of(IEnumerable<int> codes) => codes.FirstOrDefault(code => code != Done);
}
