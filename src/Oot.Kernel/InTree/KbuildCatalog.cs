using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Make.Symbolic;

namespace Oot.Kernel.InTree;

/// <summary>The modules of a kernel's sources as their makefiles list them, and what else is linked into the kernel itself.</summary>
internal sealed class KbuildCatalog
{
    private readonly SortedDictionary<string, InTreeModule> modules = new(StringComparer.Ordinal);
    private readonly List<(string Object, Condition When)> builtIn = [];

    private readonly KbuildTree tree;

    private KbuildCatalog(KbuildTree tree) => this.tree = tree;

    /// <summary>Every module, in the order of their paths.</summary>
    public IEnumerable<InTreeModule> Modules => modules.Values;

    /// <summary>Reads the makefiles of a source tree.</summary>
    public static KbuildCatalog Read(IDisk disk, string source)
    {
        string root = source + "/";
        string[] architectures = disk.List(root + "arch", out IReadOnlyList<string> names) != 0 ? []
            : [.. names.Where(name => disk.Stat($"{root}arch/{name}/Makefile", out _) == 0).Order(StringComparer.Ordinal).Take(32)];
        var catalog = new KbuildCatalog(KbuildTree.Read(disk, root, architectures));
        foreach ((string path, List<Placement> placements) in catalog.tree.Placements)
            foreach (Placement placement in placements)
                catalog.Add(path, placement);
        return catalog;
    }

    /// <summary>The modules of a name, whichever way its words are joined, or of a path.</summary>
    public IReadOnlyList<InTreeModule> Named(string word)
    {
        string name = word.EndsWith(".ko", StringComparison.Ordinal) ? word[..^3] : word;
        return name.Contains('/') ? modules.TryGetValue(name, out InTreeModule? module) ? [module] : []
            : [.. modules.Values.Where(module => module.Name == name.Replace('-', '_'))];
    }

    /// <summary>The modules in a directory and below it.</summary>
    public IReadOnlyList<InTreeModule> Below(string directory) => [.. modules.Values.Where(module => module.Path.StartsWith(directory + "/", StringComparison.Ordinal))];

    /// <summary>Through which directories make comes to one, from the top on.</summary>
    public IReadOnlyList<string> WayTo(string directory) => tree.WayTo(directory);

    /// <summary>Objects of the kernel itself that one configuration has and another lacks.</summary>
    public IEnumerable<string> BuiltInOnlyWith(ConfigurationJudge before, ConfigurationJudge after) =>
        builtIn.Where(entry => after.Holds(entry.When) == true && before.Holds(entry.When) == false).Select(entry => entry.Object).Order(StringComparer.Ordinal);

    private void Add(string path, Placement placement)
    {
        if (placement.Module.Length == 0)
        {
            builtIn.Add((path, placement.When));
            return;
        }
        string directory = KbuildPaths.DirectoryOf(path);
        modules[placement.Module] = modules.TryGetValue(placement.Module, out InTreeModule? known)
            ? known with { When = known.When.Or(placement.When), Directories = known.Directories.Contains(directory) ? known.Directories : [.. known.Directories, directory] }
            : new InTreeModule(placement.Module, placement.When, [directory]);
    }
}
