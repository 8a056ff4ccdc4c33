namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Lays members out one after the other as C compilers do.</summary>
/// <param name="isUnion">All members begin at the same place instead.</param>
internal sealed class StructLayout(bool isUnion)
{
    private readonly record struct Member(string Name, int Size, int Alignment, long Count, int Bits, DeviceStruct? Nameless = null);

    private const long MostElements = 1 << 20;
    private readonly List<Member> members = [];

    public void Add(string name, int size, int alignment, long count) =>
        members.Add(new Member(name, size, alignment, Math.Clamp(count, 0, MostElements), 0));

    public void AddBits(string name, int size, int bits) => members.Add(new Member(name, size, size, 1, bits));

    /// <summary>A structure or union without a name: its members are the outer one's.</summary>
    public void AddNameless(DeviceStruct inner) => members.Add(new Member("", inner.Size, inner.Alignment, 1, 0, inner));

    public DeviceStruct End(StructAttributes attributes)
    {
        var fields = new List<DeviceField>();
        int offset = 0, alignment = 1, freeBits = 0, size = 0;
        foreach (Member member in members)
        {
            int own = attributes.IsPacked ? 1 : member.Alignment;
            alignment = Math.Max(alignment, own);
            if (member.Bits > 0 && member.Bits <= freeBits)
            {
                fields.Add(new DeviceField(member.Name, offset - member.Size, member.Size));
                freeBits -= member.Bits;
                continue;
            }
            offset = isUnion ? 0 : Align(offset, own);
            if (member.Nameless is null)
                fields.Add(new DeviceField(member.Name, offset, member.Size));
            foreach (DeviceField inner in member.Nameless?.Fields ?? [])
                fields.Add(inner with { Offset = offset + inner.Offset });
            offset += (int)Math.Min(member.Size * member.Count, int.MaxValue / 4);
            freeBits = member.Bits > 0 ? (member.Size * 8) - member.Bits : 0;
            size = Math.Max(size, offset);
        }
        alignment = Math.Max(alignment, attributes.Alignment);
        return new DeviceStruct(fields, Align(size, alignment), alignment);
    }

    private static int Align(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
