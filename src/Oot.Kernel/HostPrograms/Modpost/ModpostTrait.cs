namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>One way in which a kernel's modpost differs from the one of 5.10. What shows it in a tree is in <see cref="ModpostTraitTable"/>.</summary>
internal enum ModpostTrait
{
    /// <summary>An error sets the exit code and keeps files from being written; missing licences and exports with two owners are errors, not warnings.</summary>
    ErrorsKeepFiles,

    /// <summary>Modules and symbols in the order of their reading; before, the last came first.</summary>
    ReadingOrder,

    /// <summary>CRCs are <c>#SYMVER</c> lines of <c>.cmd</c> files and go into the <c>.mod.c</c>; before, they are <c>__crc_</c> symbols of the object.</summary>
    CrcsFromCommands,

    /// <summary>Exports are entries of <c>.export_symbol</c>, and the <c>.mod.c</c> makes <c>__ksymtab</c>; before, they are <c>__ksymtab_</c> symbols of the object.</summary>
    ExportSection,

    /// <summary>At most ten unresolved symbols are reported.</summary>
    CapsUnresolved,

    /// <summary>Without vmlinux's symbols unresolved ones are reported as well.</summary>
    ChecksWithoutVmlinux,

    /// <summary>All modules are checked before the first <c>.mod.c</c> is written.</summary>
    ChecksFirst,

    /// <summary>A fatal message begins with <c>ERROR</c> instead of <c>FATAL</c>.</summary>
    FatalIsError,

    /// <summary>A message about a module begins with the module's name.</summary>
    ModuleFirst,

    /// <summary>The list of objects is a file; before, <c>-</c> was the standard input.</summary>
    ListIsFile,

    /// <summary><c>.mod.c</c> includes <c>elfnote-lto.h</c>.</summary>
    LtoNote,

    /// <summary>What every module's <c>.mod.c</c> repeated (vermagic, build salt, retpoline) is an object of its own.</summary>
    CommonObject,

    /// <summary>A module of <c>tools/testing</c> is marked.</summary>
    TestMark,

    /// <summary>Exports have flags instead of a section for those with a GPL licence.</summary>
    SymbolFlags,

    /// <summary>Versions are printed with eight digits, and <c>-b</c> and <c>-x</c> choose their forms.</summary>
    VersionForms,

    /// <summary>A line that is longer than 499 bytes is fatal; before, it is cut and filled with zero bytes.</summary>
    LongLinesAreFatal,

    /// <summary>A missing description is reported with <c>-W</c>.</summary>
    DescriptionWanted,

    /// <summary>A missing description is always reported.</summary>
    DescriptionNeeded,

    /// <summary>Namespaces <c>module:a,b*</c> admit the modules that they name.</summary>
    ModuleNamespaces,

    /// <summary>The namespace that a module imports must not begin with <c>module:</c>.</summary>
    ModuleNamespaceImportsRefused,

    /// <summary>Symbols <c>__start_…</c> and <c>__stop_…</c> need no owner.</summary>
    SectionBoundsIgnored,

    /// <summary>s390's <c>__s390_indirect_jump_r…</c> need no owner.</summary>
    ExpolineIgnored,

    /// <summary>ppc64's <c>_restgpr1_</c>, <c>_savegpr1_</c>, <c>_restfpr_</c> and <c>_savefpr_</c> need no owner.</summary>
    MoreRegisterHelpersIgnored,

    /// <summary>Modules of one name from two symbol files are two.</summary>
    ModulesByFile,

    /// <summary>Names in <c>.no_trim_symbol</c> count as used.</summary>
    NoTrimSymbols,

    /// <summary>The name's <c>.o</c> is checked before the file is opened.</summary>
    SuffixFirst,

    /// <summary>The suffix <c>.o</c> is checked at all.</summary>
    SuffixChecked,

    /// <summary>An object that is not relocatable is refused.</summary>
    RelocatableOnly,

    /// <summary>The byte order is read from each object.</summary>
    ByteOrderOfObject,

    /// <summary><c>.thinlto-native.o</c> has its CRCs in the <c>.o.cmd</c> of the object without it.</summary>
    ThinLto,

    /// <summary><c>.mod</c> has an object a line; before, all are in the first.</summary>
    ObjectPerLine,

    /// <summary>Section mismatches are one line.</summary>
    ShortMismatches,

    /// <summary>Section mismatches have an offset, and names come from the sorted symbol table.</summary>
    MismatchOffsets,

    /// <summary>Device tables are named <c>__mod_device_table__TYPE__NAME</c>; before, <c>__mod_TYPE__NAME_device_table</c>.</summary>
    TablePrefix,

    /// <summary>…and have <c>kmod_MODULE__</c> before the type.</summary>
    TableModule,

    /// <summary>A wrong device table is an error of its own and an alias is not repeated.</summary>
    AliasList,

    /// <summary>WMI GUIDs are checked and upper case.</summary>
    WmiChecked,

    /// <summary>The last bit of each of an input device's maps counts.</summary>
    LastInputBit,

    /// <summary>ACPI classes are of the target's byte order.</summary>
    AcpiClassOrder,

    /// <summary>Type-C aliases have no mode.</summary>
    TypecWithoutMode,

    /// <summary>SLIMbus aliases.</summary>
    Slimbus,

    /// <summary>MCB aliases.</summary>
    Mcb,

    /// <summary>The section <c>.cranges</c> is looked at as any other.</summary>
    LooksAtCranges,

    /// <summary>The section <c>.llvm.call-graph-profile</c> is not looked at.</summary>
    IgnoresCallGraph,

    /// <summary>The sections of LLVM's coverage are not looked at.</summary>
    IgnoresCoverage,

    /// <summary>The section <c>.klp.symid</c> is not looked at.</summary>
    IgnoresPatchSymbols,

    /// <summary><c>*_probe</c> in data must not refer to init and exit sections.</summary>
    ProbeRefused,

    /// <summary><c>*_ops.llvm.*</c> in data may refer to init and exit sections.</summary>
    LlvmOpsAllowed,
}
