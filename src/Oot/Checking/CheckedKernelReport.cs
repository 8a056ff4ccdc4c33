namespace Oot.Checking;

/// <summary>A kernel that modules were checked against, and where each fact comes from; null is unknown.</summary>
internal sealed record CheckedKernelReport(
    string Name, string? Vermagic, string? VermagicFrom, string? Architecture, bool? Modversions, string? ConfigurationFrom, string? ExportsFrom, int Exports, long? StructModuleSize, string? StructModuleSizeFrom, string? Compiler);
