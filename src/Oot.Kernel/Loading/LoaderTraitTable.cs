using static Oot.Kernel.Loading.LoaderTrait;

namespace Oot.Kernel.Loading;

/// <summary>All that differs between the loaders of kernels 5.10 to 7.x (kernel/module.c, kernel/module/). A kernel's image is asked first, since stable kernels take changes over; else the release.</summary>
internal static class LoaderTraitTable
{
    /// <summary>A row a trait, in the order of <see cref="LoaderTrait"/>.</summary>
    internal static readonly LoaderTraitSign[] Signs =
    [
        new(ElfMessages, 5017, "Invalid ELF header magic: != "),
        new(SectionIndexChecked, 5017, " has an invalid section index "),
        new(TestTaint, 6000, "loading test module taints kernel."),
        new(ChainNamesSymbol, 5018, "uses symbols %s from proprietary module"),
        new(StructSizeChecked, 6004, ".gnu.linkonce.this_module section size must match"),
        new(ObjectCheckedInParts, 6013, "Invalid ELF section name table type"),
        new(MismatchSaidOnce, 6010, "Kernel module BTF mismatch detected, "),
        new(ExtendedVersions, 6014, "extended version crc+name presence does not match"),
        new(ModuleNamespaces, 6016, "module tries to import module namespace"),
        new(ExportFlags, 7000, "no flags for exported symbols"),
    ];
}
