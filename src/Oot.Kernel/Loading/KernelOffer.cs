using Oot.Elf;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;
using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>What a kernel offers to modules and asks of them, as far as it is known from what there is of it; each fact knows its source. An unknown one is null.</summary>
public sealed record KernelOffer
{
    /// <summary>What the user called it, or its release.</summary>
    public required string Name { get; init; }

    /// <summary>The release (<c>uname -r</c>).</summary>
    public required Fact<string>? Release { get; init; }

    /// <summary>Its options.</summary>
    public required Fact<KernelConfiguration>? Configuration { get; init; }

    /// <summary>What its modules must carry.</summary>
    public required Fact<Vermagic>? Vermagic { get; init; }

    /// <summary>Its architecture.</summary>
    public required Fact<ElfMachine>? Machine { get; init; }

    /// <summary>The width of its addresses.</summary>
    public required ElfClass Class { get; init; }

    /// <summary>The symbols that it exports.</summary>
    public required Fact<ExportTable>? Exports { get; init; }

    /// <summary>The exports of its own modules are among them.</summary>
    public required bool HasModuleExports { get; init; }

    /// <summary>The size of <c>struct module</c> in bytes.</summary>
    public required Fact<long>? StructSize { get; init; }

    /// <summary>The compiler that it was built with, as it says itself.</summary>
    public required Fact<string>? Compiler { get; init; }

    /// <summary>How its loader differs from others.</summary>
    public required LoaderTraits Traits { get; init; }

    /// <summary>Its own modules.</summary>
    public InstalledModules? Modules { get; init; }

    /// <summary>Its types, read when they are first wanted; null where they cannot be had.</summary>
    public Lazy<TypeGraph?> Types { get; init; } = new(() => null);

    /// <summary>Where <c>.symtypes</c> files of its own may be: a tree that it was built in, the directory of its modules.</summary>
    public IReadOnlyList<string> TypeDirectories { get; init; } = [];

    /// <summary>The kernel itself.</summary>
    public KernelImage? Image { get; init; }

    /// <summary>Whether an option is built in; null when its configuration is unknown.</summary>
    public bool? IsYes(string option) => Configuration?.Value.IsYes(option);

    /// <summary>Whether it compares CRCs; null when that is unknown.</summary>
    public bool? HasVersions => IsYes("MODVERSIONS") ?? Vermagic?.Value.ModuleVersions;
}
