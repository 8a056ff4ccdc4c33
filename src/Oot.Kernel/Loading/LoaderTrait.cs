namespace Oot.Kernel.Loading;

/// <summary>One way in which a kernel's module loader differs from the one of 5.10. What shows it is in <see cref="LoaderTraitTable"/>.</summary>
public enum LoaderTrait
{
    /// <summary>Each thing that is wrong with the object has a message of its own; before, one line for all.</summary>
    ElfMessages,

    /// <summary>A symbol in a section that does not exist is refused.</summary>
    SectionIndexChecked,

    /// <summary>Test modules taint.</summary>
    TestTaint,

    /// <summary>The message about a proprietary module's symbols names the symbol.</summary>
    ChainNamesSymbol,

    /// <summary>The size of <c>struct module</c> is compared; a module already loaded and taints come after the first checks, and a licence's taint has two lines.</summary>
    StructSizeChecked,

    /// <summary>Section headers, names, the module, the symbol table and the strings are checked one after the other, with their types and each symbol's name.</summary>
    ObjectCheckedInParts,

    /// <summary>Type information that does not fit is said once a boot, where it does not refuse the module.</summary>
    MismatchSaidOnce,

    /// <summary>CRCs in the extended form are preferred.</summary>
    ExtendedVersions,

    /// <summary>Namespaces <c>module:a,b*</c> admit the modules that they name, and nobody may import them.</summary>
    ModuleNamespaces,

    /// <summary>One table of exports with a table of flags.</summary>
    ExportFlags,
}
