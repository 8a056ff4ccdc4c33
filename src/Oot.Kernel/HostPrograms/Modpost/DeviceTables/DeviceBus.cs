namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>A kind of device table.</summary>
/// <param name="Struct">The structure of an entry.</param>
/// <param name="Write">Adds the aliases of an entry.</param>
/// <param name="MessageName">How messages call it.</param>
internal sealed record DeviceBus(string Struct, Action<DeviceEntry> Write, string MessageName);
