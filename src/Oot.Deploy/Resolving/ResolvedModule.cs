namespace Oot.Deploy.Resolving;

/// <summary>A module that a name leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Alias">The alias that led to it; null where it was asked for by its name.</param>
public sealed record ResolvedModule(string Name, string? Alias);
