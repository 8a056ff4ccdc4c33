using System.Diagnostics;
using System.Text;
using Oot.Core;
using Oot.Kconfig.Modes;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>Kconfig files and configurations changed by chance end in a tree or in messages, soon and without an exception. <c>OOT_FUZZ_SECONDS</c>, <c>OOT_FUZZ_SEED</c>.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Versions = ["5.10.0", "6.1.0", "6.12.0", "7.3.0"];

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private static readonly string[] Words =
    [
        "\n", "\t", " ", "\"", "'", "$(", ")", "(", "!", "&&", "||", "=", "!=", "<", "if ", "endif\n", "menu \"m\"\n", "endmenu\n", "choice\n", "endchoice\n", "config A\n", "\tbool \"a\"\n", "\ttristate\n",
        "\tdepends on A\n", "\tselect B\n", "\timply A\n", "\tdefault y\n", "\thelp\n", "source \"Kconfig\"\n", "$(shell,x)", "x := $(x)\n", "\\\n", "\0", "\r\n", "\u00ff", "visible if A\n", "range 1 2\n",
        "modules\n", "transitional\n", "optional\n", "CONFIG_A=y\n", "# CONFIG_B is not set\n", "CONFIG_S=\"\\\"\n",
    ];

    [Fact]
    public void Changed_files_end_in_a_tree_or_in_messages()
    {
        int seed = FuzzSettings.Seed, inputs = 0;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        string[] seeds = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "cases/kconfig"), "*.case").Order(StringComparer.Ordinal)];
        using var temporary = new TemporaryDirectory();
        for (long end = Stopwatch.GetTimestamp() + (FuzzSettings.Seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end; inputs++)
        {
            var random = new Random(seed + inputs);
            var @case = new KconfigCase(seeds[random.Next(seeds.Length)]);
            foreach ((string file, string text) in @case.Files)
                File.WriteAllText(PathOf(temporary, file), ChangedText.Of(text, random, Words), Encoding.Latin1);
            long start = Stopwatch.GetTimestamp();
            Run(temporary, new Random(seed + inputs).Next(4));
            Assert.True(Stopwatch.GetElapsedTime(start) < Slow, $"OOT_FUZZ_SEED={seed + inputs} takes too long");
        }
        output.WriteLine($"{inputs} inputs");
    }

    [Theory]
    [InlineData("config A\n\tbool \"a\"\n\tdepends on (((((((((((((((((((((", 400_000, "(", "Kconfig")]
    [InlineData("config A\n\tbool \"", 10_000_000, "x", "Kconfig")]
    [InlineData("", 200_000, "if A\n", "Kconfig")]
    [InlineData("x = $(", 2_000_000, "$(", "Kconfig")]
    [InlineData("CONFIG_A=", 10_000_000, "y", ".config")]
    [InlineData("", 10_000_000, "x", ".config")]
    public void Extreme_input_gives_a_message(string beginning, int count, string more, string file)
    {
        using var temporary = new TemporaryDirectory();
        temporary.Write("Kconfig", "config A\n\tbool \"a\"\n");
        temporary.Write(".config", "CONFIG_A=y\n");
        temporary.Write(file, beginning + new StringBuilder().Insert(0, more, count));
        long start = Stopwatch.GetTimestamp();
        Run(temporary, 3);
        Assert.True(Stopwatch.GetElapsedTime(start) < Slow);
    }

    private static string PathOf(TemporaryDirectory directory, string file)
    {
        string path = directory.At(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static void Run(TemporaryDirectory directory, int version)
    {
        string[] environment = [$"srctree={directory.Path}", "KERNELVERSION=" + Versions[version]];
        var session = new KconfigSession(new Disk(), environment, new NoCommands());
        if (ConfProgram.Read(session, directory.At("Kconfig"), out int code) is not { } tree)
        {
            Assert.Equal(1, code);
            return;
        }
        ConfProgram.Load(session, tree, directory.At(".config"), out _);
    }
}
