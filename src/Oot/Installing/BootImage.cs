using Oot.Core;
using Oot.Deploy.Installing;

namespace Oot.Installing;

/// <summary>The initramfs of a kernel whose modules change: whether it has become stale, and making it anew with the system's own tool.</summary>
/// <param name="session">The session.</param>
/// <param name="target">The kernel.</param>
internal sealed class BootImage(Session session, InstallTarget target)
{
    private readonly string? path = Initramfs.PathOf(session.Disk, target.Root, target.Release);
    private readonly IReadOnlyList<string>? command = Initramfs.Command(session.Disk, session.Environment, target.Release);

    /// <summary>What is to be said when one of these modules is in it; null when none is.</summary>
    internal Diagnostic? Stale(IEnumerable<string> modules)
    {
        if (path is null)
            return null;
        IReadOnlySet<string> inside = Initramfs.ModulesOf(session.Disk, path);
        return modules.FirstOrDefault(inside.Contains) is string module
            ? InstallDiagnostics.InitramfsStale(path, module, command is null ? "with the system's own tool" : string.Join(' ', command)) : null;
    }

    /// <summary>Makes it; null, or why that failed.</summary>
    internal Diagnostic? Make()
    {
        if (command is null || target.Root.Length > 0)
            return InstallDiagnostics.InitramfsFailed(target.Release, target.Root.Length > 0 ? "the system's own tool has to run in that system" : "neither update-initramfs, dracut nor mkinitcpio is installed");
        session.Terminal.Note(string.Join(' ', command));
        ProgramResult result = session.Programs.Run(new ProgramRequest(command[0], [.. command.Skip(1)], session.Environment)).UnlessInterrupted();
        return result.Succeeded ? null : InstallDiagnostics.InitramfsFailed(target.Release, $"{string.Join(' ', command)}: {result.Error.Trim()}");
    }
}
