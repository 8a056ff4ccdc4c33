using System.Collections.Concurrent;
using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Kernel.Loading;

/// <summary>The modules that are installed with a kernel, each read when it is first asked for. For any number of threads.</summary>
public sealed class InstalledModules
{
    private readonly ConcurrentDictionary<string, Lazy<ModuleFacts?>> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> dependencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly IDisk disk;

    private InstalledModules(IDisk disk, string directory) => (this.disk, Directory) = (disk, directory);

    /// <summary><c>/lib/modules/RELEASE</c>.</summary>
    public string Directory { get; }

    /// <summary>Reads depmod's text indexes of a directory; null when it has none.</summary>
    public static InstalledModules? Read(IDisk disk, string directory)
    {
        if (disk.Read(directory + "/modules.dep", out string text) != 0)
            return null;
        var modules = new InstalledModules(disk, directory);
        foreach (string line in text.Split('\n'))
        {
            int colon = line.IndexOf(':');
            if (colon > 0)
                modules.dependencies[ModuleIndexes.ModuleNameOfFile(line[..colon])] = [line[..colon], .. line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
        if (disk.Read(directory + "/modules.symbols", out string symbols) == 0)
        {
            foreach (string line in symbols.Split('\n'))
            {
                if (line.StartsWith("alias symbol:", StringComparison.Ordinal) && line.LastIndexOf(' ') is > 13 and var blank)
                    modules.owners.TryAdd(line[13..blank], line[(blank + 1)..]);
            }
        }
        return modules;
    }

    /// <summary>The module that exports a symbol; null when none does.</summary>
    public string? OwnerOf(string symbol) => owners.GetValueOrDefault(symbol);

    /// <summary>Every module that exports something.</summary>
    internal IEnumerable<string> Owners => owners.Values.Distinct(StringComparer.Ordinal);

    /// <summary>Where a module lies, below the directory unless it begins with <c>/</c>; null when there is none of that name.</summary>
    internal string? PathOf(string name) => dependencies.TryGetValue(name, out string[]? files) ? files[0] : null;

    /// <summary>Whether there is a module of a name.</summary>
    public bool Has(string name) => dependencies.ContainsKey(name);

    /// <summary>The modules that must be loaded before one, in the order of loading.</summary>
    public IEnumerable<string> Before(string name) =>
        dependencies.TryGetValue(name, out string[]? files) ? files.Skip(1).Reverse().Select(ModuleIndexes.ModuleNameOfFile) : [];

    /// <summary>A module's facts; null when it is not there or cannot be read.</summary>
    public ModuleFacts? FactsOf(string name) => facts.GetOrAdd(name, key => new Lazy<ModuleFacts?>(() => Load(key))).Value;

    /// <summary>A module of this kernel, whichever: it has the vermagic and the structures of all.</summary>
    public ModuleFacts? Sample()
    {
        foreach (string name in dependencies.Keys)
        {
            // Only its own modules lie below kernel/.
            if (dependencies[name][0].StartsWith("kernel/", StringComparison.Ordinal) && FactsOf(name) is { Vermagic: not null } sample)
                return sample;
        }
        return null;
    }

    /// <summary>A module's file; null when there is none of that name.</summary>
    public string? FileOf(string name) => !dependencies.TryGetValue(name, out string[]? files) ? null : files[0].StartsWith('/') ? files[0] : $"{Directory}/{files[0]}";

    private ModuleFacts? Load(string name)
    {
        if (FileOf(name) is not string path)
            return null;
        var content = new FileContent(disk);
        return content.Read(path, ModuleReading.LargestModule, out _).Status == ExpansionStatus.Done
            ? ModuleFacts.Read(path, new ModuleImage(content.Bytes, content.Length), content.Compression) : null;
    }
}
