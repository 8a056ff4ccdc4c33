using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>Which of the files of one module the indexes will name, by depmod's own rules.</summary>
public sealed class ModuleContest
{
    private readonly ModulePriority priority;
    private readonly string directory;
    private readonly IReadOnlyList<IndexedFile> candidates;

    private ModuleContest(ModulePriority priority, string directory, IReadOnlyList<IndexedFile> candidates) => (this.priority, this.directory, this.candidates) = (priority, directory, candidates);

    /// <summary>Looks for files of some modules.</summary>
    /// <param name="directory">The kernel's directory.</param>
    /// <param name="configuration">Files and directories of depmod.d.</param>
    /// <param name="names">The modules.</param>
    public static ModuleContest Of(IDisk disk, string directory, string release, KmodLevel level, IReadOnlyList<string> configuration, IReadOnlySet<string> names)
    {
        var messages = new IndexMessages("depmod", MessageLevel.Fatal, (_, _) => { });
        var request = new DepmodRequest { Directory = directory, OutputDirectory = directory, Release = release, Level = level };
        DepmodConfiguration read = new DepmodConfigurationReader(disk, release, messages).Read(configuration);
        var search = new ModuleSearch(disk, request, read, messages) { Watched = names };
        _ = search.Run();
        return new ModuleContest(new ModulePriority(read, directory), directory, search.Candidates);
    }

    /// <summary>Every file of a module.</summary>
    public IReadOnlyList<string> FilesOf(string name) => [.. candidates.Where(file => file.Name == name).Select(file => file.Path)];

    /// <summary>Of the other files of a module the first that a new one would not beat; null where it beats them all.</summary>
    /// <param name="path">Where the new file goes.</param>
    /// <param name="gone">Files that will not be there any more.</param>
    public string? Winner(string name, string path, IReadOnlySet<string> gone)
    {
        var own = new IndexedFile(name, path, path[(directory.Length + 1)..], default);
        return candidates.Where(file => file.Name == name && file.Path != path && !gone.Contains(file.Path)).FirstOrDefault(file => priority.Compare(own, file) <= 0)?.Path;
    }
}
