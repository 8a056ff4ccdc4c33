namespace Oot.Kernel.Provenance;

/// <summary>Paths inside a tree, as makefiles and <c>#include</c> write them.</summary>
internal static class KbuildPaths
{
    /// <summary>The path of a name that a file in a directory uses, without <c>.</c> and <c>..</c>; null where it leaves the tree.</summary>
    public static string? Join(string directory, string name)
    {
        var parts = new List<string>(directory.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string part in name.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>The directory of a path; empty for the top.</summary>
    public static string DirectoryOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
