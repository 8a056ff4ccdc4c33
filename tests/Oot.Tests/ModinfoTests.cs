using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary>modinfo against the real ones: kmod 30 of this system, and kmod 34 (tests/setup/kmod-34.sh), over Debian's kernels (tests/setup/kernel-images.sh).</summary>
public class ModinfoTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private static readonly string[][] Selections =
        [[], ["-a"], ["-d"], ["-l"], ["-p"], ["-n"], ["-0"], ["-F", "vermagic"], ["--field=alias"], ["-0", "--fie", "parm"], ["-F", "name"], ["-F", "nothing"], ["-0p"], ["-Fsigner"], ["-a", "-F", "depends"]];

    public static TheoryData<string> Kernels => ["6.1", "6.12"];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_module_is_printed_as_by_both_kmods(string kernel)
    {
        string[] files = Modules(kernel);
        // Decompressing all of 6.12 three times takes half a minute.
        if (kernel != "6.1" && Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1")
            files = [.. files.Where((_, i) => i % 8 == 0)];
        ProgramResult ours = Run(Oot, ["modinfo", .. files]);
        foreach (string judge in Judges())
            Same(Run(judge, files), ours);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_selection_prints_the_same(string kernel)
    {
        string[] files = [.. Modules(kernel).Where((_, i) => i % 397 == 5)];
        foreach (string[] selection in Selections)
        {
            ProgramResult ours = Run(Oot, ["modinfo", .. selection, .. files]);
            foreach (string judge in Judges())
                Same(Run(judge, [.. selection, .. files]), ours);
        }
    }

    [Theory]
    [InlineData("e1000e")]
    [InlineData("ext4", "-m")]
    [InlineData("fs-ext4")]
    [InlineData("fs-ext4", "-m")]
    [InlineData("symbol:drm_dev_alloc")]
    [InlineData("pci:v00008086d00001533sv00000000sd00000000bc02sc00i00")]
    [InlineData("usb:v0BDAp8153d3000dc00dsc00dp00icFFiscFFip00in00")]
    [InlineData("crypto-sha256")]
    [InlineData("[")]
    [InlineData("a]b")]
    [InlineData("unix")]
    [InlineData("unix", "-F", "name")]
    [InlineData("unix", "-n")]
    [InlineData("net-pf-1")]
    [InlineData("snd-hda-intel", "-d")]
    [InlineData("nosuch")]
    [InlineData("nosuch", "-m")]
    [InlineData("kernel/nosuch.ko")]
    public void Names_and_aliases_lead_to_the_same_modules(string word, params string[] options)
    {
        foreach (string kernel in (string[])["6.1", "6.12"])
        {
            string release = Release(kernel);
            string[] words = ["-b", $"{Cache}/images/{kernel}", "-k", release, .. options, word];
            ProgramResult ours = Run(Oot, ["modinfo", .. words]);
            foreach (string judge in Judges())
                Same(Run(judge, words), ours);
        }
    }

    [Fact]
    public void Mistakes_and_missing_files_end_alike()
    {
        string file = Modules("6.1")[7];
        string[][] calls = [[], ["-Z", file], ["-F"], ["--bogus"], ["--f", file], ["--field"], ["--null=1", file], ["nosuch.ko", file, "nosuch"], [file, "/dev/null"], ["-k", "9.9", "ext4"], ["--", "-n"]];
        foreach (string[] call in calls)
        {
            ProgramResult ours = Run(Oot, ["modinfo", .. call]);
            foreach (string judge in Judges())
                Same(Run(judge, call), ours);
        }
    }

    [Fact]
    public void Damaged_files_have_the_same_errors()
    {
        byte[] good = File.ReadAllBytes(Modules("6.1")[11]);
        using var oot = new RunningOot();
        (string Name, byte[] Content)[] files =
        [
            ("empty.ko", []), ("text.ko", "obj-m := x.o\n"u8.ToArray()), ("short.ko", good[..40]), ("header.ko", good[..64]), ("half.ko", good[..(good.Length / 2)]), ("class.ko", [.. good[..4], 7, .. good[5..]]),
            ("order.ko", [.. good[..5], 0, .. good[6..]]), ("unsigned.ko", good[..^30]), ("whole-with.dots-and-dashes.ko", good),
        ];
        foreach ((string name, byte[] content) in files)
        {
            string path = $"{oot.Root.Path}/{name}";
            File.WriteAllBytes(path, content);
            ProgramResult ours = Run(Oot, ["modinfo", path]);
            Same(Run(Judges()[0], [path]), ours);
        }
    }

    [Fact]
    public void Help_and_version_are_kmods()
    {
        string[] judges = Judges();
        for (int i = 0; i < judges.Length; i++)
        {
            Same(Run(judges[i], ["-V"]), Run(Oot, ["modinfo", "--kmod-compat", i == 0 ? "30" : "34", "-V"]));
            Assert.StartsWith(Run(judges[i], ["--help"]).Output.Replace("Usage:\n\tmodinfo", "Usage:\n\tmodinfo", StringComparison.Ordinal), Run(Oot, ["modinfo", "--help"]).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_compressed_module_prints_as_the_plain_one_whatever_its_name()
    {
        string plain = Modules("6.1")[23];
        using var oot = new RunningOot();
        string Copy(string name, params string[] command)
        {
            string path = $"{oot.Root.Path}/{name}";
            ProgramResult made = Run("/bin/sh", ["-c", $"{string.Join(' ', command)} <'{plain}' >'{path}'"]);
            Assert.SkipWhen(made.ExitCode != 0, $"apt-get install {(command[0] == "zstd" ? "zstd" : "xz-utils")}");
            return path;
        }
        string expected = Run(Oot, ["modinfo", plain]).Output.Split('\n', 2)[1];
        foreach (string path in new[] { Copy("a.ko.gz", "gzip"), Copy("b.ko.xz", "xz"), Copy("c.ko.zst", "zstd"), Copy("d.ko", "xz", "--check=crc32"), Copy("e.ko.zst", "zstd", "--no-content-size") })
            Assert.Equal(expected, Run(Oot, ["modinfo", path]).Output.Split('\n', 2)[1]);
    }

    private static string Oot => AppContext.BaseDirectory + "oot";

    private static string[] Judges()
    {
        string second = Cache + "/kmod-34/modinfo";
        string? first = new[] { "/sbin/modinfo", "/usr/sbin/modinfo" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(first is null, "apt-get install kmod");
        Assert.SkipWhen(!File.Exists(second), "tests/setup/kmod-34.sh");
        return [first!, second];
    }

    private static string Release(string kernel)
    {
        string file = $"{Cache}/images/{kernel}/release";
        Assert.SkipWhen(!File.Exists(file), $"tests/setup/kernel-images.sh {kernel}");
        return File.ReadAllText(file).Trim();
    }

    private static string[] Modules(string kernel)
    {
        string directory = $"{Cache}/images/{kernel}/lib/modules/{Release(kernel)}/kernel";
        return [.. Directory.EnumerateFiles(directory, "*.ko*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static ProgramResult Run(string program, string[] words) =>
        new ProgramRunner(new Disk()).Run(new ProgramRequest(program, words, ProcessEnvironment.With(ProcessContext.Environment(), "LC_ALL", "C"), "/"));

    private static void Same(ProgramResult judge, ProgramResult ours)
    {
        // getopt names the program as it was called.
        Assert.Equal(judge.Error.Replace("/usr/sbin/", "", StringComparison.Ordinal).Replace("/sbin/", "", StringComparison.Ordinal), ours.Error);
        Assert.True(judge.Output == ours.Output, $"{First(judge.Output, ours.Output)}");
        Assert.Equal(judge.ExitCode, ours.ExitCode);
    }

    private static string First(string expected, string actual)
    {
        string[] a = expected.Split('\n'), b = actual.Split('\n');
        int at = 0;
        while (at < a.Length && at < b.Length && a[at] == b[at])
            at++;
        return $"line {at + 1}:\n{(at < a.Length ? a[at] : "(end)")}\n{(at < b.Length ? b[at] : "(end)")}";
    }
}
