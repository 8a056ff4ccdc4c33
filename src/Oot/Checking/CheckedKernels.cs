using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Loading;
using Oot.Kernel.Trees;

namespace Oot.Checking;

/// <summary>From what the user says to what a kernel offers: a release or <c>running</c> (everything that is there of it), a tree, a directory of modules, the root of a system, an image.</summary>
internal sealed class CheckedKernels(Session session)
{
    /// <param name="name">The kernel, as the user says it.</param>
    /// <param name="image">The kernel's image where the user names it.</param>
    internal Result<KernelOffer> Find(string name, string? image = null)
    {
        KernelPlaces places = Places(name);
        if (image is not null)
            places = places with { Image = Session.Absolute(image), IsImageNamed = true };
        if (places.IsEmpty && !name.Contains('/'))
            return KernelDiagnostics.NothingOfRelease(ReleaseOf(name), name == "running", session.Distribution.Headers(ReleaseOf(name)));
        return new KernelOfferReader(session.Disk, ImageCache.Of(session.Disk, session.Environment)).Read(places);
    }

    private KernelPlaces Places(string name)
    {
        if (name.Contains('/') || name is "." or "..")
        {
            string path = Session.Absolute(name);
            KernelPlaces found = KernelPlaces.OfPath(session.Disk, path);
            // A tree may lie beside what is installed; by itself it is all there is.
            return found.IsEmpty ? found with { Tree = Prepared(session.Reader([]).Read(path)) } : found;
        }
        string release = ReleaseOf(name);
        KernelPlaces places = KernelPlaces.OfRelease(session.Disk, session.Root, release, session.Finder([]).OfRelease(release) is { } tree ? Prepared(tree) : null);
        // What is installed goes before what was fetched; of one kernel both are the same.
        if (places.Image is null && session.Store.HasImage(release))
            places = KernelPlaces.OfRelease(session.Disk, session.Store.ImageOf(release), release, places.Tree);
        return release == session.RunningRelease && !places.IsEmpty ? places.WithRunning(session.Disk) : places;
    }

    private string ReleaseOf(string name) => name == "running" ? session.RunningRelease : name;

    // A compiler that is missing does not matter here; a tree that was never prepared says nothing.
    private static KernelTree? Prepared(KernelTree tree) => tree.Configuration is null ? null : tree;
}
