namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>A member of a device id's structure: where it lies, and how large one element of it is, in bytes.</summary>
internal readonly record struct DeviceField(string Name, int Offset, int Size);
