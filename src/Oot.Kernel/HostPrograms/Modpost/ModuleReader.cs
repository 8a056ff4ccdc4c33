using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Reads one object and makes it a module (kernel scripts/mod/modpost.c, read_symbols).</summary>
internal sealed class ModuleReader(ModpostRun run)
{
    private const long MostAtOnce = 1 << 30;
    private readonly ModpostReport report = run.Report;

    public void Read(string file)
    {
        bool isNamedObject = file.EndsWith(".o", StringComparison.Ordinal);
        if (!isNamedObject && run.Has(ModpostTrait.SuffixFirst))
        {
            report.NotAnObjectName(file);
            return;
        }
        if (Map(file) is not ElfImage image)
            return;
        try
        {
            if (ModuleObject.Read(image, file, report, run.Traits) is not ModuleObject module)
                return;
            if (!isNamedObject && run.Has(ModpostTrait.SuffixChecked))
                report.NotAnObjectName(file);
            else
                Read(file, module);
        }
        catch (ElfDamagedException damage)
        {
            throw report.Fatal($"{file} is damaged: {damage.Message}\n");
        }
    }

    private ElfImage? Map(string file)
    {
        // With room for the mapping's last page, so that a large object is not copied.
        bool isKnown = run.Disk.Stat(file, out FileStatus status) == 0 && status is { IsRegular: true, Size: < MostAtOnce };
        byte[] content = isKnown ? GC.AllocateUninitializedArray<byte>((int)ElfImage.MappedSize(status.Size)) : [];
        int errno = run.Disk.Read(file, ref content, out int length);
        // Nothing and directories cannot be mapped.
        if (errno == 0 && length == 0)
            errno = Errno.InvalidArgument;
        else if (errno == Errno.IsDirectory)
            errno = status.Size == 0 ? Errno.InvalidArgument : Errno.NoDevice;
        if (errno == 0)
            return new ElfImage(content, length);
        if (!run.Options.IgnoresMissing)
            throw report.SystemError(file, errno);
        report.IgnoredObject(file, errno);
        return null;
    }

    private void Read(string file, ModuleObject source)
    {
        run.NameSize = source.Image.Class == ElfClass.Elf64 ? 56 : 60;
        var module = new ModuleRecord(file[..Math.Max(0, file.Length - 2)], null) { KeptNames = source.KeptNames };
        int number = run.Table.Add(module);
        var information = new ModuleInformation(source);
        if (!module.IsVmlinux)
            ReadInformation(module, information);
        new SymbolScan(run, module, number, source).Run();
        new SectionChecks.SectionScan(run, module, number, source).Run();
        if (!module.IsVmlinux && (run.Options.SumsAllSources || information.Has("version"u8)))
            module.SourceVersion = new SourceVersion(run).Of(module.Name);
        if (!run.Options.HasVersions)
            return;
        // Nothing mentions the layout of struct module, but its version is what matters most.
        module.Unresolved.Add(new UnresolvedSymbol(new ByteName("module_layout"), isWeak: false));
        if (run.Has(ModpostTrait.CrcsFromCommands))
            new CommandCrcs(run).Read(module, number);
    }

    private void ReadInformation(ModuleRecord module, ModuleInformation information)
    {
        List<ByteName> licences = information.Values("license"u8);
        if (licences.Count == 0)
            report.LicenceMissing(module);
        module.IsGplCompatible = licences.TrueForAll(IsGplCompatible);
        foreach (ByteName name in information.Values("import_ns"u8))
        {
            if (run.Has(ModpostTrait.ModuleNamespaceImportsRefused) && name.Span.StartsWith("module:"u8))
                report.ImportRefused(module, name.ToString());
            module.ImportedNamespaces.Add(name.ToString());
        }
        bool wanted = run.Has(ModpostTrait.DescriptionNeeded) || (run.Options.WarnsMore && run.Has(ModpostTrait.DescriptionWanted));
        if (wanted && !information.Has("description"u8))
            report.DescriptionMissing(module);
    }

    // Kernel include/linux/license.h.
    private static bool IsGplCompatible(ByteName licence) =>
        licence.ToString() is "GPL" or "GPL v2" or "GPL and additional rights" or "Dual BSD/GPL" or "Dual MIT/GPL" or "Dual MPL/GPL";
}
