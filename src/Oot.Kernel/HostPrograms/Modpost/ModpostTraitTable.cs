using static Oot.Kernel.HostPrograms.Modpost.ModpostTrait;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// All that differs between the modposts of kernels 5.10 to 7.x, and where it shows. Distributions and stable kernels take changes over into older releases, so the text of
/// the tree's own program is asked first (it is a file like any other, also where it does not run), then a header or makefile, and the release last.
/// </summary>
internal static class ModpostTraitTable
{
    private const string ExportInternal = "include/linux/export-internal.h", ModuleHeader = "include/linux/module.h";

    /// <summary>A row a trait, in the order of <see cref="ModpostTrait"/>.</summary>
    public static readonly ModpostTraitSign[] Signs =
    [
        new(ErrorsKeepFiles, 5019, "is a static", WhenAbsent: true, ExportInternal),
        new(ReadingOrder, 5019, "is a static", WhenAbsent: true, ExportInternal),
        new(CrcsFromCommands, 5019, "#SYMVER ", File: ExportInternal),
        new(ExportSection, 6005, ".export_symbol", File: "include/linux/export.h", InFile: ".export_symbol"),
        new(CapsUnresolved, 6001, "unresolved symbol warnings because there were too many"),
        new(ChecksWithoutVmlinux, 5013, "Symbol info of vmlinux is missing", WhenAbsent: true, ExportInternal),
        new(ChecksFirst, 6005, ".export_symbol", File: "include/linux/export.h", InFile: ".export_symbol"),
        new(FatalIsError, 6012, "FATAL: ", WhenAbsent: true),
        new(ModuleFirst, 6015, "symbol '%s' undefined!"),
        new(ListIsFile, 6002, ".export_symbol", File: "include/linux/export.h", InFile: ".export_symbol"),
        new(LtoNote, 5012, "linux/elfnote-lto.h", File: "include/linux/elfnote-lto.h"),
        new(CommonObject, 6012, "linux/vermagic.h", WhenAbsent: true, "scripts/module-common.c"),
        new(TestMark, 6000, "tools/testing", File: ExportInternal),
        new(SymbolFlags, 7000, "SYMBOL_FLAGS(%s", File: ExportInternal, InFile: "SYMBOL_FLAGS"),
        new(VersionForms, 6014, "version_ext_names", File: "scripts/Makefile.modpost", InFile: "CONFIG_BASIC_MODVERSIONS"),
        new(LongLinesAreFatal, 6017, "buf_printf output truncated"),
        new(DescriptionWanted, 6010, "missing MODULE_DESCRIPTION()"),
        new(DescriptionNeeded, 6016, "missing MODULE_DESCRIPTION()\n"),
        new(ModuleNamespaces, 6016, "module:"),
        new(ModuleNamespaceImportsRefused, 6016, "explicitly importing namespace"),
        new(SectionBoundsIgnored, 6015, "__start_"),
        new(ExpolineIgnored, 5018, "__s390_indirect_jump_r", Until: 6010),
        new(MoreRegisterHelpersIgnored, 5015, "_restfpr_"),
        new(ModulesByFile, 6015, "symbol '%s' undefined!"),
        new(NoTrimSymbols, 6015, ".no_trim_symbol", File: ModuleHeader, InFile: ".no_trim_symbol"),
        new(SuffixFirst, 6015, "symbol '%s' undefined!"),
        new(SuffixChecked, 5019, "filename must be suffixed with .o", File: ExportInternal),
        new(RelocatableOnly, 6001, "not relocatable object."),
        new(ByteOrderOfObject, 6012, "target endian is unknown"),
        new(ThinLto, 6019, ".thinlto-native.o"),
        new(ObjectPerLine, 5019, "bad ending versions file", WhenAbsent: true, ExportInternal),
        new(ShortMismatches, 6000, "(section: %s) -> %s (section: %s)", File: ExportInternal),
        new(MismatchOffsets, 6005, "%s%s0x%x (section: %s)", File: "include/linux/export.h", InFile: ".export_symbol"),
        new(TablePrefix, 6013, "__mod_device_table__", File: ModuleHeader, InFile: "__mod_device_table__"),
        new(TableModule, 6014, "__kmod_", File: ModuleHeader, InFile: "__mod_device_table__kmod_"),
        new(AliasList, 6014, "type mismatch between", File: ModuleHeader, InFile: "__mod_device_table__kmod_"),
        new(WmiChecked, 6014, "inside WMI GUID string"),
        new(LastInputBit, 5019, "is a static", WhenAbsent: true, ExportInternal),
        new(AcpiClassOrder, 6012, "target endian is unknown"),
        new(TypecWithoutMode, 6013, "type mismatch between"),
        new(Slimbus, 6012, "slim:%x:%x"),
        new(Mcb, 6016, "mcb:16z"),
        new(LooksAtCranges, 5013, ".cranges", WhenAbsent: true),
        new(IgnoresCallGraph, 6004, ".llvm.call-graph-profile"),
        new(IgnoresCoverage, 6013, "__llvm_covfun"),
        new(IgnoresPatchSymbols, 7000, ".klp.symid"),
        new(ProbeRefused, 6016, "*_probe", WhenAbsent: true),
        new(LlvmOpsAllowed, 6015, "*_ops.llvm.*"),
    ];
}
