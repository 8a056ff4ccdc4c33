using System.Globalization;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>After each of hundreds of edits oot, with all its memory, does and prints what GNU make does in a twin directory.</summary>
public sealed class TwinEditTests(ITestOutputHelper output)
{
    private static int Rounds => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 3000 : 250;

    [Fact]
    public void No_edit_fools_the_memory()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next(1 << 30);
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        using var judge = new SmallProject(MakeProgram.Judge);
        using var oot = new SmallProject(MakeProgram.Oot);
        var edits = new RandomEdits(seed);
        var history = new List<string>();
        for (int round = 0; round < Rounds; round++)
        {
            // The order of what is written and what is edited must be one that both file systems' clocks can tell.
            SmallProject.Settle();
            history.Add(edits.Next(judge.Path, oot.Path));
            SmallProject.Settle();
            for (int again = 0; again < 3; again++)
            {
                MakeResult expected = judge.Run(edits.Words, edits.Environment);
                MakeResult actual = oot.Run(edits.Words, edits.Environment);
                string place = $"seed {seed}, round {round}, run {again} after: {string.Join("; ", history.TakeLast(6))}; words {string.Join(' ', edits.Words)}; variables {string.Join(' ', edits.Environment)}; {oot.Log}";
                Assert.True(expected == actual, $"{place}\nGNU make: {expected}\noot: {actual}");
                Assert.True(judge.Files() == oot.Files(), $"{place}\nGNU make:\n{judge.Files()}\noot:\n{oot.Files()}");
                if (again < 2)
                    SmallProject.Settle();
            }
        }
        output.WriteLine($"{oot.Remembered} of {Rounds * 3} runs were answered from memory");
        Assert.True(oot.Remembered > Rounds / 3, $"only {oot.Remembered} runs were answered from memory");
    }
}
