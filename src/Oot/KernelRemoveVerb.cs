using Oot.Kernel;

namespace Oot;

/// <summary><c>oot kernel remove</c>: takes a kernel out of oot's store; a tree that lies elsewhere is only forgotten.</summary>
internal sealed class KernelRemoveVerb(Session session)
{
    internal int Run(string release)
    {
        if (release.Contains('/') || release.StartsWith('.') || !session.Store.Releases().Contains(release))
            return session.Terminal.Report(KernelDiagnostics.NotInStore(release, session.Store.Directory));
        using IDisposable held = session.Store.Lock();
        if (session.Store.Releases().Contains(release))
            session.Store.Remove(release);
        session.Terminal.Note($"removed {release}");
        return ExitCode.Done;
    }
}
