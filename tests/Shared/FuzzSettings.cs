using System.Globalization;

namespace Oot.Shared;

/// <summary>How inputs are changed by chance, from the environment.</summary>
internal static class FuzzSettings
{
    /// <summary>How long each test goes on, in seconds: <c>OOT_FUZZ_SECONDS</c>.</summary>
    public static int Seconds => Setting("OOT_FUZZ_SECONDS") ?? 8;

    /// <summary>The first seed: <c>OOT_FUZZ_SEED</c>, else a number by chance, which the test prints.</summary>
    public static int Seed => Setting("OOT_FUZZ_SEED") ?? Environment.TickCount & 0xFFFFFF;

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : null;
}
