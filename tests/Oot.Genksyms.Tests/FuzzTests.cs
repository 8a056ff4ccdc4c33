using System.Diagnostics;
using Xunit;

namespace Oot.Genksyms.Tests;

/// <summary>
/// Inputs changed by chance: oot's genksyms always ends, and where the kernel's own neither crashes nor runs out of memory
/// both say the same. <c>OOT_FUZZ_SECONDS</c> sets the time, <c>OOT_FUZZ_SEED</c> the first seed; an input that shows a difference is kept in
/// <c>artifacts/fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Kilobytes = 150_000;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    [Fact]
    public void Changed_inputs_give_what_the_kernels_own_gives()
    {
        foreach (string kernel in Kernels.All)
            Kernels.Require(kernel);
        int seed = FuzzSettings.Seed;
        int seconds = FuzzSettings.Seconds;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        List<byte[]> seeds = [.. Directory.GetFiles(CaseFile.Directory).Order(StringComparer.Ordinal).SelectMany(path => CaseFile.Read(Path.GetFileName(path)).Inputs)];
        using var directory = new TemporaryDirectory();
        int inputs = 0, judged = 0;
        for (long end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end; inputs++)
        {
            var mutator = new Mutator(seed + inputs, seeds);
            byte[] input = mutator.Next();
            string kernel = Kernels.All[mutator.Number(Kernels.All.Length)];
            if (Differs(kernel, input, directory.Path, ref judged) is string difference)
                Assert.Fail($"OOT_FUZZ_SEED={seed + inputs}, {kernel}, {Keep(seed + inputs, input)}: {difference}");
        }
        output.WriteLine($"{inputs} inputs, {judged} of them judged");
    }

    private static string? Differs(string kernel, byte[] input, string directory, ref int judged)
    {
        string[] arguments = ["-w", "-d", "-T"];
        long start = Stopwatch.GetTimestamp();
        string actual = Run(directory, "types", path => OotProgram.Run(kernel, [.. arguments, path], input, directory));
        if (Stopwatch.GetElapsedTime(start) > Slow)
            return "it takes too long";
        Outcome outcome = new(0, "", "");
        string expected = Run(directory, "types", path => outcome = Judge.Run(kernel, [.. arguments, path], input, directory, Kilobytes));
        if (outcome.ExitCode is not (0 or 1) || outcome.Error.EndsWith("out of memory\n", StringComparison.Ordinal))
            return null;
        judged++;
        return expected == actual ? null : $"\n{expected}\ninstead of\n{actual}";
    }

    private static string Run(string directory, string file, Func<string, Outcome> run)
    {
        string text = run(file).ToString();
        return $"{text}--- types\n{File.ReadAllText(Path.Combine(directory, file), System.Text.Encoding.Latin1)}";
    }

    private static string Keep(int seed, byte[] input)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts/fuzz")).FullName, $"genksyms-{seed}.c");
        File.WriteAllBytes(path, input);
        return path;
    }
}
