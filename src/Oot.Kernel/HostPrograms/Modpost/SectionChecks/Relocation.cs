namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>A place that refers to a symbol.</summary>
/// <param name="Offset">Where the reference stands in its section.</param>
/// <param name="Addend">What is added to the symbol's address; of kernels before 6.5 it may be what is read at the place.</param>
internal readonly record struct Relocation(ulong Offset, uint Type, uint Symbol, ulong Addend);
