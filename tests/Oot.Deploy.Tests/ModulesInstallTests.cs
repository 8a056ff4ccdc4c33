using Oot.Core;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary><c>modules_install</c> by GNU make with kmod's depmod and by oot's make with oot's depmod, byte for byte (tests/twin-install.sh).</summary>
public sealed class ModulesInstallTests
{
    [Theory]
    [InlineData("5.10")]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("7.x")]
    public void A_module_is_installed_as_by_gnu_make(string kernel)
    {
        _ = Kmod.Headers(kernel);
        ProgramResult result = Kmod.Run($"{Checkout.Tests}/twin-install.sh", [kernel, "hello"], Checkout.Root);
        Assert.SkipWhen(result.ExitCode == 77, result.Output.Trim());
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }
}
