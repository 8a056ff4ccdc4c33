using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;
using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>
/// Reads what a kernel offers. Of two sources the one that cannot be wrong comes first: the kernel itself before a configuration beside it, and <c>Module.symvers</c> before the image for the
/// exports, since it has those of the modules too. Debian's <c>System.map</c> is a line of text and is not looked at.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="images">What is remembered of images; null: nothing.</param>
public sealed class KernelOfferReader(IDisk disk, ImageCache? images = null)
{
    /// <summary>Reads; a diagnostic when there is nothing of the kernel, or an image that cannot be read and nothing else.</summary>
    public Result<KernelOffer> Read(KernelPlaces places)
    {
        KernelImage? image = null;
        if (places.Image is not null && !(images?.Read(places.Image) ?? KernelImage.Read(disk, places.Image)).Succeeded(out image, out Diagnostic? unreadable) && (places.IsImageNamed || places is { Tree: null, Modules: null }))
            return unreadable;
        if (places.IsEmpty)
            return KernelDiagnostics.NothingOfKernel(places.Name);
        InstalledModules? modules = places.Modules is null ? null : InstalledModules.Read(disk, places.Modules);
        ModuleFacts? sample = modules?.Sample();
        Fact<KernelConfiguration>? configuration = ConfigurationOf(places, image);
        Fact<string>? release = ReleaseOf(places, image, sample);
        Fact<Vermagic>? vermagic = VermagicOf(places, image, sample, release?.Value ?? "");
        bool hasCrcs = configuration?.Value.IsYes("MODVERSIONS") ?? vermagic?.Value.ModuleVersions ?? false;
        Fact<ExportTable>? exports = places.Tree is { SymbolCount: >= 0 } tree && SymbolVersionsFile.Read(disk, tree.Path + "/Module.symvers", hasCrcs) is { } table
            ? new(table, tree.Path + "/Module.symvers") : image is not null && ImageExports.Read(image, hasCrcs) is { } linked ? new(linked, image.Path) : null;
        (Fact<ElfMachine>? machine, ElfClass width) = MachineOf(configuration, image, sample);
        return new KernelOffer
        {
            Name = release?.Value ?? places.Name,
            Release = release,
            Configuration = configuration,
            Vermagic = vermagic,
            Machine = machine,
            Class = width,
            Exports = exports,
            HasModuleExports = exports?.Source.EndsWith("/Module.symvers", StringComparison.Ordinal) == true,
            StructSize = StructSizeOf(places, image, sample),
            Compiler = configuration?.Value["CC_VERSION_TEXT"] is string text ? new(text, configuration.Source) : null,
            Traits = new LoaderTraits(release?.Value ?? "", image),
            Modules = modules,
            Image = image,
            TypeDirectories = [.. new[] { places.Tree?.RealPath, places.Modules }.OfType<string>()],
            Types = new(() => image is null || !image.Elf.HasMagic ? null : TypeGraph.Read(image.ContentOf(".BTF"u8))),
        };
    }

    private Fact<KernelConfiguration>? ConfigurationOf(KernelPlaces places, KernelImage? image)
    {
        if (places.Configuration is not null && TextOf(places.Configuration) is { } text)
            return new(KernelConfiguration.Parse(text), places.Configuration);
        if (places.Tree?.Configuration is { } prepared)
            return new(prepared, places.Tree.Path + "/include/config/auto.conf");
        return image?.Configuration() is { } embedded ? new(embedded, image.Path) : null;
    }

    // /proc/config.gz is compressed.
    private string? TextOf(string path)
    {
        var content = new FileContent(disk);
        return content.Read(path, 16 << 20, out _).Status == ExpansionStatus.Done ? ByteText.FromBytes(content.Bytes.AsSpan(0, content.Length)) : null;
    }

    private static Fact<string>? ReleaseOf(KernelPlaces places, KernelImage? image, ModuleFacts? sample) =>
        image?.Release is string built ? new(built, image.Path) : places.Tree is { } tree ? new(tree.Release, tree.Path)
        : sample?.Vermagic is string magic ? new(magic.Split(' ')[0], sample.Path) : null;

    private static Fact<Vermagic>? VermagicOf(KernelPlaces places, KernelImage? image, ModuleFacts? sample, string release) =>
        image?.Vermagic(release) is string own ? new(Vermagic.Parse(own), image.Path)
        : sample?.Vermagic is string carried ? new(Vermagic.Parse(carried), sample.Path)
        : places.Tree?.Vermagic is { } ruled ? new(ruled, places.Tree.Path + "/include/linux/vermagic.h") : null;

    private static (Fact<ElfMachine>? Machine, ElfClass Width) MachineOf(Fact<KernelConfiguration>? configuration, KernelImage? image, ModuleFacts? sample)
    {
        if (image is not null && image.Elf.HasMagic)
            return (new(image.Elf.Machine, image.Path), image.Elf.Class);
        if (sample is not null)
            return (new(sample.Machine, sample.Path), sample.Class);
        KernelArchitecture? architecture = configuration is null ? null : KernelArchitecture.Of(configuration.Value);
        ElfClass width = configuration?.Value.IsYes("64BIT") == false ? ElfClass.Elf32 : ElfClass.Elf64;
        return (architecture is null ? null : new(architecture.Elf, configuration!.Source), width);
    }

    private Fact<long>? StructSizeOf(KernelPlaces places, KernelImage? image, ModuleFacts? sample)
    {
        if (sample is { StructSize: > 0 })
            return new(sample.StructSize, sample.Path);
        long size = image is null ? 0 : BtfStructs.SizeOf(image.Elf.Content(image.Section(".BTF"u8)), "module"u8);
        if (size > 0)
            return new(size, image!.Path);
        byte[] types = [];
        bool hasTypes = places.TypeInformation is not null && disk.Read(places.TypeInformation, ref types, out _) == 0;
        size = hasTypes ? BtfStructs.SizeOf(types, "module"u8) : 0;
        return size > 0 ? new(size, places.TypeInformation!) : null;
    }
}
