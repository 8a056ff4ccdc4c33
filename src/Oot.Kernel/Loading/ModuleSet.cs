using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>Modules that are looked at together: each may have what another one needs. Of two files with one module's name the first counts.</summary>
public sealed class ModuleSet
{
    private readonly Dictionary<string, ModuleFacts> byName = new(StringComparer.Ordinal);

    /// <param name="modules">The modules.</param>
    public ModuleSet(IReadOnlyList<ModuleFacts> modules)
    {
        Modules = modules;
        int size = 0, count = 0;
        foreach (ModuleFacts module in modules)
        {
            byName.TryAdd(module.Name, module);
            foreach (ModuleExport export in module.Exports)
                (size, count) = (size + export.Name.Length, count + 1);
        }
        byte[] text = new byte[size];
        Exports = new ExportTable(text, count);
        int at = 0;
        foreach (ModuleFacts module in modules)
        {
            if (module.Exports.Count == 0 || byName[module.Name] != module)
                continue;
            int owner = Exports.Word(module.Name);
            foreach (ModuleExport export in module.Exports)
            {
                ByteText.ToBytes(export.Name).CopyTo(text, at);
                Exports.Add(at, export.Name.Length, export.HasCrc, export.Crc, export.IsGplOnly, owner, Exports.Word(export.Namespace));
                at += export.Name.Length;
            }
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ModuleFacts> Modules { get; }

    /// <summary>What they export.</summary>
    public ExportTable Exports { get; }

    /// <summary>The module of a name; null when there is none.</summary>
    public ModuleFacts? Find(string name) => byName.GetValueOrDefault(name);
}
