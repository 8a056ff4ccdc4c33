using Oot.Core;
using Oot.Elf;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>
/// The loader's look at the object, before it believes anything in it (kernel 6.1 and 6.12, kernel/module/main.c, elf_validity_…; 5.10, kernel/module.c). Kernels up to 6.12 check all
/// in one go, later ones in parts; of what both check the order differs, and so the message for an object with several faults.
/// </summary>
internal readonly ref struct ObjectInspection
{
    private const int NullSection = 0, Strings = 3;
    private const ulong Allocated = 2;
    private readonly KernelOffer kernel;
    private readonly ModuleImage image;
    private readonly ElfObject elf;
    private readonly string name;

    private ObjectInspection(KernelOffer kernel, ModuleImage image)
    {
        this.kernel = kernel;
        this.image = image;
        elf = image.Elf;
        name = image.Information.Text("name"u8) ?? "(missing .modinfo section or name field)";
    }

    /// <summary>The first thing that is wrong; null when all is right.</summary>
    internal static LoadProblem? Inspect(KernelOffer kernel, ModuleImage image)
    {
        var inspection = new ObjectInspection(kernel, image);
        LoadProblem? problem = inspection.Header() ?? inspection.Table();
        problem ??= kernel.Traits.Has(LoaderTrait.ObjectCheckedInParts) ? inspection.InParts() : inspection.InOne();
        // 5.10 has one line for most of it.
        bool isOneLine = problem is { Rule: LoadRule.ObjectWrong or LoadRule.OtherArchitecture } && !kernel.Traits.Has(LoaderTrait.ElfMessages) && !problem.Message.Contains("this_module", StringComparison.Ordinal)
            && !problem.Message.Contains("No module found", StringComparison.Ordinal);
        if (!isOneLine)
            return problem;
        string own = problem!.Message.StartsWith("Invalid ELF section", StringComparison.Ordinal) && problem.Message.Contains("in module", StringComparison.Ordinal) ? problem.Message + "\n" : "";
        return problem with { Message = own + "Module has invalid ELF structures" };
    }

    private LoadProblem? Header()
    {
        if (!elf.HasHeader)
            return Wrong($"Invalid ELF header len {elf.Length}");
        if (!elf.HasMagic)
            return Wrong("Invalid ELF header magic: != \u007fELF");
        if (elf.Type != 1)
            return Wrong($"Invalid ELF header type: {elf.Type} != 1");
        if (kernel.Machine is { } machine && elf.Machine != machine.Value)
        {
            return new LoadProblem(LoadRule.OtherArchitecture, $"Invalid architecture in ELF header: {(ushort)elf.Machine}", Errno.ExecFormat, elf.Machine.ToString(),
                $"the module is for {elf.Machine}, the kernel for {machine.Value}", "Build it for this kernel's architecture: `oot build -k KERNEL` with a cross compiler (CROSS_COMPILE), or take the right package.");
        }
        return elf.SectionEntrySize != elf.SectionHeaderSize || elf.Class != kernel.Class ? Wrong("Invalid ELF section header size") : null;
    }

    private LoadProblem? Table() => elf.HasSectionTable ? null : Wrong("Invalid ELF section header overflow");

    // Kernels up to 6.12.
    private LoadProblem? InOne()
    {
        if (NameTable() is { } wrongTable)
            return wrongTable;
        ElfSectionHeader table = elf.Section(elf.NameSection);
        if (!IsInside(table))
            return Wrong($"Invalid ELF section hdr(type {table.Type})");
        if (NameStrings(table) is { } wrongNames)
            return wrongNames;
        if (First() is { } wrongFirst)
            return wrongFirst;
        for (int i = 1; i < elf.SectionCount; i++)
        {
            ElfSectionHeader section = elf.Section(i);
            if (section.Type is NullSection or ElfSectionHeader.NoBits)
                continue;
            if (section.Type == ElfSectionHeader.SymbolTable && Link(section.Link) is { } wrongLink)
                return wrongLink;
            if (!IsInside(section))
                return Wrong($"Invalid ELF section in module (section {i} type {section.Type})");
            if ((section.Flags & Allocated) != 0 && section.Name >= table.Size)
                return Wrong($"Invalid ELF section name in module (section {i} type {section.Type})");
        }
        return kernel.Traits.Has(LoaderTrait.StructSizeChecked) ? Information() ?? Symbols() ?? Module("Only one") : OldModule();
    }

    // Kernels up to 6.3 take the first of each.
    private LoadProblem? OldModule()
    {
        if (image.SymbolTable == 0)
            return Stripped();
        return image.Find(".gnu.linkonce.this_module"u8, allocated: true) == 0 ? Wrong($"{name}: No module found in object") : null;
    }

    // Kernels since 6.13.
    private LoadProblem? InParts()
    {
        if (First() is { } wrongFirst)
            return wrongFirst;
        for (int i = 1; i < elf.SectionCount; i++)
        {
            ElfSectionHeader section = elf.Section(i);
            if (section.Type is not (NullSection or ElfSectionHeader.NoBits) && !IsInside(section))
                return Wrong($"Invalid ELF section in module (section {i} type {section.Type})");
        }
        if (NameTable() is { } wrongTable)
            return wrongTable;
        ElfSectionHeader table = elf.Section(elf.NameSection);
        if (table.Type != Strings)
            return Wrong($"Invalid ELF section name table type: {table.Type}");
        if (NameStrings(table) is { } wrongNames)
            return wrongNames;
        for (int i = 0; i < elf.SectionCount; i++)
        {
            ElfSectionHeader section = elf.Section(i);
            if (section.Type != NullSection && section.Name >= table.Size)
                return Wrong($"Invalid ELF section name in module (section {i} type {section.Type})");
        }
        return Information() ?? Module("Exactly one") ?? Symbols() ?? SymbolStrings() ?? Versions() ?? SymbolNames();
    }

    private LoadProblem? NameTable() => elf.NameSection == 0 || elf.NameSection >= elf.SectionCount
        ? Wrong($"Invalid ELF section name index: {elf.NameSection} || e_shstrndx ({elf.NameSection}) >= e_shnum ({elf.SectionCount})") : null;

    private LoadProblem? NameStrings(in ElfSectionHeader table) => table.Size == 0 ? Wrong("empty section name table")
        : elf.Bytes[(int)(table.Offset + table.Size) - 1] != 0 ? Wrong("ELF Spec violation: section name table isn't null terminated") : null;

    private LoadProblem? First()
    {
        ElfSectionHeader first = elf.Section(0);
        return first.Type != NullSection || first.Size != 0 || first.Address != 0 ? Wrong($"ELF Spec violation: section 0 type({(int)first.Type})!=SH_NULL or non-zero len or addr") : null;
    }

    private LoadProblem? Link(uint link) => link == 0 || link >= elf.SectionCount
        ? Wrong($"Invalid ELF sh_link!=SHN_UNDEF({(int)link}) or (sh_link({(int)link}) >= hdr->e_shnum({elf.SectionCount})") : null;

    private LoadProblem? Information() => Count(".modinfo"u8, out _) > 1 ? Wrong("Only one .modinfo section must exist.") : null;

    private LoadProblem? Symbols()
    {
        int tables = 0;
        foreach (ref readonly ElfSectionHeader section in image.Sections)
            tables += section.Type == ElfSectionHeader.SymbolTable ? 1 : 0;
        return tables == 1 ? null : Stripped();
    }

    private LoadProblem? Module(string howMany)
    {
        if (Count(".gnu.linkonce.this_module"u8, out int index) != 1)
            return Wrong($"module {name}: {howMany} .gnu.linkonce.this_module section must exist.");
        ElfSectionHeader module = image.Sections[index];
        if (module.Type == ElfSectionHeader.NoBits)
            return Wrong($"module {name}: .gnu.linkonce.this_module section must have a size set");
        if ((module.Flags & Allocated) == 0)
            return Wrong($"module {name}: .gnu.linkonce.this_module must occupy memory during process execution");
        if (kernel.StructSize is not { } size || (long)module.Size == size.Value)
            return null;
        return new LoadProblem(LoadRule.StructSize, $"module {name}: .gnu.linkonce.this_module section size must match the kernel's built struct module size at run time", Errno.ExecFormat, "struct module",
            $"struct module has {module.Size} bytes in the module and {size.Value} in the kernel ({size.Source})", "Its configuration or version is another one: build the module against this kernel's own headers.");
    }

    private LoadProblem? SymbolStrings()
    {
        uint link = image.Sections[image.SymbolTable].Link;
        return Link(link) ?? (image.Sections[(int)link].Type != Strings ? Wrong($"Invalid ELF symbol string table type: {image.Sections[(int)link].Type}") : null);
    }

    private LoadProblem? Versions()
    {
        int crcs = image.Find("__version_ext_crcs"u8, allocated: true), names = image.Find("__version_ext_names"u8, allocated: true);
        if (crcs > 0 != names > 0)
            return Wrong("extended version crc+name presence does not match");
        if (crcs == 0)
            return null;
        ReadOnlySpan<byte> rest = elf.Content(image.Sections[names]);
        for (int left = elf.Content(image.Sections[crcs]).Length / 4; left > 0; left--)
        {
            int end = rest.IndexOf((byte)0);
            if (end < 0)
                return Wrong("more extended version crcs than names");
            rest = rest[(end + 1)..];
        }
        return null;
    }

    private LoadProblem? SymbolNames()
    {
        ReadOnlySpan<byte> names = image.SymbolNames, symbols = image.Symbols;
        if (names.IsEmpty)
            return Wrong("empty symbol string table");
        if (names[0] != 0)
            return Wrong("symbol string table missing leading NUL");
        if (names[^1] != 0)
            return Wrong("symbol string table isn't NUL terminated");
        for (int i = 0; i < symbols.Length / elf.SymbolSize; i++)
        {
            if (elf.Symbol(symbols, i).Name >= names.Length)
                return Wrong("symbol name out of bounds in string table");
        }
        return null;
    }

    private int Count(ReadOnlySpan<byte> wanted, out int last)
    {
        int count = last = 0;
        for (int i = 1; i < image.Sections.Length; i++)
        {
            // Until 6.12 sections without bytes are not looked at.
            bool counts = kernel.Traits.Has(LoaderTrait.ObjectCheckedInParts) || image.Sections[i].Type is not (NullSection or ElfSectionHeader.NoBits);
            if (counts && image.NameOf(image.Sections[i]).SequenceEqual(wanted))
            {
                count++;
                last = i;
            }
        }
        return count;
    }

    private bool IsInside(in ElfSectionHeader section) => section.Offset <= (ulong)elf.Length && section.Size <= (ulong)elf.Length - section.Offset;

    private LoadProblem Stripped() => new(LoadRule.Stripped, $"{name}: module has no symbols (stripped?)", Errno.ExecFormat, "", "the module has no symbol table",
        "Strip modules with `strip --strip-debug` only (INSTALL_MOD_STRIP=1 does), or build it again.");

    private static LoadProblem Wrong(string message) => new(LoadRule.ObjectWrong, message, Errno.ExecFormat, "", "the file is no module that this kernel can load: " + message,
        "The file is damaged, or no finished module (modpost and the linker make NAME.ko out of NAME.o): build or copy it again.");
}
