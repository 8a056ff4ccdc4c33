using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Building;

/// <summary>
/// Which characters in a module directory's path kbuild cannot take: it hands the path through make's lists and unquoted through the shell. Found by building in such directories with GNU make 4.4.1 and 6.1, 6.12
/// and 7.x; what is not listed (<c>! + = @ ^ { } ~</c>, bytes above 127) builds.
/// </summary>
internal static class PathCharacters
{
    private const string Impossible = "\"$%&'()*:;<>?\\`|";

    /// <summary>The first one that no kernel takes; null when there is none.</summary>
    internal static char? Refused(string directory)
    {
        foreach (char c in directory)
        {
            if (c <= ' ' || Impossible.Contains(c))
                return c;
        }
        return null;
    }

    /// <summary>
    /// The first one that this kernel does not take. From 6.13 on kbuild works in the module's directory and the path is in few commands; before, a comma divides an option of the compiler's, and
    /// brackets are a pattern; before 6.3 fixdep cannot read <c>#</c>.
    /// </summary>
    internal static char? Refused(IDisk disk, KernelTree tree, string directory)
    {
        if (directory.AsSpan().IndexOfAny("#,[") < 0 || WorksInPlace(disk, tree))
            return null;
        foreach ((int at, char c) in directory.Index())
        {
            if (c == ',' || (c == '[' && directory.IndexOf(']', at) > at) || (c == '#' && !ReadsStatements(disk, tree)))
                return c;
        }
        return null;
    }

    private static bool WorksInPlace(IDisk disk, KernelTree tree) => disk.Read(tree.SourcePath + "/Makefile", out string makefile) == 0 && makefile.Contains("srcroot", StringComparison.Ordinal);

    private static bool ReadsStatements(IDisk disk, KernelTree tree) =>
        disk.Read(tree.SourcePath + "/scripts/Kbuild.include", out string include) == 0 && include.Contains("savedcmd_", StringComparison.Ordinal);
}
