namespace Oot.Deploy.Indexing;

/// <summary>Which of two files of one module wins, by depmod.d's <c>override</c> and <c>search</c> (kmod, tools/depmod.c).</summary>
/// <param name="configuration">What depmod.d says.</param>
/// <param name="directory">The kernel's directory.</param>
internal sealed class ModulePriority(DepmodConfiguration configuration, string directory)
{
    /// <summary>Whether the file that was found first stays.</summary>
    internal bool Keeps(IndexedFile found, IndexedFile other) => Compare(found, other) >= 0;

    /// <summary>Above 0: the first one wins; 0: none does by what is configured, and the first one found stays.</summary>
    internal int Compare(IndexedFile first, IndexedFile second)
    {
        string? one = Stem(first), two = Stem(second);
        foreach (string path in configuration.Overrides)
        {
            if (path == two)
                return -1;
            if (path == one)
                return 1;
        }
        (int own, int theirs) = Positions(first, second, one, two);
        return own.CompareTo(theirs);
    }

    // Where in the list each one is: the last entry that holds it, `built-in` where none does, −1 where there is no `built-in`.
    private (int First, int Second) Positions(IndexedFile first, IndexedFile second, string? one, string? two)
    {
        int builtIn = -1, own = -1, theirs = -1, i = 0;
        foreach (string entry in configuration.Searches)
        {
            if (entry == DepmodConfiguration.BuiltIn)
                builtIn = i;
            else if (entry == DepmodConfiguration.External)
            {
                foreach (string path in configuration.Externals)
                {
                    if (IsBelow(second.Path, path))
                        theirs = i;
                    if (IsBelow(first.Path, path))
                        own = i;
                    i++;
                }
            }
            else if (two is not null && IsBelow(two, entry))
                theirs = i;
            else if (one is not null && IsBelow(one, entry))
                own = i;
            i++;
        }
        return (own < 0 ? builtIn : own, theirs < 0 ? builtIn : theirs);
    }

    private static bool IsBelow(string path, string start) => path.Length > start.Length && path[start.Length] == '/' && path.StartsWith(start, StringComparison.Ordinal);

    // The path below the kernel's directory as far as the module's name goes; a file elsewhere can begin like the directory too.
    private string? Stem(IndexedFile file)
    {
        if (!file.Path.StartsWith(directory, StringComparison.Ordinal) || file.Path.Length <= directory.Length)
            return null;
        int end = file.Path.LastIndexOf('/') + 1 + file.Name.Length;
        return directory.Length + 1 <= end ? file.Path[(directory.Length + 1)..end] : null;
    }
}
