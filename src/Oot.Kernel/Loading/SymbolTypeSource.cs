using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>
/// Where the types of what one kernel exports can be had: in <c>.symtypes</c> files, which are what CRCs are made of, in the type information of the kernel, and in that of the module that exports.
/// </summary>
public sealed class SymbolTypeSource
{
    private readonly IDisk disk;
    private readonly KernelOffer? kernel;
    private readonly ModuleSet? set;
    private readonly SymbolTypesIndex given;
    private readonly Dictionary<string, TypeGraph?> graphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SymbolTypesIndex> besides = new(StringComparer.Ordinal);

    /// <param name="disk">The disk.</param>
    /// <param name="kernel">The kernel; null when only files are there.</param>
    /// <param name="directories">Where the user says that <c>.symtypes</c> files are.</param>
    /// <param name="set">Modules that are looked at, which come before the kernel's own.</param>
    public SymbolTypeSource(IDisk disk, KernelOffer? kernel, IReadOnlyList<string> directories, ModuleSet? set)
    {
        (this.disk, this.kernel, this.set) = (disk, kernel, set);
        Name = kernel?.Name ?? (directories.Count > 0 ? directories[0] : "");
        given = new SymbolTypesIndex(disk, [.. directories, .. kernel?.TypeDirectories ?? []]);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The file with a symbol's declaration and all types in it; null when there is none.</summary>
    internal SymbolTypesFile? FileOf(string symbol)
    {
        if (given.Of(symbol) is { } file || FileOfOwner(symbol) is not string module)
            return given.Of(symbol);
        // A module's files lie where it was built.
        string directory = module.LastIndexOf('/') is >= 0 and var slash ? module[..slash] : ".";
        if (!besides.TryGetValue(directory, out SymbolTypesIndex? index))
            besides[directory] = index = new SymbolTypesIndex(disk, set?.Modules.Any(one => one.Path == module) == true ? [directory] : []);
        return index.Of(symbol);
    }

    /// <summary>The types among which a symbol is; null when there are none.</summary>
    internal TypeGraph? GraphOf(string symbol)
    {
        TypeGraph? own = kernel?.Types.Value;
        if (own?.Symbol(symbol) > 0 || FileOfOwner(symbol) is not string module)
            return own;
        if (!graphs.TryGetValue(module, out TypeGraph? graph))
            graphs[module] = graph = Read(module, own);
        return graph;
    }

    private string? FileOfOwner(string symbol)
    {
        byte[] name = ByteText.ToBytes(symbol);
        if (set is not null && set.Exports.TryFind(name, out KernelExport export))
            return set.Find(export.Owner)?.Path;
        string? owner = kernel?.Exports?.Value.TryFind(name, out KernelExport own) == true ? own.Owner : kernel?.Modules?.OwnerOf(symbol);
        return string.IsNullOrEmpty(owner) ? null : kernel?.Modules?.FileOf(owner);
    }

    // A module's types go on from the kernel's, or from what it has itself of those (.BTF.base).
    private TypeGraph? Read(string module, TypeGraph? own)
    {
        var content = new FileContent(disk);
        if (content.Read(module, ModuleReading.LargestModule, out _).Status != ExpansionStatus.Done)
            return null;
        var image = new ModuleImage(content.Bytes, content.Length);
        byte[] types = image.Content(".BTF"u8).ToArray(), basis = image.Content(".BTF.base"u8).ToArray();
        TypeGraph? before = basis.Length > 0 ? TypeGraph.Read(basis, isDistilled: true) : own;
        return before is null ? null : TypeGraph.Read(types, before);
    }
}
