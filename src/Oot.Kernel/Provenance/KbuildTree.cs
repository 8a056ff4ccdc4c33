using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// The Kbuild files of a whole tree, followed from its top: into what each object is linked, and when. A directory that several others list is entered when any of them says so.
/// </summary>
internal sealed class KbuildTree
{
    private readonly Dictionary<string, KbuildDirectory> directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Condition BuiltIn, Condition Any)> entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> leaders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Placement>> placements = new(StringComparer.Ordinal);

    private KbuildTree()
    {
    }

    /// <summary>Reads a tree.</summary>
    public static KbuildTree Read(IDisk disk, string root, IReadOnlyList<string> architectures)
    {
        FreeVariables free = ConfigurationVariables.Of([.. architectures]);
        var reader = new KbuildDirectoryReader(disk, root, free);
        var tree = new KbuildTree();
        KbuildDirectory top = reader.ReadTop();
        tree.directories.Add("", top);
        tree.ReadAll(reader);
        tree.Enter();
        tree.Place();
        return tree;
    }

    /// <summary>What an object, named by its path without <c>.o</c>, is linked into; empty for one that no makefile lists.</summary>
    public IReadOnlyList<Placement> PlacementsOf(string path) => placements.GetValueOrDefault(path) ?? [];

    /// <summary>Every object that some makefile lists, and what it is linked into.</summary>
    public IReadOnlyDictionary<string, List<Placement>> Placements => placements;

    /// <summary>The namespace that exports of a directory's sources have unless they say otherwise; empty for none.</summary>
    public string NamespaceOf(string directory)
    {
        if (directories.GetValueOrDefault(directory)?.Namespaces is [{ Word: var own }, ..])
            return own;
        for (string at = directory; at.Length > 0; at = KbuildPaths.DirectoryOf(at))
            if (directories.GetValueOrDefault(at)?.InheritedNamespaces is [{ Word: var inherited }, ..])
                return inherited;
        return "";
    }

    /// <summary>
    /// The directories above one through which make comes to it, from the top on, which is not among them: what those hand down (<c>subdir-ccflags-y</c>) reaches it. Empty for one that is entered from
    /// the top, or by no makefile.
    /// </summary>
    public IReadOnlyList<string> WayTo(string directory)
    {
        var way = new List<string>();
        for (string at = directory; leaders.TryGetValue(at, out string? leader) && leader.Length > 0; at = leader)
        {
            // A directory may also be listed by one that is not above it; such a way ends there.
            if (!at.StartsWith(leader + "/", StringComparison.Ordinal))
                break;
            way.Insert(0, leader);
        }
        return way;
    }

    /// <summary>How many Kbuild files were read.</summary>
    public int Count => directories.Count;

    // Level by level: each level's directories are read by all processors at once.
    private void ReadAll(KbuildDirectoryReader reader)
    {
        string[] level = [.. Below(directories[""]).Distinct()];
        while (level.Length > 0)
        {
            var read = new KbuildDirectory?[level.Length];
            ParallelWork.Run(level.Length, () => reader, (i, reader) => read[i] = reader.Read(level[i]));
            foreach (KbuildDirectory? directory in read)
                if (directory is not null)
                    directories.Add(directory.Path, directory);
            level = [.. read.OfType<KbuildDirectory>().SelectMany(Below).Distinct().Where(path => !directories.ContainsKey(path))];
        }
    }

    private static IEnumerable<string> Below(KbuildDirectory directory) => directory.Subdirectories.Select(below => below.Path);

    private void Enter()
    {
        var changed = new Queue<string>();
        entered[""] = (Condition.True, Condition.True);
        changed.Enqueue("");
        while (changed.TryDequeue(out string? path))
        {
            (Condition builtIn, Condition any) = entered[path];
            foreach (KbuildSubdirectory below in directories[path].Subdirectories)
            {
                if (!directories.ContainsKey(below.Path))
                    continue;
                if (!leaders.TryGetValue(below.Path, out string? leader) || IsNearer(below.Path, path, leader))
                    leaders[below.Path] = path;
                (Condition BuiltIn, Condition Any) before = entered.GetValueOrDefault(below.Path, (Condition.False, Condition.False));
                (Condition BuiltIn, Condition Any) now = (before.BuiltIn.Or(builtIn.And(below.BuiltIn)), before.Any.Or(any.And(below.BuiltIn.Or(below.Module))));
                if (now.BuiltIn.Equals(before.BuiltIn) && now.Any.Equals(before.Any) && entered.ContainsKey(below.Path))
                    continue;
                entered[below.Path] = now;
                changed.Enqueue(below.Path);
            }
        }
    }

    // Of several that list a directory the nearest above it is the one.
    private static bool IsNearer(string directory, string one, string other) => one.Length > other.Length && directory.StartsWith(one + "/", StringComparison.Ordinal);

    private void Place()
    {
        foreach ((string path, (Condition builtIn, Condition any)) in entered)
            foreach (KbuildEntry entry in directories[path].Entries)
            {
                Condition when = (entry.Module.Length == 0 ? builtIn : any).And(entry.When);
                if (when.IsFalse)
                    continue;
                if (!placements.TryGetValue(entry.Object, out List<Placement>? all))
                    placements[entry.Object] = all = [];
                int same = all.FindIndex(placement => placement.Module == entry.Module);
                if (same < 0)
                    all.Add(new Placement(entry.Module, when));
                else
                    all[same] = all[same] with { When = all[same].When.Or(when) };
            }
    }
}
