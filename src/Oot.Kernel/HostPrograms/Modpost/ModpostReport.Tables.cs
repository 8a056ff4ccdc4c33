using System.Globalization;
using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What is said of device tables.</summary>
internal sealed partial class ModpostReport
{
    /// <param name="bus">As <c>MODULE_DEVICE_TABLE</c> has it.</param>
    /// <param name="type">As the structure's name has it.</param>
    public void TableSizeWrong(ModuleRecord module, string table, string bus, string type, ulong entrySize, ulong size)
    {
        if (!traits.Has(ModpostTrait.AliasList))
        {
            throw Fatal(
                $"{module.Name}: sizeof(struct {type}_device_id)={entrySize} is not a modulo of the size of section __mod_{type}__<identifier>_device_table={size}.\n"
                + $"Fix definition of struct {type}_device_id in mod_devicetable.h\n");
        }
        Error($"{module.Name}: type mismatch between {table}[] and MODULE_DEVICE_TABLE({bus}, ...)\n");
    }

    public void TableNotTerminated(ModuleRecord module, string table, string type, ReadOnlySpan<byte> last, ulong count)
    {
        if (traits.Has(ModpostTrait.AliasList))
        {
            Error($"{module.Name}: {table}[] is not terminated with a NULL entry\n");
            return;
        }
        var dump = new StringBuilder($"{module.Name}: struct {type}_device_id is {last.Length} bytes.  The last of {count} is:\n");
        foreach (byte b in last)
            dump.Append(CultureInfo.InvariantCulture, $"0x{b:x2} ");
        Raw(dump.Append('\n').ToString());
        throw Fatal($"{module.Name}: struct {type}_device_id is not terminated with a NULL entry!\n");
    }

    /// <param name="bus"><c>PCI</c> or <c>CDX</c>.</param>
    public void OverrideUnknown(string bus, uint value) => Warn($"Unknown {bus} driver_override alias {value:X8}\n");

    public void ClassMaskUnknown(ModuleRecord module, uint mask) => Warn($"Can't handle masks in {module.Name}:{mask:X4}\n");

    public ModpostStopException AmbaMaskWrong(ModuleRecord module, uint id, uint mask) =>
        Fatal($"{module.Name}: Masked-off bit(s) of AMBA device ID are non-zero: id=0x{id:X8}, mask=0x{mask:X8}.  Please fix this driver.\n");

    public void WmiLengthWrong(ModuleRecord module, string text) => Warn($"Invalid WMI device id 'wmi:{text}' in '{module.Name}'\n");

    public void WmiCharacterWrong(ModuleRecord module, char character, string text) =>
        Warn($"Invalid character {character} inside WMI GUID string '{text}' in '{module.Name}'\n");

    public ModpostStopException AliasTooLong(int size, int needed, int left) => Fatal($"alias buffer ({size}) overflow on append (need {needed}, have {left})\n");

    public ModpostStopException DmiTooLong() => Fatal("dmi_ascii_filter: alias buffer overflow\n");
}
