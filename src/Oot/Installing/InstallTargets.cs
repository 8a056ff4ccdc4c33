using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Deploy.Installing;
using Oot.Kernel.Loading;
using Oot.Kernel.Trees;

namespace Oot.Installing;

/// <summary>From what the user says to the kernels of a system: releases, <c>running</c>, or without a word the running one, below another root the only one.</summary>
internal sealed class InstallTargets(Session session, string root)
{
    /// <summary>The releases that are meant.</summary>
    internal IReadOnlyList<string> Releases(IReadOnlyList<string> kernels)
    {
        if (kernels.Count > 0)
            return [.. kernels.Select(name => name == "running" ? session.RunningRelease : name)];
        if (root.Length > 0 && RootedPath.Resolve(session.Disk, root, "/lib/modules/x", out string inside) == 0 && session.Disk.List(inside[..^2], out IReadOnlyList<string> names) == 0
            && names.Where(name => name[0] != '.').ToArray() is [var only])
            return [only];
        return [session.RunningRelease];
    }

    internal Result<InstallTarget> Find(string release)
    {
        int version = InstalledKmod.Version(session.Disk, session.Programs, session.Environment);
        return InstallTarget.Find(session.Disk, root, release, new KmodLevel(version is > 0 and < 33 ? 30 : version == 33 ? 33 : 34));
    }

    /// <summary>What the kernel offers to modules: what is installed below the root, and the tree for it that this machine has.</summary>
    internal KernelOffer? Offer(InstallTarget target)
    {
        KernelTree? tree = session.Finder([]).OfRelease(target.Release) is { Configuration: not null } found ? found : null;
        KernelPlaces places = KernelPlaces.OfRelease(session.Disk, target.Root, target.Release, tree);
        if (target.Root.Length == 0 && target.Release == session.RunningRelease)
            places = places.WithRunning(session.Disk);
        return new KernelOfferReader(session.Disk).Read(places).Succeeded(out KernelOffer? offer, out _) ? offer : null;
    }

    /// <summary>The root as the user gave it: empty for this system.</summary>
    internal static string RootOf(string? given) => given is null || Session.Absolute(ByteText.FromUnicode(given)) is "/" ? "" : Session.Absolute(ByteText.FromUnicode(given));
}
