namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>For whom a symbol is exported. Kernels after 5.11 know only the first two.</summary>
internal enum ExportKind : byte
{
    Plain,
    Gpl,
    Unused,
    UnusedGpl,
    GplFuture,
    Unknown,
}
