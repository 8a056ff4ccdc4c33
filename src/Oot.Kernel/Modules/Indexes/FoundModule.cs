namespace Oot.Kernel.Modules.Indexes;

/// <summary>A module that a name or an alias leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its file; null where there is none, as for one that is built in.</param>
/// <param name="IsBuiltIn">It is part of the kernel.</param>
public sealed record FoundModule(string Name, string? Path, bool IsBuiltIn);
