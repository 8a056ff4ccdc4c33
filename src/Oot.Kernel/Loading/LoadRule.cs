namespace Oot.Kernel.Loading;

/// <summary>Why a kernel refuses a module, or why that cannot be told: one page each in docs/diagnostics, <c>OOT18</c> and its number.</summary>
public enum LoadRule
{
    /// <summary>No rule is broken.</summary>
    None = 0,

    /// <summary>Signatures are enforced, and there is none, or none that the kernel can check.</summary>
    SignatureWanted = 1,

    /// <summary>The signature itself is wrong.</summary>
    SignatureWrong = 2,

    /// <summary>The kernel is locked down.</summary>
    LockedDown = 3,

    /// <summary>The object is damaged, or none that can be loaded.</summary>
    ObjectWrong = 4,

    /// <summary>It is for another architecture.</summary>
    OtherArchitecture = 5,

    /// <summary>Its <c>struct module</c> has another size.</summary>
    StructSize = 6,

    /// <summary>Its symbol table was stripped.</summary>
    Stripped = 7,

    /// <summary>Its name is on the kernel's command line.</summary>
    Blacklisted = 8,

    /// <summary>The CRC of <c>module_layout</c> differs or is missing.</summary>
    Layout = 9,

    /// <summary>The vermagic differs.</summary>
    Vermagic = 10,

    /// <summary>It has no vermagic.</summary>
    NoVermagic = 11,

    /// <summary>It is a live patch, and the kernel takes none.</summary>
    LivePatch = 12,

    /// <summary>A section is writable and executable.</summary>
    WritableCode = 13,

    /// <summary>A module of its name is loaded.</summary>
    AlreadyLoaded = 14,

    /// <summary>Its exports lack flags or CRCs.</summary>
    ExportTables = 15,

    /// <summary>It imports a namespace that cannot be imported.</summary>
    NamespaceReserved = 16,

    /// <summary>It needs a symbol that nobody exports.</summary>
    UnknownSymbol = 17,

    /// <summary>It needs a symbol for GPL modules, and is none.</summary>
    GplOnly = 18,

    /// <summary>The CRC of a symbol differs or is missing.</summary>
    SymbolVersion = 19,

    /// <summary>A symbol's namespace is not imported, or not for it.</summary>
    Namespace = 20,

    /// <summary>It uses GPL-only symbols and those of a proprietary module.</summary>
    ProprietaryChain = 21,

    /// <summary>A module that it needs is not loaded, or is refused itself.</summary>
    OwnerMissing = 22,

    /// <summary>It has common symbols, or one in a section that does not exist.</summary>
    SymbolTable = 23,

    /// <summary>It exports a symbol that another one has.</summary>
    DuplicateExport = 24,

    /// <summary>A parameter has a value that it does not take.</summary>
    Parameter = 25,

    /// <summary>Too little of the kernel is there.</summary>
    NotKnown = 26,

    /// <summary>The kernel cannot read the file, or not decompress it.</summary>
    FileUnread = 27,

    /// <summary>Its type information is damaged, or of another kernel.</summary>
    TypeInformation = 28,
}
