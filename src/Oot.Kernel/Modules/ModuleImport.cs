namespace Oot.Kernel.Modules;

/// <summary>A symbol that a module does not define.</summary>
/// <param name="Start">Where its name begins in the names of <see cref="ModuleImports"/>.</param>
/// <param name="Length">Its name's size in bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="HasVersion">The module carries a CRC for it.</param>
/// <param name="Crc">That CRC; the section's number for <see cref="ImportKind.BadSection"/>.</param>
public readonly record struct ModuleImport(int Start, int Length, ImportKind Kind, bool HasVersion, uint Crc);
