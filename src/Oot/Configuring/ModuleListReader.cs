using Oot.Core;
using Oot.Kernel.Streamlining;

namespace Oot.Configuring;

/// <summary>The list of loaded modules: a file, what a program prints, or the running kernel's own (kernel 6.12, scripts/kconfig/streamline_config.pl).</summary>
/// <param name="environment">As kbuild sets it: <c>LSMOD</c> names the file, <c>objtree</c> where else it may lie.</param>
internal sealed class ModuleListReader(Session session, IReadOnlyList<string> environment)
{
    private const string Running = "/proc/modules";

    /// <summary>The list's text.</summary>
    /// <param name="named">The file that the command line names; null for none.</param>
    internal Result<string> Read(string? named)
    {
        string place = named ?? (ProcessEnvironment.Value(environment, "LSMOD") is { Length: > 0 } variable ? variable : Running);
        if (session.Disk.Stat(place, out FileStatus status) != 0 && $"{ProcessEnvironment.Value(environment, "objtree")}/{place}" is var below && session.Disk.Stat(below, out FileStatus found) == 0)
            (place, status) = (below, found);
        if (status.IsRegular && status.IsExecutable)
            return Printed(place.Contains('/', StringComparison.Ordinal) ? place : "./" + place);
        int errno = session.Disk.Read(place, out string text);
        return errno == 0 ? text : StreamlineDiagnostics.NoModuleList(place, Errno.Message(errno));
    }

    private Result<string> Printed(string program)
    {
        ProgramResult result = session.Programs.Run(new ProgramRequest(program, [], environment)).UnlessInterrupted();
        return result.Succeeded ? result.Output : StreamlineDiagnostics.NoModuleList(program, $"it ends with {result.ExitCode}");
    }
}
