namespace Oot.Make.Execution;

/// <summary>How a child ended.</summary>
/// <param name="Pid">Which child.</param>
/// <param name="ExitCode">0 to 255; 0 when a signal ended it.</param>
/// <param name="Signal">The signal that ended it, 0 for none.</param>
/// <param name="CoreDumped">Whether it left a core file.</param>
internal readonly record struct ChildExit(int Pid, int ExitCode, int Signal, bool CoreDumped)
{
    /// <summary>Ended by itself with status 0.</summary>
    public bool Succeeded => ExitCode == 0 && Signal == 0;

    /// <summary>Takes apart what <c>waitpid</c> gives.</summary>
    internal static ChildExit FromStatus(int pid, int status)
    {
        int signal = status & 0x7f;
        return signal == 0 ? new ChildExit(pid, (status >> 8) & 0xff, 0, false) : new ChildExit(pid, 0, signal, (status & 0x80) != 0);
    }
}
