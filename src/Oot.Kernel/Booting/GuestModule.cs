namespace Oot.Kernel.Booting;

/// <summary>A module that the guest loads.</summary>
/// <param name="Name">The name that the kernel will know it by; empty where the file does not say.</param>
/// <param name="Path">Its file, as the user or the kernel's index names it.</param>
/// <param name="Content">What the guest gets: the file, decompressed unless the kernel is to do that.</param>
/// <param name="Parameters">The text for its parameters: <c>name=value</c>, separated by blanks.</param>
/// <param name="IsDependency">It was not asked for; others need it.</param>
public sealed record GuestModule(string Name, string Path, ReadOnlyMemory<byte> Content, string Parameters, bool IsDependency)
{
    /// <summary>Another module would like to have it (<c>softdep</c>), and does without where it does not load.</summary>
    public bool IsOptional { get; init; }
}
