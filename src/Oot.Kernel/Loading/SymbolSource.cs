using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>
/// Who has a symbol: the kernel itself, then the modules that are looked at, then the kernel's own modules, as far as they are not among those. For any number of threads.
/// </summary>
/// <param name="kernel">The kernel.</param>
/// <param name="set">The modules that are looked at.</param>
internal sealed class SymbolSource(KernelOffer kernel, ModuleSet set)
{
    /// <summary>Finds an export.</summary>
    /// <param name="gplToo">GPL-only ones count.</param>
    internal bool TryFind(ReadOnlySpan<byte> name, bool gplToo, out KernelExport export)
    {
        bool known = kernel.Exports!.Value.TryFind(name, out KernelExport own);
        if (known && own.Owner.Length == 0 && (gplToo || !own.IsGplOnly))
        {
            export = own;
            return true;
        }
        if (set.Exports.TryFind(name, out export) && (gplToo || !export.IsGplOnly))
            return true;
        if (known && own.Owner.Length > 0)
        {
            export = own;
            return (gplToo || !own.IsGplOnly) && set.Find(own.Owner) is null;
        }
        return !kernel.HasModuleExports && TryInstalled(name, gplToo, out export);
    }

    /// <summary>Finds an export of the modules that are looked at.</summary>
    internal bool TryFindInSet(ReadOnlySpan<byte> name, out KernelExport export) => set.Exports.TryFind(name, out export);

    /// <summary>The licence of a module that has symbols; null when it is not known, as for a kernel's own without their files.</summary>
    internal string? LicenseOf(string owner) => (set.Find(owner) ?? (kernel.HasModuleExports ? null : kernel.Modules?.FactsOf(owner)))?.License;

    private bool TryInstalled(ReadOnlySpan<byte> name, bool gplToo, out KernelExport export)
    {
        export = default;
        if (kernel.Modules is null)
            return false;
        string text = ByteText.FromBytes(name);
        if (kernel.Modules.OwnerOf(text) is not string owner || set.Find(owner) is not null || kernel.Modules.FactsOf(owner) is not { } facts)
            return false;
        foreach (ModuleExport candidate in facts.Exports)
        {
            if (candidate.Name != text || (candidate.IsGplOnly && !gplToo))
                continue;
            export = new KernelExport(candidate.HasCrc, candidate.Crc, candidate.IsGplOnly, owner, candidate.Namespace);
            return true;
        }
        return false;
    }
}
