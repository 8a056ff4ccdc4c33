using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;

namespace Oot.Kernel.InTree;

/// <summary>
/// Writes a <c>Module.symvers</c> out of a finished kernel: what its image exports with the CRCs that the loader itself compares with, and what its modules export.
/// </summary>
public static class SymbolVersionsWriter
{
    /// <summary>The file's text and how many modules are in it; null when the kernel's exports are not known, or come from such a file anyway.</summary>
    public static (string Text, int Modules)? Of(KernelOffer kernel)
    {
        if (kernel.Exports?.Value is not { } exports || kernel.HasModuleExports)
            return null;
        var text = new StringBuilder(1 << 20);
        foreach (string name in exports.Names())
        {
            if (exports.TryFind(ByteText.ToBytes(name), out KernelExport export))
                Add(text, export.HasCrc ? export.Crc : 0, name, "vmlinux", export.IsGplOnly, export.Namespace);
        }
        if (kernel.Modules is not { } modules)
            return (text.ToString(), 0);
        string[] owners = [.. modules.Owners.Where(IsKernels).Order(StringComparer.Ordinal)];
        var read = new ModuleFacts?[owners.Length];
        ParallelWork.Run(owners.Length, () => modules, (i, modules) => read[i] = modules.FactsOf(owners[i]));
        foreach (ModuleFacts facts in read.OfType<ModuleFacts>())
        {
            foreach (ModuleExport export in facts.Exports)
                Add(text, export.HasCrc ? export.Crc : 0, export.Name, OwnerOf(facts.Path), export.IsGplOnly, export.Namespace);
        }
        return (text.ToString(), owners.Length);

        // What somebody added is no part of the kernel.
        bool IsKernels(string owner) => modules.PathOf(owner) is { } path && path.StartsWith("kernel/", StringComparison.Ordinal);
    }

    private static string OwnerOf(string path)
    {
        int start = path.LastIndexOf("/kernel/", StringComparison.Ordinal);
        string name = start < 0 ? path[(path.LastIndexOf('/') + 1)..] : path[(start + 8)..];
        return name.IndexOf(".ko", StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
    }

    private static void Add(StringBuilder text, uint crc, string name, string owner, bool isGplOnly, string space) =>
        text.Append(CultureInfo.InvariantCulture, $"0x{crc:x8}\t{name}\t{owner}\t{(isGplOnly ? "EXPORT_SYMBOL_GPL" : "EXPORT_SYMBOL")}\t{space}\n");
}
