using Oot.Deploy.Installing;

namespace Oot.Installing;

/// <summary>What a call of <c>oot install</c> asks for. Words are as the user gave them.</summary>
internal sealed record InstallRequest(IReadOnlyList<string> Words, IReadOnlyList<string> Kernels, string Root, string Directory, bool DryRun, bool Force, bool AllowsShadowed, bool Strips, string? Key, string? Certificate, BootSettings Boot, bool MakesInitramfs, bool Json);
