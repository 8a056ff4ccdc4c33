namespace Oot.Kernel.Modules;

/// <summary>A symbol that a module or kernel offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HasCrc">Whether there is a CRC.</param>
/// <param name="Crc">The CRC of its declaration.</param>
/// <param name="IsGplOnly">Only modules with a GPL-compatible licence get it.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
public readonly record struct ModuleExport(string Name, bool HasCrc, uint Crc, bool IsGplOnly, string Namespace);
