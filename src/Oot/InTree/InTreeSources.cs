using Oot.Core;
using Oot.Kernel.InTree;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;

namespace Oot.InTree;

/// <summary>The sources that <c>--source</c> names: a directory, or the distribution's own.</summary>
internal sealed class InTreeSources(Session session)
{
    internal const string Debian = "debian";

    /// <param name="word">What the user says.</param>
    /// <param name="release">The kernel's release.</param>
    /// <param name="version">Its version; empty when that is not known.</param>
    internal Result<KernelSource> Find(string word, string release, string version, KernelArchitecture? architecture, bool offline)
    {
        if (word == Debian)
            return Fetch(release, version, architecture ?? HostMachine.Architecture, offline);
        string directory = Session.Absolute(word);
        return KernelSource.Read(session.Disk, directory) is { } source ? source : ProvenanceDiagnostics.NoSource(directory);
    }

    private Result<KernelSource> Fetch(string release, string version, KernelArchitecture architecture, bool offline)
    {
        using var progress = new ProgressSteps(session.Terminal, "fetching sources");
        return new DebianSourceFetcher(session.Disk, session.Programs, session.Environment, session.Store, session.Distribution, architecture, progress.Say, session.Terminal.IsVerbose).Fetch(release, version, offline);
    }
}
