namespace Oot.Deploy.Installing;

/// <summary>How modules become files of one kernel.</summary>
/// <param name="Strips">Without debugging information.</param>
/// <param name="Keys">What signs; null for nothing.</param>
/// <param name="Hash">The digest of signatures.</param>
/// <param name="EnforcesSignatures">The kernel loads only what is signed.</param>
public sealed record InstallSettings(bool Strips, SigningKeys? Keys, string Hash, bool EnforcesSignatures, ModuleCompression Compression);
