namespace Oot.Modinfo;

/// <summary>A signature.</summary>
internal sealed record SignatureReport(string? Signer, string KeyId, string Digest);
