using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;

namespace Oot.Kernel.Modules;

/// <summary>
/// Everything about a module that decides whether a kernel takes it, out of its file and independent of it: a value that can be kept and compared with any kernel. What is wrong with the
/// object itself is not here, since kernels differ in what they look at.
/// </summary>
public sealed record ModuleFacts
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>How the file is compressed.</summary>
    public required CompressionKind Compression { get; init; }

    /// <summary>The file's size in bytes, decompressed.</summary>
    public required int Size { get; init; }

    /// <summary>The name that the kernel knows it by; empty where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>The architecture.</summary>
    public required ElfMachine Machine { get; init; }

    /// <summary>The width of addresses.</summary>
    public required ElfClass Class { get; init; }

    /// <summary>The vermagic; null when it has none.</summary>
    public string? Vermagic { get; init; }

    /// <summary>The licence; null when it has none.</summary>
    public string? License { get; init; }

    /// <summary>Keys without a value that matters.</summary>
    public ModuleMarks Marks { get; init; }

    /// <summary>Namespaces that it imports.</summary>
    public required IReadOnlyList<string> ImportedNamespaces { get; init; }

    /// <summary>Each parameter and its type; an empty type is not known.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>How many values each parameter that is an array takes, as far as the file says.</summary>
    public required IReadOnlyDictionary<string, uint> ParameterLimits { get; init; }

    /// <summary>Modules whose symbols it needs, as it says itself (<c>depends</c>).</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Modules that it wants before it or after it (<c>softdep</c>), as it says.</summary>
    public IReadOnlyList<string> SoftDependencies { get; init; } = [];

    /// <summary>What it needs.</summary>
    public required ModuleImports Imports { get; init; }

    /// <summary>What it offers.</summary>
    public required IReadOnlyList<ModuleExport> Exports { get; init; }

    /// <summary>It has a table of exports' flags (kernel 7.0).</summary>
    public bool HasExportFlags { get; init; }

    /// <summary>There is a table of CRCs beside each table of exports.</summary>
    public bool HasExportCrcs { get; init; }

    /// <summary>It carries CRCs of what it needs, in the basic form.</summary>
    public bool HasVersions { get; init; }

    /// <summary>It carries CRCs of what it needs, in the extended form.</summary>
    public bool HasExtendedVersions { get; init; }

    /// <summary>The CRC that it carries of <c>module_layout</c>, which stands for the layout of the loader's structures; null without.</summary>
    public uint? LayoutCrc { get; init; }

    /// <summary>The size of its <c>struct module</c>; 0 where it has none.</summary>
    public long StructSize { get; init; }

    /// <summary>How many section headers it has, the empty one included.</summary>
    public int SectionCount { get; init; }

    /// <summary>A section that is both writable and executable, and its index; null without.</summary>
    public (string Name, int Index)? WritableCode { get; init; }

    /// <summary>What is behind the object.</summary>
    public SignatureBlock Signature { get; init; }

    /// <summary>The signature's content; null where there is none, or none that can be read.</summary>
    public ModuleSignature? Signer { get; init; }

    /// <summary>The build id in hexadecimal; empty without.</summary>
    public string BuildId { get; init; } = "";

    /// <summary>It has type information (<c>.BTF</c>).</summary>
    public bool HasBtf { get; init; }

    /// <summary>What the compiler says of itself.</summary>
    public string? Compiler { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="preferExtended">The kernel prefers CRCs of the extended form.</param>
    public static ModuleFacts Read(string path, ModuleImage image, CompressionKind compression, bool preferExtended = true)
    {
        ModuleStrings information = image.Information;
        var versions = new VersionTable(image);
        bool extended = preferExtended && versions.IsExtended;
        int module = image.Find(".gnu.linkonce.this_module"u8);
        ModuleExport[] exports = ExportReader.Read(image);
        KeyValuePair<string, string>[] parameters = ParameterReader.Read(image);
        return new ModuleFacts
        {
            Path = path,
            Compression = compression,
            Size = image.Whole.Length,
            Name = information.Text("name"u8) ?? NameIn(image, module),
            Machine = image.Elf.Machine,
            Class = image.Elf.Class,
            Vermagic = information.Text("vermagic"u8),
            License = information.Text("license"u8),
            Marks = MarksOf(information),
            ImportedNamespaces = information.All("import_ns"u8),
            Parameters = parameters,
            ParameterLimits = ParameterReader.Limits(image, parameters),
            Dependencies = information.Text("depends"u8)?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Replace('-', '_')).ToArray() ?? [],
            SoftDependencies = information.All("softdep"u8),
            LayoutCrc = versions.TryFind("module_layout"u8, extended, out uint layout) ? layout : null,
            Imports = ImportReader.Read(image, ref versions, extended),
            Exports = exports,
            HasExportFlags = image.Find("__kflagstab"u8, allocated: true) > 0,
            HasExportCrcs = HasCrcs(image, "__ksymtab"u8, "__kcrctab"u8) && HasCrcs(image, "__ksymtab_gpl"u8, "__kcrctab_gpl"u8),
            HasVersions = versions.IsBasic,
            HasExtendedVersions = versions.IsExtended,
            StructSize = module > 0 ? (long)image.Sections[module].Size : 0,
            SectionCount = image.Sections.Length,
            WritableCode = WritableCodeIn(image),
            Signature = image.SignatureBlock,
            Signer = image.SignatureBlock.IsPresent ? ModuleSignature.Read(image.Whole.Slice(image.SignatureBlock.SignatureStart, image.SignatureBlock.SignatureLength).ToArray()) : null,
            BuildId = Convert.ToHexStringLower(image.BuildId),
            HasBtf = image.Find(".BTF"u8) > 0,
            Compiler = CompilerOf(image),
        };
    }

    // struct module begins with its state (an int) and a list's two pointers; then comes the name.
    private static string NameIn(ModuleImage image, int module) => module == 0 ? ""
        : ByteText.FromBytes(ElfObject.StringAt(image.Elf.Content(image.Sections[module]), (ulong)(3 * image.Elf.WordSize)));

    private static ModuleMarks MarksOf(ModuleStrings information) =>
        (information.TryGet("intree"u8, out _) ? ModuleMarks.InTree : 0) | (information.TryGet("staging"u8, out _) ? ModuleMarks.Staging : 0)
        | (information.TryGet("test"u8, out _) ? ModuleMarks.Test : 0) | (information.TryGet("retpoline"u8, out _) ? ModuleMarks.Retpoline : 0)
        | (information.TryGet("livepatch"u8, out _) ? ModuleMarks.LivePatch : 0);

    private static bool HasCrcs(ModuleImage image, ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> crcs) =>
        image.Content(symbols, allocated: true).IsEmpty || image.Find(crcs, allocated: true) > 0;

    private static (string Name, int Index)? WritableCodeIn(ModuleImage image)
    {
        const ulong Both = 1 | 4;
        for (int i = 0; i < image.Sections.Length; i++)
        {
            if ((image.Sections[i].Flags & Both) == Both)
                return (ByteText.FromBytes(image.NameOf(image.Sections[i])), i);
        }
        return null;
    }

    private static string? CompilerOf(ModuleImage image)
    {
        foreach (ReadOnlySpan<byte> text in new ModuleStrings(image.Content(".comment"u8)))
            return ByteText.FromBytes(text);
        return null;
    }
}
