namespace Oot.Modpost.Tests;

/// <summary>Kernel trees whose own modpost is not there, so that headers, makefiles and the release have to tell what it is like.</summary>
public sealed class BareTrees : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("oot-modpost-").FullName;

    /// <summary>The path that modpost would have in such a tree.</summary>
    internal string Program(string kernel, Modpost modpost)
    {
        string tree = Path.Combine(directory, kernel), scripts = Path.Combine(tree, "scripts");
        if (!Directory.Exists(tree))
        {
            Directory.CreateDirectory(scripts);
            Link(tree, modpost.Tree, "scripts");
            Link(scripts, Path.Combine(modpost.Tree, "scripts"), "mod");
        }
        return Path.Combine(scripts, "mod/modpost");
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static void Link(string directory, string real, string without)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(real).Where(entry => Path.GetFileName(entry) != without))
            File.CreateSymbolicLink(Path.Combine(directory, Path.GetFileName(entry)), entry);
    }
}
