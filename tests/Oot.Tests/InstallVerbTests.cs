using Oot.Core;
using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot install</c>, <c>uninstall</c> and <c>installed</c> as a user starts them, below a root that has Debian's 6.1 cloud kernel.</summary>
public sealed class InstallVerbTests
{
    private static string Cache { get; } = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private static string Release(string kernel)
    {
        string file = $"{Cache}/images/{kernel}/release";
        Assert.SkipWhen(!File.Exists(file), $"tests/setup/kernel-images.sh {kernel}");
        return File.ReadAllText(file).Trim();
    }

    // A module of the kernel itself is one that it takes.
    private static string Module(string kernel, string name)
    {
        string release = Release(kernel);
        return Directory.EnumerateFiles($"{Cache}/images/{kernel}/lib/modules/{release}/kernel", name + ".ko*", SearchOption.AllDirectories).First();
    }

    private static string System(RunningOot oot, string kernel = "6.1-cloud")
    {
        string release = Release(kernel), image = $"{Cache}/images/{kernel}", root = oot.Root.At("a system");
        Directory.CreateDirectory($"{root}/lib/modules/{release}");
        Directory.CreateDirectory($"{root}/boot");
        foreach (string entry in Directory.EnumerateFileSystemEntries($"{image}/lib/modules/{release}"))
        {
            if (Directory.Exists(entry))
                Directory.CreateSymbolicLink($"{root}/lib/modules/{release}/{Path.GetFileName(entry)}", entry);
            else
                File.Copy(entry, $"{root}/lib/modules/{release}/{Path.GetFileName(entry)}");
        }
        foreach (string entry in Directory.EnumerateFiles($"{image}/boot"))
            File.CreateSymbolicLink($"{root}/boot/{Path.GetFileName(entry)}", entry);
        return root;
    }

    [Fact]
    public void A_module_is_installed_below_a_root_with_blanks_shown_and_removed()
    {
        using var oot = new RunningOot();
        string root = System(oot), module = Module("6.1-cloud", "dummy"), release = Release("6.1-cloud");
        ProgramResult plan = oot.Run("install", module, "--root", root, "--dry-run");
        Assert.Equal(0, plan.ExitCode);
        Assert.Contains($"would install {root}/lib/modules/{release}/updates/dummy.ko", plan.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(root + "/var"));
        ProgramResult result = oot.Run("install", module, "--root", root, "--autoload");
        Assert.Equal("", result.Error.Replace($"oot: {root}/lib/modules/{release}/kernel/drivers/net/dummy.ko is not used any more: depmod prefers {root}/lib/modules/{release}/updates/dummy.ko\n", "", StringComparison.Ordinal));
        Assert.Equal($"installed {root}/lib/modules/{release}/updates/dummy.ko\n", result.Output);
        ProgramResult list = oot.Run("installed", "--root", root);
        Assert.StartsWith($"{release}\tdummy\tmodule\t{root}/lib/modules/{release}/updates/dummy.ko\tpresent\tloads", list.Output, StringComparison.Ordinal);
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("updates/dummy.ko", oot.Run("modprobe", "-d", root, "-S", release, "-D", "dummy").Output, StringComparison.Ordinal);
        Assert.Equal(0, oot.Run("uninstall", "dummy", "--root", root).ExitCode);
        Assert.False(Directory.Exists(root + "/var"));
        Assert.Equal("", oot.Run("installed", "--root", root).Output);
    }

    [Fact]
    public void A_module_of_another_kernel_is_refused_unless_forced()
    {
        using var oot = new RunningOot();
        string root = System(oot), module = Module("6.12-cloud", "dummy");
        ProgramResult refused = oot.Run("install", module, "--root", root);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("[OOT2102]", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(root + "/var"));
        ProgramResult forced = oot.Run("install", module, "--root", root, "--force");
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("--force:", forced.Error, StringComparison.Ordinal);
        Assert.Equal(1, oot.Run("installed", "--root", root).ExitCode);
    }

    [Theory]
    [InlineData("[OOT2101]", 69, "install", "FILE", "--root", "ROOT", "-k", "9.9.9")]
    [InlineData("[OOT2103]", 1, "install", "FILE", "--root", "ROOT", "--dir", "extra")]
    [InlineData("[OOT2108]", 66, "uninstall", "nothing", "--root", "ROOT")]
    [InlineData("[OOT2001]", 64, "install", "FILE", "--root", "ROOT", "--dir", "../x")]
    [InlineData("[OOT2001]", 64, "install", "FILE", "--root", "ROOT", "--key", "k")]
    [InlineData("[OOT2110]", 64, "install", "FILE", "FILE", "--root", "ROOT")]
    [InlineData("[OOT2105]", 0, "install", "FILE", "--root", "ROOT", "--key", "/nope", "--cert", "/nope")]
    public void What_is_wrong_is_said_with_its_number(string id, int code, params string[] words)
    {
        using var oot = new RunningOot();
        string root = System(oot), module = Module("6.1-cloud", "dummy");
        ProgramResult result = oot.Run([.. words.Select(word => word switch { "FILE" => module, "ROOT" => root, _ => word })]);
        Assert.Contains(id, result.Error, StringComparison.Ordinal);
        Assert.Equal(code, result.ExitCode);
    }

    [Fact]
    public void A_system_that_belongs_to_somebody_else_is_left_as_it_is()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"), "only root can become somebody else (setpriv)");
        using var oot = new RunningOot();
        string root = oot.Root.At("system");
        oot.Root.Write("system/lib/modules/6.1.0-theirs/modules.builtin", "");
        oot.Root.Write("system/lib/modules/6.1.0-theirs/modules.order", "");
        File.Copy(Module("6.1-cloud", "dummy"), oot.Root.At("dummy.ko"));
        foreach (string directory in Directory.EnumerateDirectories(oot.Root.Path, "*", SearchOption.AllDirectories).Append(oot.Root.Path))
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        string[] before = [.. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        ProgramResult result = oot.As(65534, "install", oot.Root.At("dummy.ko"), "--root", root, "--force");
        Assert.SkipWhen(result.Error.Contains("setpriv:", StringComparison.Ordinal), result.Error);
        Assert.Contains($"error: cannot write '{root}/var", result.Error, StringComparison.Ordinal);
        Assert.Contains("Permission denied; nothing was changed [OOT2104]", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Input, result.ExitCode);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_compressed_kernel_gets_a_compressed_module()
    {
        using var oot = new RunningOot();
        string root = System(oot, "6.12-cloud"), release = Release("6.12-cloud");
        ProgramResult result = oot.Run("install", Module("6.12-cloud", "dummy"), "--root", root, "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"updates/dummy.ko.xz", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists($"{root}/lib/modules/{release}/updates/dummy.ko.xz"));
    }
}
