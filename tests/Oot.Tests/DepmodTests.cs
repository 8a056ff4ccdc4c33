using Oot.Core;
using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

/// <summary>depmod's command line beside both kmods: every option, wrong ones too, with messages and exit codes.</summary>
public sealed class DepmodTests
{
    private static string Cache { get; } = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private static readonly string[] Calls =
    [
        "-V", "--help", "1.0", "-n 1.0", "-A 1.0", "-nA 1.0", "-e 1.0", "-F /nope 1.0", "-E /nope 1.0", "9.9", "-n 9.9", "abc", "1.x", "1.0 foo", "1.0 /nofoo", "-a 1.0 foo", "-P ab 1.0", "-P", "--symbol-prefix", "-z", "--zz",
        "--s", "--config", "-wC /nope 1.0", "--dry-run 1.0", "--verbose 1.0", "--quick 1.0", "-u", "--quiet 1.0", "--map 1.0", "-m /x 1.0", "-m lib/modules 1.0", "-o out 1.0", "--outdir=out -n 1.0", "--all 1.0",
    ];

    [Theory]
    [InlineData(30)]
    [InlineData(34)]
    public void Each_call_ends_and_speaks_as_kmods(int level)
    {
        string judge = level == 30 ? "/usr/sbin/depmod" : Cache + "/kmod-34/depmod";
        Assert.SkipWhen(!File.Exists(judge), level == 30 ? "apt-get install kmod" : "tests/setup/kmod-34.sh");
        using var root = new TemporaryDirectory();
        foreach (string call in Calls)
        {
            ProgramResult[] results = [.. new[] { "judge", "own" }.Select(side =>
            {
                Directory.CreateDirectory(root.At($"{side}/lib/modules/1.0"));
                string[] words = ["-b", ".", .. call.Split(' ')];
                string[] ours = ["depmod", "--kmod-compat", level.ToString(System.Globalization.CultureInfo.InvariantCulture), .. words];
                return new ProgramRunner(new Disk()).Run(new ProgramRequest(side == "judge" ? judge : AppContext.BaseDirectory + "oot", side == "judge" ? words : ours,
                    ProcessEnvironment.With(ProcessContext.Environment(), "LC_ALL", "C"), root.At(side)));
            })];
            string expected = results[0].Error.Replace("/usr/sbin/", "", StringComparison.Ordinal).Replace("/judge/", "/own/", StringComparison.Ordinal);
            // Long names of ignored options are said by their letters.
            foreach ((string name, string letter) in (ReadOnlySpan<(string, string)>)[("--quiet", "-q"), ("--map", "-m")])
                expected = expected.Replace($"option {name}\n", $"option {letter}\n", StringComparison.Ordinal);
            Assert.True(expected == results[1].Error, $"{call}:\n{expected}\n{results[1].Error}");
            Assert.True(results[0].ExitCode == results[1].ExitCode, call);
            if (call == "--help")
                Assert.StartsWith(results[0].Output, results[1].Output, StringComparison.Ordinal);
            else
                Assert.True(results[0].Output == results[1].Output, $"{call}:\n{results[0].Output}\n{results[1].Output}");
            Assert.Equal(Files(root.At("judge")), Files(root.At("own")));
        }
    }

    [Fact]
    public void Under_its_name_it_has_kmods_options_only()
    {
        using var root = new TemporaryDirectory();
        Directory.CreateDirectory(root.At("lib/modules/1.0"));
        File.CreateSymbolicLink(root.At("depmod"), AppContext.BaseDirectory + "oot");
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(root.At("depmod"), ["--no-cache"], ProcessContext.Environment(), root.Path));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"{root.At("depmod")}: unrecognized option '--no-cache'\n", result.Error);
    }

    [Fact]
    public void Json_says_what_was_made_and_which_files_no_rule_decides()
    {
        using var root = new TemporaryDirectory();
        root.Write("lib/modules/1.0/kernel/a.ko", "");
        root.Write("lib/modules/1.0/extra/a.ko", "");
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(AppContext.BaseDirectory + "oot", ["depmod", "--json", "--no-cache", "-b", root.Path, "1.0"], ProcessContext.Environment(), root.Path));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"written\": true", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"kept\":", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    private static string Files(string root) => string.Join('\n', Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{path[root.Length..]} {Convert.ToHexString(File.ReadAllBytes(path))}"));
}
