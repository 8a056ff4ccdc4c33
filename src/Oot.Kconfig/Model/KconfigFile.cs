namespace Oot.Kconfig.Model;

/// <summary>A Kconfig file that was read.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record KconfigFile(string Name, byte[] Content);
