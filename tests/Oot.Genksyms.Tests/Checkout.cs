namespace Oot.Genksyms.Tests;

/// <summary>Where the sources are.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "oot.slnx")) ? directory : Find(Path.GetDirectoryName(directory.TrimEnd('/')) ?? throw new InvalidOperationException("not in a checkout"));
}
