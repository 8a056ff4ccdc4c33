using System.Diagnostics;
using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot try</c> with real kernels: Debian's for clouds, under TCG. One boot always, the others with <c>OOT_LONG_TESTS=1</c>.</summary>
public class TryVerbTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private const string Makefile = "obj-m := tried.o\n";

    private const string Source = """
        #include <linux/module.h>
        #include <linux/delay.h>
        #include <linux/interrupt.h>
        static char *mode = "none";
        module_param(mode, charp, 0444);
        static int __init tried_init(void)
        {
            pr_info("mode is %s\n", mode);
            if (!strcmp(mode, "fail"))
                return -ENODEV;
            if (!strcmp(mode, "oops"))
                *(volatile int *)8 = 1;
            if (!strcmp(mode, "panic"))
                panic("as asked");
            if (!strcmp(mode, "hang"))
                msleep(3600000);
            return 0;
        }
        static void __exit tried_exit(void) { pr_info("bye\n"); }
        module_init(tried_init);
        module_exit(tried_exit);
        MODULE_LICENSE("GPL");

        """;

    [Fact]
    public void Modules_are_loaded_with_what_they_need_and_the_scripts_code_is_returned()
    {
        using var oot = new RunningOot();
        string own = Built(oot, "6.1-cloud"), vfat = Module("6.1-cloud", "vfat");
        oot.Root.Write("script", "cut -d' ' -f1 /proc/modules | sort | xargs\ncat /sys/module/tried/parameters/mode\nprintf end; exit 7\n");
        ProgramResult result = Try(oot, own, vfat, "-k", Image("6.1-cloud"), "--accel", "tcg", "--param", "tried.mode=it's", "--run", oot.Root.Path + "/script", "--json");
        Assert.Equal((7, "fat tried vfat\nit's\nend\n"), (result.ExitCode, result.Error));
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("loaded", "tcg", 7, Release("6.1-cloud")), (root.GetProperty("outcome").GetString(), root.GetProperty("accelerator").GetString(), root.GetProperty("scriptStatus").GetInt32(), root.GetProperty("kernel").GetString()));
        JsonElement[] modules = [.. root.GetProperty("modules").EnumerateArray()];
        Assert.Equal(["tried", "fat", "vfat"], modules.Select(module => module.GetProperty("module").GetString()));
        Assert.Equal(["OE", "OE", "OE"], modules.Select(module => module.GetProperty("taints").GetString()));
        Assert.Equal([0, 0, 0], modules.Select(module => module.GetProperty("unloadErrno").GetInt32()));
        Assert.Equal(
            ["tried: loading out-of-tree module taints kernel.", "tried: module verification failed: signature and/or required key missing - tainting kernel", "mode is it's", "bye"],
            // What the kernel says of its clocks falls where it falls.
            modules[0].GetProperty("log").EnumerateArray().Select(line => line.GetString()!).Where(line => !line.StartsWith("tsc: ", StringComparison.Ordinal) && !line.StartsWith("clocksource: ", StringComparison.Ordinal)));
        Assert.Empty(Leftovers(oot));
    }

    [Fact]
    public void A_refusal_comes_with_the_errno_and_the_kernels_words()
    {
        IsLong();
        using var oot = new RunningOot();
        string own = Built(oot, "6.1-cloud"), other = oot.Root.Path + "/other.ko";
        // With MODVERSIONS the release is not compared, all that follows is.
        File.WriteAllText(other, File.ReadAllText(own, System.Text.Encoding.Latin1).Replace(" mod_unload ", " mod_unlOad ", StringComparison.Ordinal), System.Text.Encoding.Latin1);
        ProgramResult result = Try(oot, other, "-k", Image("6.1-cloud"));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{other}: refused with Exec format error (ENOEXEC) on {Release("6.1-cloud")}\n  kernel log: tried: version magic '", result.Output, StringComparison.Ordinal);
        Assert.Contains("[OOT1908]", result.Error);
        // It is only vermagic that is wrong, and the kernel can be told to look away.
        Assert.Equal((0, ""), Try(oot, other, "-k", Image("6.1-cloud"), "--flags", "ignore-vermagic") is var forced ? (forced.ExitCode, forced.Error) : default);
    }

    [Theory]
    [InlineData("6.1-cloud")]
    [InlineData("6.12-cloud")]
    [InlineData("7.x-cloud")]
    public void Every_kernels_own_modules_load_either_way(string kernel)
    {
        IsLong();
        using var oot = new RunningOot();
        string vfat = Module(kernel, "vfat");
        foreach (string[] flags in new[] { Array.Empty<string>(), ["--flags", "memory"] })
        {
            ProgramResult result = Try(oot, [vfat, "-k", Image(kernel), .. flags]);
            Assert.Equal((0, $"{vfat}: loaded on {Release(kernel)}\n", ""), (result.ExitCode, result.Output, result.Error));
        }
    }

    [Fact]
    public void A_kernel_for_arm64_loads_its_modules()
    {
        IsLong();
        Assert.SkipWhen(!File.Exists("/usr/bin/qemu-system-aarch64"), "apt-get install qemu-system-arm");
        using var oot = new RunningOot();
        string image = Image("6.1-cloud-arm64"), vfat = Module("6.1-cloud-arm64", "vfat"), other = Module("6.1-cloud", "nls_utf8");
        foreach (string[] flags in new[] { Array.Empty<string>(), ["--flags", "memory"] })
            Assert.Equal((0, $"{vfat}: loaded on {Release("6.1-cloud-arm64")}\n", ""), Try(oot, [vfat, "-k", image, "--busybox", image + "/bin/busybox", .. flags]) is var result ? (result.ExitCode, result.Output, result.Error) : default);
        ProgramResult refused = Try(oot, other, "-k", image, "--busybox", image + "/bin/busybox");
        Assert.Contains("Exec format error (ENOEXEC)", refused.Output);
        Assert.Contains("kernel log: Invalid architecture in ELF header: 62", refused.Output);
        // This machine's own is of no use there.
        Assert.Equal(69, Try(oot, vfat, "-k", image, "--busybox", "/bin/busybox").ExitCode);
        Assert.Empty(Leftovers(oot));
    }

    [Fact]
    public void Verdicts_are_proved_and_differences_reported()
    {
        IsLong();
        using var oot = new RunningOot();
        string own = Built(oot, "6.1-cloud"), image = Image("6.1-cloud"), changed = oot.Root.Path + "/changed.ko";
        byte[] bytes = File.ReadAllBytes(Module("6.1-cloud", "nls_utf8"));
        bytes[200] ^= 1;
        File.WriteAllBytes(changed, bytes);
        string sarif = oot.Root.Path + "/out.sarif";
        ProgramResult result = Check(oot, own, changed, "-k", image, "--param", "mode=fine", "--prove", "--json", "--sarif", sarif);
        JsonElement[] verdicts = [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("verdicts").EnumerateArray()];
        // A refusal that was predicted is no difference; it is a refusal all the same.
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.All(verdicts, verdict => Assert.True(verdict.GetProperty("proof").GetProperty("proven").GetBoolean()));
        Assert.Equal(["loads with taint", "refused"], verdicts.Select(verdict => verdict.GetProperty("outcome").GetString()));
        Assert.Equal("EKEYREJECTED", verdicts[1].GetProperty("proof").GetProperty("errnoName").GetString());
        Assert.Equal("mode is fine", verdicts[0].GetProperty("proof").GetProperty("log").EnumerateArray().Last().GetString());
        JsonElement run = JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0];
        Assert.Equal([("loaded", true), ("EKEYREJECTED", true)], run.GetProperty("properties").GetProperty("proofs").EnumerateArray().Select(proof => (proof.GetProperty("result").GetString(), proof.GetProperty("proven").GetBoolean())));
        Assert.DoesNotContain(run.GetProperty("results").EnumerateArray(), found => found.GetProperty("ruleId").GetString() == "OOT1910");
        // What init returns cannot be predicted.
        result = Check(oot, own, "-k", image, "--param", "mode=fail", "--prove", "--sarif", sarif);
        run = JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0];
        Assert.Equal($"tried on {Release("6.1-cloud")}: result predicted: loaded; the booted kernel: ENODEV. Its own init function returned an error.",
            Assert.Single(run.GetProperty("results").EnumerateArray(), found => found.GetProperty("ruleId").GetString() == "OOT1910").GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("not as predicted", result.Output);
        Assert.Contains("its own init function returned an error", result.Output);
        Assert.Contains("result, predicted: loaded\n  result, kernel:    ENODEV", result.Output);
        Assert.Contains("[OOT1910]", result.Error);
        // Where it is said what is loaded, each has its own boot.
        result = Check(oot, own, "-k", image, "--loaded", "tried", "--sig-enforce", "--blacklist", "x", "--prove");
        Assert.Contains("1 of 1 as predicted", result.Output);
        Assert.Empty(Leftovers(oot));
    }

    [Theory]
    [InlineData("fail", "refused with No such device (ENODEV)", "", "[OOT1908]")]
    [InlineData("oops", "did not come back from loading", "BUG: kernel NULL pointer dereference, address: 0000000000000008", "crashed while it loaded tried [OOT1906]")]
    [InlineData("panic", "did not come back from loading", "Kernel panic - not syncing: as asked", "crashed while it loaded tried [OOT1906]")]
    public void A_module_that_fails_is_a_failure_with_its_log(string mode, string word, string console, string error)
    {
        IsLong();
        using var oot = new RunningOot();
        ProgramResult result = Try(oot, Built(oot, "6.1-cloud"), "-k", Image("6.1-cloud"), "--param", "mode=" + mode);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(word, result.Output);
        Assert.Contains(console, result.Output);
        Assert.Contains(error, result.Error);
        Assert.Empty(Leftovers(oot));
    }

    [Fact]
    public void A_module_that_hangs_is_ended_when_the_time_is_up()
    {
        IsLong();
        using var oot = new RunningOot();
        ProgramResult result = Try(oot, Built(oot, "6.1-cloud"), "-k", Image("6.1-cloud"), "--param", "mode=hang", "--timeout", "20");
        Assert.Equal((1, "error: the virtual machine was ended after 20 seconds, while it loaded tried [OOT1907]"), (result.ExitCode, result.Error.Split('\n')[0]));
        Assert.Empty(Leftovers(oot));
    }

    [Fact]
    public async Task An_interrupt_ends_everything()
    {
        IsLong();
        using var oot = new RunningOot();
        var start = new ProcessStartInfo(AppContext.BaseDirectory + "oot", ["try", Module("6.1-cloud", "vfat"), "-k", Image("6.1-cloud"), "--timeout", "60"]) { RedirectStandardError = true };
        start.Environment["TMPDIR"] = oot.Root.Path;
        using Process process = Process.Start(start)!;
        while (!process.HasExited && !Leftovers(oot).Any(directory => File.Exists(directory + "/console")))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        string said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((130, "oot: interrupted\n"), (process.ExitCode, said));
        Assert.Empty(Leftovers(oot));
    }

    [Fact]
    public void What_is_missing_is_named_with_its_package()
    {
        using var oot = new RunningOot();
        string vfat = Module("6.1-cloud", "vfat");
        ProgramResult result = oot.RunWith([("PATH", oot.Root.Path)], "try", vfat, "-k", Image("6.1-cloud"));
        Assert.Equal((69, "error: qemu-system-x86_64 is not installed [OOT1902]\n  Install the package qemu-system-x86.\n"), (result.ExitCode, result.Error));
        oot.Root.Write("no-image/lib/modules/9.9.9/modules.dep", "");
        Assert.Equal((69, "[OOT1901]"), Try(oot, vfat, "-k", oot.Root.Path + "/no-image") is var none ? (none.ExitCode, none.Error.Split('\n')[0][^9..]) : default);
        Assert.Equal(66, Try(oot, oot.Root.Path + "/none.ko", "-k", Image("6.1-cloud")).ExitCode);
        Assert.Equal(66, Try(oot, vfat, "-k", Image("6.1-cloud"), "--run", oot.Root.Path + "/none").ExitCode);
        Assert.Equal(69, Try(oot, vfat, "-k", "9.9.9-none").ExitCode);
        Assert.Equal(64, Try(oot, vfat, "-k", Image("6.1-cloud"), "--timeout", "0").ExitCode);
        Assert.Equal(64, Try(oot, vfat, "-k", Image("6.1-cloud"), "--flags", "force").ExitCode);
    }

    private static ProgramResult Try(RunningOot oot, params string[] words) => oot.RunWith([("TMPDIR", oot.Root.Path)], ["try", .. words]);

    private static ProgramResult Check(RunningOot oot, params string[] words) => oot.RunWith([("TMPDIR", oot.Root.Path)], ["check", .. words]);

    private static string[] Leftovers(RunningOot oot) => Directory.GetDirectories(oot.Root.Path, "oot-try-*");

    private static void IsLong() => Assert.SkipWhen(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1", "a long test: OOT_LONG_TESTS=1 runs it");

    private static string Built(RunningOot oot, string kernel)
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/qemu-system-x86_64"), "apt-get install qemu-system-x86");
        Assert.SkipWhen(!File.Exists("/bin/busybox"), "apt-get install busybox-static");
        string tree = $"{Cache}/kernels/{kernel}/build";
        Assert.SkipWhen(!Directory.Exists(tree), $"tests/setup/kernels.sh {kernel}");
        Assert.SkipWhen(!new DirectoryInfo(tree).ResolveLinkTarget(true)!.FullName.EndsWith(Release(kernel), StringComparison.Ordinal), "image and headers are of different releases");
        string directory = oot.Module("tried", Makefile);
        oot.Root.Write("tried/tried.c", Source);
        Assert.Equal(0, oot.Build(directory, tree));
        return directory + "/tried.ko";
    }

    private static string Image(string kernel)
    {
        Assert.SkipWhen(!File.Exists($"{Cache}/images/{kernel}/release"), $"tests/setup/kernel-images.sh {kernel}");
        return $"{Cache}/images/{kernel}";
    }

    private static string Release(string kernel) => File.ReadAllText(Image(kernel) + "/release").Trim();

    private static string Module(string kernel, string name) => Directory.EnumerateFiles($"{Image(kernel)}/lib/modules/", name + ".ko*", SearchOption.AllDirectories).Single();
}
