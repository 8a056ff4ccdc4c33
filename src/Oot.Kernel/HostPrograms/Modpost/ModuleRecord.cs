namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// A module or vmlinux, built now or known from a file of symbols. It is filled while its object is read and checked; of the thousands in a file of symbols nothing but names is ever asked for.
/// </summary>
internal sealed class ModuleRecord(string name, string? symbolFile)
{
    /// <summary>Its path without <c>.o</c>, or the name in the file of symbols.</summary>
    public string Name { get; } = name;

    /// <summary>The file of symbols that it is known from; null when it is built now.</summary>
    public string? SymbolFile { get; } = symbolFile;

    public bool IsBuilt => SymbolFile is null;

    public bool IsVmlinux { get; } = name == "vmlinux";

    /// <summary>The name as messages have it: with <c>.ko</c>, but for vmlinux.</summary>
    public string FileName => IsVmlinux ? Name : Name + ".ko";

    /// <summary>The name without directories.</summary>
    public string BaseName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>False when a licence is not compatible; true without any.</summary>
    public bool IsGplCompatible { get; set; } = true;

    public bool HasInit { get; set; }

    public bool HasCleanup { get; set; }

    /// <summary>The sum of the sources; empty when there is none.</summary>
    public string SourceVersion { get; set; } = "";

    /// <summary>Indices into the <see cref="SymbolTable"/>, where it is built.</summary>
    public List<int> Exports => field ??= [];

    /// <summary>In the order of the object.</summary>
    public List<UnresolvedSymbol> Unresolved => field ??= [];

    public HashSet<string> ImportedNamespaces => field ??= new(StringComparer.Ordinal);

    /// <summary>In the order in which they were missed, each once.</summary>
    public List<string> MissingNamespaces => field ??= [];

    public List<ModuleAlias> Aliases => field ??= [];

    /// <summary>The aliases' texts, where none may be there twice.</summary>
    public HashSet<string> AliasTexts => field ??= new(StringComparer.Ordinal);

    public void MissNamespace(string name)
    {
        if (!MissingNamespaces.Contains(name))
            MissingNamespaces.Add(name);
    }

    /// <summary>The names that must not be trimmed, each with a zero byte behind it.</summary>
    public byte[] KeptNames { get; set; } = [];

    /// <summary>Whether the list of dependencies that is being written has it.</summary>
    public bool IsSeen { get; set; }
}
