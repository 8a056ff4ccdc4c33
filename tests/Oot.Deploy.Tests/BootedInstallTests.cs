using Oot.Core;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>A booted kernel finds what was installed, by both modprobes, and its own module again after uninstalling (tests/boot-installed.sh).</summary>
public sealed class BootedInstallTests
{
    [Fact]
    public void A_booted_kernel_finds_the_installed_module_and_after_uninstalling_its_own()
    {
        ProgramResult result = Kmod.Run($"{Checkout.Tests}/boot-installed.sh", [], Checkout.Root);
        Assert.SkipWhen(result.ExitCode == 77, result.Error.Trim());
        Assert.Equal("", result.Error);
        string[] expected =
        [
            "installed: /bin/busybox modprobe by name: ours, answer 42", "installed: /bin/busybox modprobe by alias: ours, answer 42", "installed: /bin/busybox modprobe by autoload: ours, answer 42",
            "installed: /bin/modprobe by name: ours, answer 42", "installed: /bin/modprobe by alias: ours, answer 42", "installed: /bin/modprobe by autoload: ours, answer 42",
            "uninstalled: /bin/busybox modprobe by name: the kernel's", "uninstalled: /bin/busybox modprobe by alias: none", "uninstalled: /bin/busybox modprobe by autoload: none",
            "uninstalled: /bin/modprobe by name: the kernel's", "uninstalled: /bin/modprobe by alias: none", "uninstalled: /bin/modprobe by autoload: none",
        ];
        Assert.Equal(expected, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
