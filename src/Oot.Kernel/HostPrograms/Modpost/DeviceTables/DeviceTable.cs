using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>The device table of a module.</summary>
/// <param name="Image">The object, or zeros for a table in <c>.bss</c>.</param>
/// <param name="Start">Where the first entry lies in it.</param>
internal sealed record DeviceTable(ModpostRun Run, ModuleRecord Module, DeviceHeader Header, DeviceStruct Layout, ElfImage Image, ulong Start)
{
    public ModpostReport Report => Run.Report;

    public void Add(string alias)
    {
        // A zero byte ends what the C program prints.
        int zero = alias.IndexOf('\0', StringComparison.Ordinal);
        var added = new ModuleAlias(zero < 0 ? alias : alias[..zero], null);
        if (!Run.Has(ModpostTrait.AliasList) || Module.AliasTexts.Add(added.Text))
            Module.Aliases.Add(added);
    }
}
