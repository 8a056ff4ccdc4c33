namespace Oot.Modpost.Tests;

/// <summary>Where the judges lie (<c>tests/setup</c>), and where the cases do.</summary>
internal static class Cache
{
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("OOT_TEST_CACHE")
        ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".cache"), "oot-test");

    public static string Cases => Path.Combine(Checkout.Tests, "cases", "modpost");
}
