using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>One entry of a device table, and where the aliases made of it go.</summary>
internal sealed class DeviceEntry(DeviceTable table, int index)
{
    private readonly ulong start = table.Start + ((ulong)index * (ulong)table.Layout.Size);

    public DeviceTable Table => table;

    public int Index => index;

    /// <summary>A member's value; 0 when this kernel's structure has none of that name.</summary>
    public uint this[string field] => table.Layout.Find(field) is DeviceField known ? Value(known) : 0;

    public bool Has(string field) => table.Layout.Find(field) is not null;

    private uint Value(DeviceField field) => field.Size switch
    {
        1 => table.Image.U8(start + (ulong)field.Offset),
        2 => table.Image.U16(start + (ulong)field.Offset),
        _ => table.Image.U32(start + (ulong)field.Offset),
    };

    /// <summary>The string that begins at a member. An array that is full runs on into what follows, as in the C program.</summary>
    public string Text(string field)
    {
        ulong at = Place(field);
        return ByteText.FromBytes(table.Image.Slice(at, (ulong)table.Image.StringLength(at)));
    }

    public ReadOnlySpan<byte> Bytes(string field, int count) => table.Image.Slice(Place(field), (ulong)count);

    /// <summary>Where a member lies in the file.</summary>
    public ulong Place(string field) => start + (ulong)(table.Layout.Find(field)?.Offset ?? 0);

    /// <summary>An alias's piece: the mark, and the member's value in as many digits as its type has, or a star.</summary>
    public string If(bool matters, string mark, string field) => mark + (matters ? Digits(field) : "*");

    /// <summary>The same, a star for the value that means any.</summary>
    public string Unless(uint any, string mark, string field) => If(this[field] != any, mark, field);

    private string Digits(string field)
    {
        int digits = (table.Layout.Find(field)?.Size ?? 0) * 2;
        return digits is 2 or 4 or 8 ? this[field].ToString("X" + digits, System.Globalization.CultureInfo.InvariantCulture) : "";
    }

    /// <summary>Adds an alias.</summary>
    public void Add(string alias) => table.Add(alias);

    /// <summary>Adds an alias that ends in a star, so that more can follow in the future.</summary>
    public void AddOpen(string alias) => table.Add(alias.EndsWith('*') ? alias : alias + "*");
}
