using System.Globalization;

namespace Oot.Shared;

/// <summary>How inputs are changed by chance, from the environment.</summary>
internal static class FuzzSettings
{
    /// <summary>How long each test goes on, in seconds: <c>OOT_FUZZ_SECONDS</c>.</summary>
    public static int Seconds => Setting("OOT_FUZZ_SECONDS") ?? 8;

    /// <summary>The first seed: <c>OOT_FUZZ_SEED</c>; else, in a run of set length, a number by chance, which the test prints. An ordinary run of the tests leaves nothing to chance.</summary>
    public static int Seed => Setting("OOT_FUZZ_SEED") ?? (Setting("OOT_FUZZ_SECONDS") is null ? 1 : Environment.TickCount & 0xFFFFFF);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : null;
}
