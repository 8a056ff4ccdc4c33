using Oot.Core;
using Oot.Kernel.Provenance;

namespace Oot.Explaining;

/// <summary><c>oot symbols map</c>: makes the map of a kernel's sources, as oot ships some.</summary>
internal sealed class SymbolsMapVerb(Session session)
{
    internal int Run(string directory, string? output)
    {
        string source = Session.Absolute(directory);
        if (!SourceMaps.IsSource(session.Disk, source) || MapFile.Make(session.Disk, source, out string version) is not { } map)
            return session.Terminal.Report(ProvenanceDiagnostics.NoSource(source));
        string path = output ?? $"{version}.map.gz";
        int errno = session.Disk.Write(path, map);
        if (errno != 0)
            return session.Terminal.Report(CommandDiagnostics.CannotWrite(path, Errno.Message(errno)));
        session.Terminal.Result(path);
        return ExitCode.Done;
    }
}
