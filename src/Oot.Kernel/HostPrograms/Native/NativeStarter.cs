using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.HostPrograms.Native;

/// <summary>
/// Finds a way to start a native program of a kernel tree that does not start by itself: another build of the same version, or the loader and C library of the suite that it
/// was made for, which are fetched into oot's store.
/// </summary>
internal sealed class NativeStarter(IDisk disk, IReadOnlyList<string> environment, Action<string> say)
{
    private readonly string architecture = ProcessEnvironment.Value(environment, "SRCARCH") ?? HostMachine.Architecture.Kernel;
    private readonly KernelStore store = KernelStore.Of(disk, environment);

    /// <summary>Whether a program of a tree is missing, or does not start here as it is; one that cannot be read may.</summary>
    internal static bool IsNeeded(IDisk disk, IReadOnlyList<string> environment, string path) =>
        NativeNeeds.Read(disk, path, ProcessEnvironment.Value(environment, "SRCARCH") ?? HostMachine.Architecture.Kernel) is NativeNeeds needs ? !needs.RunsHere : disk.Stat(path, out _) != 0;

    /// <summary>The words that start it; null when there is no way.</summary>
    /// <param name="path">The program in the tree.</param>
    /// <param name="inTree">Its path below the tree, such as <c>tools/objtool/objtool</c>.</param>
    /// <param name="variable">The variable in which a user may name another build.</param>
    /// <param name="mayFetch">Whether a C library may be fetched.</param>
    internal IReadOnlyList<string>? Find(string path, string inTree, string variable, bool mayFetch)
    {
        if (variable.Length > 0 && ProcessEnvironment.Value(environment, variable) is { Length: > 0 } given)
            return [given];
        string[] builds = [path, .. Siblings(path, inTree)];
        foreach (string build in builds)
        {
            if (NativeNeeds.Read(disk, build, architecture) is { RunsHere: true })
                return [build];
        }
        foreach (string build in builds)
        {
            if (NativeNeeds.Read(disk, build, architecture) is { IsForThisMachine: true } needs && WithLibrary(build, needs, mayFetch) is { } words)
                return words;
        }
        return null;
    }

    // The same linux-kbuild package elsewhere: installed, or fetched with another kernel, whose packages for other architectures have the same version.
    private IEnumerable<string> Siblings(string path, string inTree)
    {
        if (disk.RealPath(path[..^inTree.Length] + "tools", out string tools) != 0 || !tools.EndsWith("/tools", StringComparison.Ordinal))
            yield break;
        string package = tools[..^"/tools".Length];
        package = package[(package.LastIndexOf('/') + 1)..];
        if (!package.StartsWith("linux-kbuild-", StringComparison.Ordinal))
            yield break;
        yield return $"/usr/lib/{package}/{inTree}";
        foreach (string release in store.Releases())
            yield return $"{store.Directory}/{release}/usr/lib/{package}/{inTree}";
    }

    private string[]? WithLibrary(string build, NativeNeeds needs, bool mayFetch)
    {
        var library = DebianLibrary.For(disk, environment, store, needs.LibraryMinor, say);
        if (!library.IsThere && !(mayFetch && library.Fetch()))
            return null;
        string real = NativeNeeds.RealOf(build, architecture);
        string program = disk.Stat(real, out _) == 0 ? real : build;
        return [library.Loader, "--library-path", library.SearchPath, "--argv0", build, program];
    }
}
