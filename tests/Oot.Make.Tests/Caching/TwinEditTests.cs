using System.Globalization;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>After each of hundreds of edits oot, with all its memory, does and prints what GNU make does in a twin directory.</summary>
public sealed class TwinEditTests(ITestOutputHelper output)
{
    private const int RoundsOfOneProject = 25;

    private static int Rounds => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 3000 : 250;

    [Fact]
    public void No_edit_fools_the_memory() => Edit(Rounds, generates: false, runs: 3);

    [Fact]
    public void No_edit_fools_the_witness() => Edit(Rounds / 2, generates: true, runs: 5);

    private void Edit(int rounds, bool generates, int runs)
    {
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : isLong ? Random.Shared.Next(1 << 30) : 1;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        int remembered = 0;
        for (int first = 0; first < rounds; first += RoundsOfOneProject)
            remembered += Remembered(seed + first, generates, runs);
        output.WriteLine($"{remembered} of {rounds * runs} runs were answered from memory");
        Assert.True(remembered > rounds / 5, $"only {remembered} runs were answered from memory");
    }

    // A project that was edited until it no longer builds would never be remembered again: so many rounds, then a new one.
    private static int Remembered(int seed, bool generates, int runs)
    {
        using var judge = new SmallProject(MakeProgram.Judge, generates: generates);
        using var oot = new SmallProject(MakeProgram.Oot, generates: generates);
        var edits = new RandomEdits(seed);
        var history = new List<string>();
        for (int round = 0; round < RoundsOfOneProject; round++)
        {
            // The order of what is written and what is edited must be one that both file systems' clocks can tell.
            SmallProject.Settle();
            history.Add(edits.Next(judge.Path, oot.Path));
            SmallProject.Settle();
            for (int again = 0; again < runs; again++)
            {
                MakeResult expected = judge.Run(edits.Words, edits.Environment);
                MakeResult actual = oot.Run(edits.Words, edits.Environment);
                string place = $"seed {seed}, round {round}, run {again} after: {string.Join("; ", history.TakeLast(6))}; words {string.Join(' ', edits.Words)}; variables {string.Join(' ', edits.Environment)}; {oot.Log}";
                Assert.True(expected == actual, $"{place}\nGNU make: {expected}\noot: {actual}");
                Assert.True(judge.Files() == oot.Files(), $"{place}\nGNU make:\n{judge.Files()}\noot:\n{oot.Files()}");
                if (again < runs - 1)
                    SmallProject.Settle();
            }
        }
        return oot.Remembered;
    }
}
