using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary>From what the user says to kernel trees: a release, <c>running</c>, a path; or nothing, and then the running kernel's, the newest known, the distribution's default.</summary>
internal sealed class KernelChooser(Session session, IReadOnlyList<string> variables)
{
    private readonly KernelTreeFinder finder = session.Finder(variables);

    private string? Compiler => variables.LastOrDefault(variable => variable.StartsWith("CC=", StringComparison.Ordinal))?[3..];

    /// <summary>The tree of one name, usable or not.</summary>
    internal Result<KernelTree> Find(string name)
    {
        if (name.Contains('/') || name is "." or "..")
            return session.Reader(variables).Read(Session.Absolute(name), null, Compiler);
        string release = name == "running" ? session.RunningRelease : name;
        if (finder.OfRelease(release) is not KernelTree tree)
            return KernelDiagnostics.NoSuchKernel(release, session.Distribution.Headers(release), Similar(release));
        return Compiler is null ? tree : session.Reader(variables).Read(tree.Path, release, Compiler);
    }

    /// <summary>The tree of one name, if modules can be built against it.</summary>
    internal Result<KernelTree> Usable(string name) => Find(name).Succeeded(out KernelTree? tree, out Diagnostic? error) ? Checked(tree) : error;

    /// <summary>The kernel to build for when none is named.</summary>
    internal Result<KernelTree> Default(bool offline)
    {
        if (finder.OfRelease(session.RunningRelease) is { IsUsable: true } running)
            return running;
        KernelTree? newest = finder.All().FirstOrDefault(tree => tree.IsUsable && tree.Architecture == HostMachine.Architecture);
        if (newest is not null)
        {
            session.Terminal.Note($"no tree for the running kernel {session.RunningRelease}; building for {newest.Release}, the newest one known (name another with -k)");
            return newest;
        }
        string package = session.Distribution.DefaultHeaders(HostMachine.Architecture);
        if (offline)
            return KernelDiagnostics.NoKernel(package, "--offline forbids to fetch one");
        session.Terminal.Note($"no kernel tree on this machine; fetching {package}, this distribution's default (the running kernel is {session.RunningRelease})");
        return Fetch(fetcher => fetcher.Fetch(new KernelSpecification("default", null))).Succeeded(out string? release, out Diagnostic? error)
            ? Checked(session.Reader(variables).Read(session.Store.TreeOf(release), release, Compiler)) : error;
    }

    /// <summary>Gets kernels from the distribution's archive, with the steps said and the time shown; of this machine's architecture when none is named.</summary>
    internal Result<string> Fetch(Func<DebianKernelFetcher, Result<string>> use, KernelArchitecture? architecture = null)
    {
        using var progress = new ProgressSteps(session.Terminal, "fetching a kernel");
        return use(new DebianKernelFetcher(
            session.Disk, session.Programs, session.Environment, session.Store, session.Distribution, architecture ?? HostMachine.Architecture, progress.Say, session.Terminal.IsVerbose));
    }

    private Result<KernelTree> Checked(KernelTree tree)
    {
        if (tree.IsUsable)
            return tree;
        Diagnostic why = KernelDiagnostics.UnusableTree(tree, session.Distribution.Headers(tree.Release), session.Distribution.Compiler(tree.Detail));
        if (why.Kind != DiagnosticKind.Warning)
            return why;
        session.Terminal.Report(why);
        return tree;
    }

    private string? Similar(string release) =>
        finder.All().Select(tree => tree.Release).FirstOrDefault(known => known.StartsWith(release, StringComparison.Ordinal) || release.StartsWith(known, StringComparison.Ordinal));
}
