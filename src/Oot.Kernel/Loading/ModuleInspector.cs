using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>Reads module files for kernels: each file once, by all processors, and nothing of it is kept but its facts.</summary>
/// <param name="disk">The disk.</param>
/// <param name="kernels">The kernels, each with its keys; without keys signatures are not verified.</param>
public sealed class ModuleInspector(IDisk disk, IReadOnlyList<(KernelOffer Kernel, KernelKeys? Keys)> kernels)
{
    /// <summary>The modules as each kernel sees them, by file and kernel.</summary>
    /// <param name="problems">Files that cannot be read, by their place in <paramref name="paths"/>.</param>
    public InspectedModule?[][] Read(IReadOnlyList<string> paths, out Diagnostic?[] problems)
    {
        var modules = new InspectedModule?[paths.Count][];
        var failures = new Diagnostic?[paths.Count];
        ParallelWork.Run(paths.Count, () => new FileContent(disk), (i, content) => modules[i] = Read(paths[i], content, out failures[i]));
        problems = failures;
        return modules;
    }

    // One with types of the kernel beside its own (.BTF.base) is matched with them by the kernel itself.
    private static string? TypeFaultOf(KernelOffer kernel, ModuleImage image) =>
        image.Find(".BTF"u8) is not (> 0 and var section) || kernel.IsYes("DEBUG_INFO_BTF_MODULES") != true || image.Sections[section].Size == 0 ? null
        : SplitTypes.Fault(image.Elf.Content(image.Sections[section]), image.Find(".BTF.base"u8) > 0 ? null : kernel.Types.Value);

    private InspectedModule?[] Read(string path, FileContent content, out Diagnostic? problem)
    {
        problem = null;
        Expansion expansion = content.Read(path, ModuleReading.LargestModule, out int errno);
        if (errno != 0 || expansion.Status != ExpansionStatus.Done)
        {
            problem = ModuleReading.Problem(path, expansion, errno);
            return new InspectedModule?[kernels.Count];
        }
        var image = new ModuleImage(content.Bytes, content.Length);
        ModuleFacts facts = ModuleFacts.Read(path, image, content.Compression), basic = facts;
        bool hasBoth = facts is { HasVersions: true, HasExtendedVersions: true };
        if (hasBoth && kernels.Any(pair => !pair.Kernel.Traits.Has(LoaderTrait.ExtendedVersions)))
            basic = ModuleFacts.Read(path, image, content.Compression, preferExtended: false);
        var seen = new InspectedModule?[kernels.Count];
        for (int i = 0; i < seen.Length; i++)
        {
            (KernelOffer kernel, KernelKeys? keys) = kernels[i];
            SignatureState signature = keys?.Verify(image.Whole.Span, image.SignatureBlock, facts.Signer)
                ?? (!image.SignatureBlock.HasMarker ? SignatureState.None : image.SignatureBlock.IsPresent && facts.Signer is not null ? SignatureState.NotVerified : SignatureState.Malformed);
            seen[i] = new InspectedModule(kernel.Traits.Has(LoaderTrait.ExtendedVersions) ? facts : basic, ObjectInspection.Inspect(kernel, image), signature) { TypeFault = TypeFaultOf(kernel, image) };
        }
        return seen;
    }
}
