namespace Oot.Checking;

/// <summary>What a call of <c>oot check</c> asks for.</summary>
internal sealed record CheckRequest(
    IReadOnlyList<string> Files, IReadOnlyList<string> Kernels, IReadOnlyList<string> Certificates, IReadOnlyList<string> Parameters, IReadOnlyList<string> Blacklist, IReadOnlyList<string>? Loaded,
    bool EnforcesSignatures, bool IsLockedDown, bool VerifiesSignatures, bool Json, string? Sarif);
