namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>A structure as the target's compiler lays it out. Sizes are bytes.</summary>
internal sealed record DeviceStruct(IReadOnlyList<DeviceField> Fields, int Size, int Alignment)
{
    /// <summary>The member of that name; null when this kernel's structure has none.</summary>
    public DeviceField? Find(string name)
    {
        foreach (DeviceField field in Fields)
        {
            if (field.Name == name)
                return field;
        }
        return null;
    }
}
