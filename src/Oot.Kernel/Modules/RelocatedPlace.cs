namespace Oot.Kernel.Modules;

/// <summary>A place that the loader fills in, and with what.</summary>
/// <param name="Offset">The place in its section.</param>
/// <param name="Section">The section that the symbol is in; 0 where it is undefined, −1 where the value is absolute.</param>
/// <param name="Value">The symbol's place in that section, the addend included.</param>
internal readonly record struct RelocatedPlace(ulong Offset, int Section, ulong Value);
