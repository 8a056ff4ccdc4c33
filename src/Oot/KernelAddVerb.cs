using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary><c>oot kernel add</c>: a kernel from the distribution's archive, from package files, or a tree somewhere.</summary>
internal sealed class KernelAddVerb(Session session)
{
    internal int Run(IReadOnlyList<string> words, bool offline, string? architectureName = null, bool withImage = false)
    {
        KernelArchitecture architecture = HostMachine.Architecture;
        if (architectureName is not null)
        {
            if (KernelArchitecture.Named(architectureName) is not KernelArchitecture known)
                return session.Terminal.Report(CommandDiagnostics.WrongUsage($"--arch: '{architectureName}' is none of {string.Join(", ", KernelArchitecture.All.Select(a => a.Debian))}", "oot kernel add"));
            architecture = known;
        }
        if (withImage && (words.Count != 1 || offline))
            return session.Terminal.Report(CommandDiagnostics.WrongUsage("--image goes with debian:RELEASE and not with --offline", "oot kernel add"));
        Result<string> added = words switch
        {
            ["deb", _, ..] => AddFiles([.. words.Skip(1)]),
            ["dir", string path] => AddDirectory(Session.Absolute(path)),
            [string text] when KernelSpecification.Parse(text) is KernelSpecification specification => Fetch(specification, offline, architecture, withImage),
            _ => KernelDiagnostics.UnknownSpecification(string.Join(' ', words)),
        };
        if (!added.Succeeded(out string? release, out Diagnostic? error))
            return session.Terminal.Report(error);
        session.Terminal.Result($"{release}\t{session.Store.TreeOf(release)}");
        KernelTree tree = session.Reader([]).Read(session.Store.TreeOf(release), release);
        if (!tree.IsUsable)
            session.Terminal.Note($"{release} cannot be built against yet: {tree.Reason}"
                + (tree.Problem == TreeProblem.CompilerMissing ? $" (install the package {session.Distribution.Compiler(tree.Detail)})" : ""));
        return ExitCode.Done;
    }

    private Result<string> Fetch(KernelSpecification specification, bool offline, KernelArchitecture architecture, bool withImage)
    {
        if (offline && !session.Store.Has(specification.What))
            return CommandDiagnostics.Offline(specification.ToString(), specification.What == "default"
                ? session.Distribution.DefaultHeaders(architecture) : session.Distribution.Headers(specification.What));
        return offline ? specification.What : new KernelChooser(session, []).Fetch(fetcher => fetcher.Fetch(specification, withImage), architecture);
    }

    private Result<string> AddFiles(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            int errno = session.Disk.Stat(file, out _);
            if (errno != 0)
                return CommandDiagnostics.NoSuchFile(file, Errno.Message(errno));
        }
        return new KernelChooser(session, []).Fetch(fetcher => fetcher.AddFiles(files));
    }

    private Result<string> AddDirectory(string path)
    {
        KernelTree tree = session.Reader([]).Read(path);
        if (tree.Problem is TreeProblem.Unreadable or TreeProblem.NotAKernelTree or TreeProblem.NotPrepared or TreeProblem.DanglingLink)
            return KernelDiagnostics.UnusableTree(tree, session.Distribution.Headers(tree.Release), "");
        using IDisposable held = session.Store.Lock();
        if (session.Store.Has(tree.Release))
        {
            string there = session.Store.TreeOf(tree.Release);
            return session.Disk.RealPath(there, out string real) == 0 && real == tree.RealPath ? tree.Release : KernelDiagnostics.AlreadyThere(tree.Release, there);
        }
        session.Store.AddLink(tree.Release, tree.RealPath);
        return tree.Release;
    }
}
