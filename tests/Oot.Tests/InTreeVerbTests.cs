using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary>
/// <c>oot build --in-tree</c>: drivers that Debian's kernel for clouds leaves out, built for that kernel from the sources of its version, and loaded in it. One driver and the refusals always, the others with
/// <c>OOT_LONG_TESTS=1</c>.
/// </summary>
public class InTreeVerbTests
{
    private const string Kernel = "6.12-cloud";

    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    [Fact]
    public void A_driver_that_the_kernel_lacks_is_built_for_it_and_loads()
    {
        using var oot = new RunningOot();
        ProgramResult built = Build(oot, "out", "--in-tree", "joydev");
        Assert.Equal((0, $"oot: CONFIG_INPUT_JOYDEV=m is turned on for drivers/input/joydev\noot: building joydev of {Source()} for {Release()}\n"), (built.ExitCode, built.Error));
        Assert.EndsWith($"built: {oot.Root.Path}/out/joydev.ko\n  from:       drivers/input/joydev\n  for kernel: {Release()} ({Tree()})\n  vermagic:   {Release()} SMP preempt mod_unload modversions \n", built.Output, StringComparison.Ordinal);
        Assert.Equal([], Directory.EnumerateFiles(Source() + "/drivers/input", "*.o"));
        Assert.Equal(["joydev"], Loaded(oot, "out/joydev.ko"));
    }

    [Theory]
    [InlineData("drivers/input/joystick", "CONFIG_JOYSTICK_ZHENHUA=m", "zhenhua")]
    [InlineData("fs/minix", "CONFIG_MINIX_FS=m", "minix")]
    [InlineData("drivers/w1", "CONFIG_W1=m", "wire")]
    [InlineData("drivers/bus/mhi/host", "CONFIG_MHI_BUS_DEBUG=y", "mhi")]
    public void Whole_directories_are_built_with_options_of_their_own_and_load(string directory, string option, string module)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1", "OOT_LONG_TESTS=1 builds and boots them");
        using var oot = new RunningOot();
        ProgramResult built = Build(oot, "out", "--in-tree", directory, "--enable", option, "--json");
        Assert.True(built.ExitCode == 0, built.Error + built.Output);
        Assert.Contains($"{oot.Root.Path}/out/{module}.ko", JsonDocument.Parse(built.Output).RootElement.GetProperty("kernels")[0].GetProperty("modules").EnumerateArray().Select(one => one.GetProperty("path").GetString()));
        Assert.Contains(module, Loaded(oot, $"out/{module}.ko"));
    }

    [Fact]
    public void Three_drivers_that_the_kernel_lacks_are_in_it_at_once()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1", "OOT_LONG_TESTS=1 builds and boots them");
        using var oot = new RunningOot();
        ProgramResult built = Build(oot, "out", "--in-tree", "zhenhua", "--in-tree", "minix", "--in-tree", "wire", "--in-tree", "joydev");
        Assert.True(built.ExitCode == 0, built.Error + built.Output);
        string[] loaded = Loaded(oot, "out/zhenhua.ko", "out/minix.ko", "out/wire.ko", "out/joydev.ko");
        Assert.Equal(["joydev", "minix", "wire", "zhenhua"], loaded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_compiler_is_told_what_the_directories_above_hand_down_as_by_make_in_the_tree()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1", "OOT_LONG_TESTS=1 prepares whole sources");
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest($"{Checkout.Tests}/in-tree-flags.sh", [], ProcessContext.Environment(), Checkout.Root));
        Assert.SkipWhen(result.ExitCode == 77, result.Error.Trim());
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches("^drivers/net/can/dev/dev: same, [0-9]+ words, -DDEBUG\ndrivers/memstick/core/memstick: same, [0-9]+ words, -DDEBUG\n$", result.Output);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("proc")]
    [InlineData("read-only")]
    public void Without_a_place_for_a_cache_there_is_a_message_or_it_goes_without(string place)
    {
        using var oot = new RunningOot();
        string cache = place switch { "file" => oot.Root.Write("file", "x") + "/cache", "proc" => "/proc/nowhere", _ => "/sys" };
        Directory.CreateDirectory(oot.Root.Path + "/out");
        (string, string)[] variables = [("XDG_CACHE_HOME", cache)];
        ProgramResult built = oot.RunWith(variables, "build", "out", "-k", Tree(), "--source", Source(), "--in-tree", "joydev");
        Assert.Equal(ExitCode.Input, built.ExitCode);
        Assert.Matches("^error: cannot work in '" + cache + "/oot/in-tree/[0-9a-f]{16}': (Not a directory|No such file or directory|Operation not permitted|Permission denied|Read-only file system) \\[OOT2613\\]\n  Make room there, or name another place with XDG_CACHE_HOME.\n$", built.Error);
        string module = Directory.EnumerateFiles(Image() + "/lib/modules", "dummy.ko*", SearchOption.AllDirectories).First();
        ProgramResult check = oot.RunWith(variables, "check", module, "-k", Image());
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        ProgramResult explained = oot.RunWith(variables, "explain", "video_ioctl2", "-k", Tree(), "--source", Source());
        Assert.True(explained.ExitCode is 0 or 1, explained.Error + explained.Output);
        Assert.Contains("CONFIG_VIDEO_DEV", explained.Output, StringComparison.Ordinal);
        ProgramResult added = oot.RunWith(variables, "kernel", "add", "dir", Tree());
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        ProgramResult refused = oot.RunWith([.. variables, ("XDG_DATA_HOME", cache)], "kernel", "add", "dir", Tree());
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Matches("^error: .*\\[OOT[0-9]+\\]\n", refused.Error);
        Assert.DoesNotContain("bug in oot", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_headers_the_sources_are_prepared_with_the_kernels_own_configuration_and_release()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1", "OOT_LONG_TESTS=1 fetches and prepares whole sources");
        using var oot = new RunningOot();
        // The kernel as `oot kernel add --image` would have fetched it, and nothing else of it. The sources are fetched once.
        string data = Cache + "/in-tree", kernel = $"{data}/oot/kernels/{Release()}";
        Directory.CreateDirectory(kernel);
        if (!Directory.Exists(kernel + "/image"))
            File.CreateSymbolicLink(kernel + "/image", Image());
        ProgramResult built = oot.RunWith([("XDG_DATA_HOME", data)], "build", "--in-tree", "joydev", "--source", "debian", "-k", Release(), "-j2");
        Assert.True(built.ExitCode == 0, built.Error + built.Output);
        Assert.Contains("oot: Module.symvers made from ", built.Error, StringComparison.Ordinal);
        Assert.Equal(["joydev"], Loaded(oot, "joydev.ko"));
    }

    [Theory]
    [InlineData("CONFIG_INPUT=m", "error: CONFIG_INPUT cannot be a module: it is built into ")]
    [InlineData("CONFIG_INPUT_JOYSTICK=m", "error: CONFIG_INPUT_JOYSTICK cannot be a module: it is a bool (drivers/input/joystick/Kconfig:")]
    [InlineData("CONFIG_JOYSTICK_ZHENHUA=y", "error: CONFIG_JOYSTICK_ZHENHUA=y would be built into the kernel, which stays as it is [OOT2604]")]
    [InlineData("CONFIG_JOYSTICK_ZENHUA=m", "error: the sources have no option CONFIG_JOYSTICK_ZENHUA [OOT2603]\n  Did you mean CONFIG_JOYSTICK_ZHENHUA?")]
    public void An_option_that_cannot_be_a_module_is_explained(string option, string message)
    {
        using var oot = new RunningOot();
        ProgramResult result = Build(oot, "out", "--in-tree", "drivers/input/joystick", "--enable", option);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("joydevv", "is neither a directory with a makefile nor a module in the sources")]
    [InlineData("../joydev", "is neither a directory with a makefile nor a module in the sources")]
    [InlineData("drivers/input/joystick", "all modules of 'drivers/input/joystick' are off in ")]
    public void What_is_not_there_or_off_is_said(string part, string message)
    {
        using var oot = new RunningOot();
        ProgramResult result = Build(oot, "out", "--in-tree", part);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_of_another_version_are_named_with_what_that_risks()
    {
        using var oot = new RunningOot();
        Directory.CreateDirectory(oot.Root.Path + "/other");
        foreach (string entry in Directory.EnumerateFileSystemEntries(Source()))
            if (!entry.EndsWith("/Makefile", StringComparison.Ordinal))
                File.CreateSymbolicLink($"{oot.Root.Path}/other/{Path.GetFileName(entry)}", entry);
        File.WriteAllText(oot.Root.Path + "/other/Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 7\nEXTRAVERSION =\n");
        Directory.CreateDirectory(oot.Root.Path + "/out");
        ProgramResult result = oot.Run("build", "out", "--in-tree", "nothing", "--source", "other", "-k", Tree());
        Assert.StartsWith($"warning: the sources are of 6.12.7, and {Release()} is 6.12.", result.Error, StringComparison.Ordinal);
        Assert.Contains("The kernel's own headers are used, so its structures are right", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: --in-tree needs the kernel's sources: --source DIR, or --source debian [OOT2001]", "--in-tree", "joydev")]
    [InlineData("error: --source and --enable go with --in-tree [OOT2001]", "--enable", "CONFIG_X=m")]
    [InlineData("error: 'CONFIG_X=' is no setting of an option [OOT2605]", "--in-tree", "joydev", "--source", "/", "--enable", "CONFIG_X=")]
    public void Wrong_usage_is_said(string message, params string[] words)
    {
        using var oot = new RunningOot();
        ProgramResult result = oot.Run(["build", .. words]);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
    }

    private static ProgramResult Build(RunningOot oot, string output, params string[] words)
    {
        Directory.CreateDirectory($"{oot.Root.Path}/{output}");
        return oot.Run(["build", output, "-j2", "-k", Tree(), "--source", Source(), .. words]);
    }

    private static string[] Loaded(RunningOot oot, params string[] files)
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/qemu-system-x86_64"), "apt-get install qemu-system-x86");
        Assert.SkipWhen(!File.Exists("/bin/busybox"), "apt-get install busybox-static");
        ProgramResult tried = oot.Run(["try", .. files, "-k", Image(), "--accel", "tcg", "--json"]);
        Assert.True(tried.ExitCode == 0, tried.Error + tried.Output);
        JsonElement[] modules = [.. JsonDocument.Parse(tried.Output).RootElement.GetProperty("modules").EnumerateArray()];
        return [.. modules.Where(one => one.GetProperty("errno").GetInt32() == 0).Select(one => one.GetProperty("module").GetString()!)];
    }

    private static string Source()
    {
        string source = $"{Cache}/whole-sources/6.12";
        Assert.SkipWhen(!File.Exists(source + "/Documentation/Kconfig"), "tests/setup/whole-source.sh");
        return source;
    }

    private static string Tree()
    {
        string tree = $"{Cache}/kernels/{Kernel}/build";
        Assert.SkipWhen(!Directory.Exists(tree), $"tests/setup/kernels.sh {Kernel}");
        return new DirectoryInfo(tree).ResolveLinkTarget(true)!.FullName;
    }

    private static string Image()
    {
        Assert.SkipWhen(!File.Exists($"{Cache}/images/{Kernel}/release"), $"tests/setup/kernel-images.sh {Kernel}");
        return $"{Cache}/images/{Kernel}";
    }

    private static string Release() => File.ReadAllText(Image() + "/release").Trim();
}
