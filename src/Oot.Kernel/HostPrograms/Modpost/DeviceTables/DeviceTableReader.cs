using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Finds the device tables among a module's symbols, checks their form and makes aliases of their entries (kernel scripts/mod/file2alias.c).</summary>
internal sealed class DeviceTableReader(ModpostRun run, ModuleRecord module, ModuleObject source)
{
    private const ulong MostZeros = 1 << 20;
    private readonly bool hasPrefix = run.Has(ModpostTrait.TablePrefix);
    private DeviceHeader? header;

    /// <summary>Looks at a symbol; one that is no device table is passed over.</summary>
    public void Read(ulong index, ElfSymbol symbol, ByteName name)
    {
        if (!name.Span.StartsWith("__mod_"u8) || symbol.Section == ElfSymbol.Undefined || !symbol.IsObject)
            return;
        uint section = source.SectionOf(index, symbol);
        if (section >= source.SectionCount || !Parse(name.ToString(), out TableName table))
            return;
        int first = module.Aliases.Count;
        if (DeviceBuses.Find(table.Bus, run.Traits) is DeviceBus bus)
            Read(source.Image.Section(section), symbol, table, bus);
        for (int i = first; module.IsVmlinux && i < module.Aliases.Count; i++)
            module.Aliases[i] = module.Aliases[i] with { BuiltinModule = table.Module };
    }

    private readonly record struct TableName(string Bus, string Name, string Module);

    private bool Parse(string name, out TableName table)
    {
        table = default;
        if (!hasPrefix)
        {
            const string Suffix = "_device_table";
            string rest = name["__mod_".Length..];
            int end = rest.IndexOf("__", StringComparison.Ordinal);
            if (!rest.EndsWith(Suffix, StringComparison.Ordinal) || end < 0)
                return false;
            table = new TableName(rest[..end], "", "");
            return true;
        }
        const string Prefix = "__mod_device_table__";
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        return run.Has(ModpostTrait.TableModule) ? ParseModule(name, out table) : ParseBus(name[Prefix.Length..], "", out table);
    }

    private static bool ParseModule(string name, out TableName table)
    {
        table = default;
        const string Mark = "__kmod_";
        int module = name.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        int end = module < Mark.Length ? -1 : name.IndexOf("__", module, StringComparison.Ordinal);
        return end >= 0 && ParseBus(name[(end + 2)..], name[module..end], out table);
    }

    private static bool ParseBus(string rest, string module, out TableName table)
    {
        int end = rest.IndexOf("__", StringComparison.Ordinal);
        table = end < 0 ? default : new TableName(rest[..end], rest[(end + 2)..], module);
        return end >= 0;
    }

    private void Read(ElfSectionHeader section, ElfSymbol symbol, TableName name, DeviceBus bus)
    {
        header ??= new DeviceHeader(run.Tree, source.Image);
        if (header.Struct(bus.Struct) is not { Size: > 0 } layout)
            return;
        ulong size = symbol.Size, entrySize = (ulong)layout.Size;
        ElfImage image = source.Image;
        ulong start = section.Offset + symbol.Value;
        // A table of zeros only may have been put where nothing is stored; the C program tests one bit of the section's type.
        if ((section.Type & ElfSectionHeader.NoBits) != 0)
            (image, start) = (Zeros(size), 0);
        if (!IsWellFormed(image, start, size, entrySize, name, bus))
            return;
        var table = new DeviceTable(run, module, header, layout, image, start);
        for (int i = 0; i < (int)(size / entrySize) - 1; i++)
            bus.Write(new DeviceEntry(table, i));
    }

    private static ElfImage Zeros(ulong size) =>
        size <= MostZeros ? new ElfImage(new byte[size + 1], (int)size + 1) : throw new ElfDamagedException($"a device table of {size} bytes");

    private bool IsWellFormed(ElfImage image, ulong start, ulong size, ulong entrySize, TableName name, DeviceBus bus)
    {
        if (size % entrySize != 0 || size < entrySize)
        {
            run.Report.TableSizeWrong(module, name.Name, name.Bus, bus.MessageName, entrySize, size);
            return false;
        }
        ReadOnlySpan<byte> last = image.Slice(start + size - entrySize, entrySize);
        if (!last.ContainsAnyExcept((byte)0))
            return true;
        run.Report.TableNotTerminated(module, name.Name, bus.MessageName, last, size / entrySize);
        return false;
    }
}
