namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>How a <see cref="ModpostTrait"/> shows in a kernel tree, the best sign first.</summary>
/// <param name="InProgram">Text that the tree's own modpost has in it, whatever machine it was made for; null when none tells.</param>
/// <param name="WhenAbsent">Whether the trait is there when that text is <em>not</em>.</param>
/// <param name="File">A file of the tree; null when none tells.</param>
/// <param name="InFile">Text that the file has in it; empty when its being there is enough.</param>
/// <param name="Since">The first mainline release, as <c>1000 * VERSION + PATCHLEVEL</c>: what decides where nothing else does.</param>
/// <param name="Until">The first without it again; 0 when it has stayed.</param>
internal sealed record ModpostTraitSign(ModpostTrait Trait, int Since, string? InProgram = null, bool WhenAbsent = false, string? File = null, string InFile = "", int Until = 0);
