namespace Oot.Trying;

/// <summary>A module in the guest, in JSON. An errno is null where the call did not return, and for unloading also where there was no call.</summary>
internal sealed record TriedModuleReport(
    string File, string Module, bool IsDependency, string Parameters, bool Loaded, int? Errno, string? ErrnoName, ulong Taint, string Taints, bool Live, int? UnloadErrno, List<string> Log);
