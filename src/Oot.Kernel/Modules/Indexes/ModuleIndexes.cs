using Oot.Core;

namespace Oot.Kernel.Modules.Indexes;

/// <summary>
/// The indexes of one directory of modules (<c>/lib/modules/RELEASE</c>), asked in the order in which kmod asks them: names, then symbols, aliases, built-in modules and their aliases. A
/// missing index is one without keys.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="directory">The directory.</param>
public sealed class ModuleIndexes(IDisk disk, string directory)
{
    private readonly Dictionary<string, IndexFile?> files = new(StringComparer.Ordinal);

    /// <summary>The modules of a name or an alias; empty when there is none, null when it is no alias at all (a bracket without its partner).</summary>
    public IReadOnlyList<FoundModule>? OfAlias(string alias)
    {
        if (AliasPattern.Normalize(alias) is not string normal)
            return null;
        if (OfDependencies(normal) is FoundModule module)
            return [module];
        IReadOnlyList<string> names = normal.StartsWith("symbol:", StringComparison.Ordinal) ? Patterns("modules.symbols.bin", normal) : [];
        if (names.Count == 0)
            names = Patterns("modules.alias.bin", normal);
        if (names.Count > 0)
            return [.. names.Select(name => new FoundModule(name, PathOf(name), IsBuiltIn(name)))];
        return OfBuiltIn(normal);
    }

    /// <summary>The modules of a name alone.</summary>
    public IReadOnlyList<FoundModule> OfName(string name)
    {
        string normal = ModuleName(name);
        return OfDependencies(normal) is FoundModule module ? [module] : OfBuiltIn(normal);
    }

    /// <summary>A module's name from a word: up to the first <c>.</c>, each <c>-</c> as <c>_</c>.</summary>
    public static string ModuleName(string word)
    {
        int dot = word.IndexOf('.');
        return (dot < 0 ? word : word[..dot]).Replace('-', '_');
    }

    /// <summary>A module's name from a file's path.</summary>
    public static string ModuleNameOfFile(string path) => ModuleName(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>The file of a module as <c>modules.dep</c> has it; null when it has none.</summary>
    public string? PathOf(string name)
    {
        if (Open("modules.dep.bin")?.Search(name) is not string line || line.IndexOf(':') is not (>= 0 and var colon))
            return null;
        return line.StartsWith('/') ? line[..colon] : $"{directory}/{line[..colon]}";
    }

    /// <summary>The paths of all that a module needs, what is loaded first at the end; null where the module is not listed.</summary>
    public IReadOnlyList<string>? NeedsOf(string name)
    {
        if (Open("modules.dep.bin")?.Search(name) is not string line || line.IndexOf(':') is not (>= 0 and var colon))
            return null;
        return [.. line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => path.StartsWith('/') ? path : $"{directory}/{path}")];
    }

    /// <summary>The modules that export a symbol, by <c>symbol:NAME</c>.</summary>
    public IReadOnlyList<string> OfSymbol(string alias) => Patterns("modules.symbols.bin", alias);

    /// <summary>The modules with an alias that fits a text.</summary>
    public IReadOnlyList<string> OfPattern(string text) => Patterns("modules.alias.bin", text);

    /// <summary>The built-in modules with an alias that fits a text.</summary>
    public IReadOnlyList<string> OfBuiltInPattern(string text) => Patterns("modules.builtin.alias.bin", text);

    /// <summary>An alias as the indexes have it; null where a bracket has no partner.</summary>
    public static string? Normalize(string alias) => AliasPattern.Normalize(alias);

    /// <summary>Whether a text fits a pattern as <c>fnmatch</c> sees it.</summary>
    public static bool Matches(string pattern, string text) => AliasPattern.Matches(pattern, text);

    /// <summary>The <c>key=value</c> strings of a built-in module; null when this kernel has no list of them.</summary>
    public IReadOnlyList<string>? BuiltInInformation(string name)
    {
        if (disk.Read(directory + "/modules.builtin.modinfo", out string text) != 0)
            return null;
        var strings = new List<string>();
        foreach (string line in text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > name.Length && line[name.Length] == '.' && line.StartsWith(name, StringComparison.Ordinal))
                strings.Add(line[(name.Length + 1)..]);
            else if (strings.Count > 0)
                break;
        }
        return strings;
    }

    private FoundModule? OfDependencies(string name) =>
        !name.Contains(':') && Open("modules.dep.bin")?.Search(name) is not null ? new FoundModule(name, PathOf(name), IsBuiltIn(name)) : null;

    private FoundModule[] OfBuiltIn(string name) => IsBuiltIn(name) ? [new FoundModule(name, null, true)]
        : [.. Patterns("modules.builtin.alias.bin", name).Select(found => new FoundModule(found, PathOf(found), true))];

    /// <summary>Whether a module is part of the kernel.</summary>
    public bool IsBuiltIn(string name) => Open("modules.builtin.bin")?.Search(name) is not null;

    private IReadOnlyList<string> Patterns(string file, string text) => Open(file)?.SearchPatterns(text) ?? [];

    private IndexFile? Open(string name)
    {
        if (!files.TryGetValue(name, out IndexFile? file))
            files[name] = file = IndexFile.Read(disk, $"{directory}/{name}");
        return file;
    }
}
