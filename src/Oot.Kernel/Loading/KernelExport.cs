namespace Oot.Kernel.Loading;

/// <summary>A symbol that a kernel offers.</summary>
/// <param name="HasCrc">Whether its CRC is known.</param>
/// <param name="Crc">The CRC of its declaration.</param>
/// <param name="IsGplOnly">Only modules with a GPL-compatible licence get it.</param>
/// <param name="Owner">The name of the module that has it; empty for the kernel itself.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
public readonly record struct KernelExport(bool HasCrc, uint Crc, bool IsGplOnly, string Owner, string Namespace);
