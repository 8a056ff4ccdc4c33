using System.Diagnostics;
using Oot.Elf;
using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>
/// Inputs changed by chance: oot's programs always end, and say and write what the kernel trees' own do. <c>OOT_FUZZ_SECONDS</c> sets the time of each test,
/// <c>OOT_FUZZ_SEED</c> the first seed; an input that shows a difference is kept in <c>artifacts/fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] DependencyPieces =
        [.. new[] { ":", " ", "\\\n", "\n", "\\ ", "\\#", "#", "$$", "x.o", "include/config/auto.conf", "include/generated/autoconf.h", "\r\n", "\0", "//", "a: b\n", " \\\n  ", "\t" }.Select(System.Text.Encoding.Latin1.GetBytes)];

    [Fact]
    public void Dependency_files_of_any_kind_are_read_as_the_trees_fixdep_reads_them()
    {
        string files = Path.Combine(Checkout.Tests, "cases", "fixdep");
        byte[][] seeds = [.. Directory.EnumerateFiles(files, "*.d").Order(StringComparer.Ordinal).Select(path =>
            System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace("@FILES@", Path.Combine(files, "files"), StringComparison.Ordinal)))];
        HeaderPackage[] packages = [.. new[] { "5.10", "6.1", "6.12" }.Select(HeaderPackage.Get)];
        using var directory = new TemporaryDirectory();
        string name = Path.Combine(directory.Path, "x.d");
        Repeat("fixdep", seeds, DependencyPieces, (random, input) =>
        {
            File.WriteAllBytes(name, input);
            string[] arguments = [name, "x.o", "cc -c x.c"];
            HeaderPackage package = packages[random.Next(packages.Length)];
            CallResult judge = package.Judge("scripts/basic/fixdep", arguments, Environment.CurrentDirectory), own = package.Oot("scripts/basic/fixdep", arguments);
            // Beyond 128 the judge was killed: it reads behind the end of some inputs.
            return judge.ExitCode >= 128 || judge == own ? null : $"{package.Name}: {judge} instead of {own}";
        });
    }

    [Fact]
    public void Objects_of_any_kind_are_read_or_refused()
    {
        Repeat("elf", Objects(), [], (_, input) =>
        {
            if (!ElfFile.Read(input, out ElfFile file, out string error))
                return error.Length > 0 ? null : "no reason";
            foreach (ElfSection section in file.Sections)
            {
                file.Content(section);
                file.Strings(section.Name);
            }
            return null;
        });
    }

    [Fact]
    public void Objects_of_any_kind_are_left_or_changed_by_recordmcount()
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        using var directory = new TemporaryDirectory();
        string name = Path.Combine(directory.Path, "x.o");
        Repeat("recordmcount", Objects(), [], (_, input) =>
        {
            File.WriteAllBytes(name, input);
            CallResult result = package.Oot("scripts/recordmcount", [name]);
            return result.ExitCode is 0 or 1 && new FileInfo(name).Length <= (2 * input.Length) + 1_000_000 ? null : $"{result}";
        });
    }

    private static byte[][] Objects()
    {
        using var directory = new TemporaryDirectory();
        string source = Path.Combine(Checkout.Tests, "cases", "recordmcount", "sections.c"), name = Path.Combine(directory.Path, "x.o");
        var objects = new List<byte[]>();
        foreach (string words in new[] { "-pg -mfentry", "-m32 -pg -fno-pic", "-pg -g -ffunction-sections" })
        {
            Assert.Equal(0, TwinBuild.Start("gcc", [.. words.Split(' '), "-O2", "-c", source, "-o", name]).Exit);
            objects.Add(File.ReadAllBytes(name));
        }
        return [.. objects];
    }

    private void Repeat(string what, byte[][] seeds, byte[][] pieces, Func<Random, byte[], string?> run)
    {
        int seed = FuzzSettings.Seed, inputs = 0;
        long end = Stopwatch.GetTimestamp() + (FuzzSettings.Seconds * Stopwatch.Frequency);
        for (; Stopwatch.GetTimestamp() < end; inputs++)
        {
            var random = new Random(seed + inputs);
            byte[] input = Change(random, seeds[random.Next(seeds.Length)], pieces);
            long start = Stopwatch.GetTimestamp();
            string? wrong = run(random, input) ?? (Stopwatch.GetElapsedTime(start).TotalSeconds > 20 ? "it takes too long" : null);
            if (wrong is null)
                continue;
            string kept = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts/fuzz")).FullName, $"{what}-{seed + inputs}");
            File.WriteAllBytes(kept, input);
            Assert.Fail($"OOT_FUZZ_SEED={seed + inputs}, {kept}: {wrong}");
        }
        output.WriteLine($"OOT_FUZZ_SEED={seed}: {inputs} inputs");
    }

    private static byte[] Change(Random random, byte[] seed, byte[][] pieces)
    {
        var bytes = new List<byte>(seed);
        for (int i = random.Next(1, 12); i > 0; i--)
        {
            int at = random.Next(bytes.Count + 1);
            int choice = random.Next(pieces.Length > 0 ? 5 : 3);
            if (choice == 0 && at < bytes.Count)
                bytes[at] = (byte)random.Next(256);
            else if (choice == 1 && at < bytes.Count)
                bytes[at] = random.Next(4) switch { 0 => 0, 1 => 0xff, 2 => 0x7f, _ => (byte)(bytes[at] + 1) };
            else if (choice == 2 && random.Next(4) == 0)
                bytes.RemoveRange(at, random.Next(bytes.Count - at + 1));
            else if (choice >= 3)
                bytes.InsertRange(at, pieces[random.Next(pieces.Length)]);
        }
        return [.. bytes];
    }
}
