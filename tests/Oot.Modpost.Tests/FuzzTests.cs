using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>
/// Objects, lists and <c>Module.symvers</c> changed by chance: oot's modpost always ends, without much memory, and says and writes what the real one does unless that crashes.
/// <c>OOT_FUZZ_SECONDS</c> sets the time, <c>OOT_FUZZ_SEED</c> the first seed; inputs that show a difference are kept in <c>artifacts/fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output, LinkedTrees trees) : IClassFixture<LinkedTrees>
{
    private const long MostMemory = 600_000_000;

    private static readonly string[] Seeds =
    [
        "exports", "srcversion", "namespace-missing", "references-distant", "exception-table.mine.text", "licence-second-incompatible", "export-init-exit", "mod-file-many-objects", "undefined",
        "section-not-allocated", "device-tables",
    ];

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(15);

    [Fact]
    public void Changed_inputs_give_what_the_real_one_gives()
    {
        int first = FuzzSettings.Seed, seconds = FuzzSettings.Seconds;
        output.WriteLine($"OOT_FUZZ_SEED={first}");
        using var temporary = new TemporaryDirectory();
        string work = temporary.Path;
        ModpostCase[] cases = [.. Seeds.Select(name => new ModpostCase(Path.Combine(Cache.Cases, name + ".case")))];
        for (int i = 0; i < cases.Length; i++)
            cases[i].Build(Path.Combine(work, i.ToString(CultureInfo.InvariantCulture)));
        Run(work, cases, first, seconds);
    }

    private void Run(string work, ModpostCase[] cases, int first, int seconds)
    {
        int inputs = 0, judged = 0;
        var found = new List<string>();
        for (long end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end && found.Count < 20; inputs++)
        {
            var mutator = new Mutator(first + inputs);
            int number = mutator.Number(cases.Length);
            string changed = Path.Combine(work, "changed");
            Copy(Path.Combine(work, number.ToString(CultureInfo.InvariantCulture)), changed);
            bool isJudged = Change(changed, mutator);
            string kernel = cases[number].Kernels[mutator.Number(cases[number].Kernels.Length)];
            string difference = Difference(work, changed, kernel, cases[number], isJudged, ref judged);
            if (difference.Length > 0)
                found.Add($"OOT_FUZZ_SEED={first + inputs}, {kernel}, {Keep(changed, first + inputs)}: {difference}");
        }
        output.WriteLine($"{inputs} inputs, {judged} of them judged");
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    // False for an object of another class or byte order: the real program was compiled for one of each and is no judge of it.
    private static bool Change(string directory, Mutator mutator)
    {
        string[] files = [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".S", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] objects = [.. files.Where(file => file.EndsWith(".o", StringComparison.Ordinal))];
        string file = mutator.Number(3) > 0 && objects.Length > 0 ? objects[mutator.Number(objects.Length)] : files[mutator.Number(files.Length)];
        byte[] old = File.ReadAllBytes(file), changed = mutator.Change(old);
        File.WriteAllBytes(file, changed);
        return !old.AsSpan().StartsWith("\u007fELF"u8) || changed.Length < 6 || changed.AsSpan(4, 2).SequenceEqual(old.AsSpan(4, 2));
    }

    private string Difference(string work, string inputs, string kernel, ModpostCase @case, bool isJudged, ref int judged)
    {
        var modpost = new Modpost(kernel, @case.Kind);
        var twin = new TwinDirectory(Path.Combine(work, "run"), inputs);
        string[] arguments = @case.ArgumentsFor(kernel);
        long start = Stopwatch.GetTimestamp(), memory = GC.GetTotalAllocatedBytes();
        (Outcome Outcome, SortedDictionary<string, byte[]> Files) own;
        try
        {
            own = twin.Run(directory => modpost.RunOwn(directory, arguments, @case.Input, trees.Real(modpost)));
        }
        catch (Exception crash)
        {
            return crash.ToString();
        }
        if (GC.GetTotalAllocatedBytes() - memory > MostMemory)
            return "it takes too much memory";
        if (Stopwatch.GetElapsedTime(start) > Slow)
            return "it takes too long";
        if (!isJudged)
            return "";
        (Outcome Outcome, SortedDictionary<string, byte[]> Files) real = twin.Run(directory => modpost.RunReal(directory, arguments, @case.Input));
        if (real.Outcome.Exit >= 124 || own.Outcome.Error.Contains(" is damaged: ", StringComparison.Ordinal))
            return "";
        judged++;
        return Comparison.Of(real, own);
    }

    private static string Keep(string inputs, int seed)
    {
        string path = Path.Combine(Checkout.Root, "artifacts/fuzz", $"modpost-{seed}");
        Copy(inputs, path);
        return path;
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
