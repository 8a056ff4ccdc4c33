using Oot.Core;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>An initramfs that Debian's own tool makes and lists: what is in it after installing and uninstalling, and what oot says of it (tests/initramfs-tools.sh).</summary>
public sealed class InitramfsTests
{
    private const string Modules = "/usr/lib/modules/RELEASE", Own = "kernel/drivers/net/dummy.ko", Added = "updates/dummy.ko";

    [Fact]
    public void Debians_initramfs_has_the_module_after_initramfs_and_is_called_stale_before()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1", "a long test: OOT_LONG_TESTS=1 runs it");
        ProgramResult result = Kmod.Run($"{Checkout.Tests}/initramfs-tools.sh", [], Checkout.Root);
        Assert.SkipWhen(result.ExitCode == 77, result.Error.Trim());
        string[] expected =
        [
            .. Image("made by the tool", Own),
            $"installed: installed {Modules}/{Added}.xz",
            $"installed: oot: {Modules}/{Own}.xz is not used any more: depmod prefers {Modules}/{Added}.xz",
            .. Stale("installed"), .. Image("installed", Own),
            $"installed with --initramfs: installed {Modules}/{Added}.xz", .. Image("installed with --initramfs", Added),
            $"uninstalled: removed {Modules}/{Added}.xz", .. Stale("uninstalled"), .. Image("uninstalled", Own),
            $"without one: installed {Modules}/{Added}.xz", .. Image("without one", Added),
            "the other kernel's: of another kernel",
        ];
        Assert.Equal(expected, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", result.Error);
    }

    private static string[] Image(string when, string module) => [$"{when}: has kernel/drivers/block/loop.ko", $"{when}: has {module}", $"{when}: as installed"];

    private static string[] Stale(string when) =>
    [
        $"{when}: warning: '/boot/initrd.img-RELEASE' has a copy of dummy, which is loaded first at boot [OOT2111]",
        $"{when}:   Make it anew: /usr/sbin/update-initramfs -u -k RELEASE (`oot install --initramfs` does so by itself).",
    ];
}
