using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>A kernel that refuses unsigned modules, booted in QEMU, loads what oot signed.</summary>
public sealed class SignedModuleTests
{
    [Fact]
    public void A_kernel_that_enforces_signatures_loads_what_oot_signed_and_nothing_else()
    {
        if (!TwinBuild.LongTestsAreWanted)
            Assert.Skip("a long test: OOT_LONG_TESTS=1 runs it");
        (int exit, string output) = TwinBuild.Start("sh", [Path.Combine(Checkout.Tests, "boot-signed.sh")]);
        if (exit == 77)
            Assert.Skip(output.Trim());

        Assert.Equal(0, exit);
        // busybox's insmod ends with the errno: 129 is EKEYREJECTED.
        Assert.Equal(
            ["changed 129", "ec-sha256 0", "ec-sha384 0", "ec-sha512 0", "rsa-sha256 0", "rsa-sha384 0", "rsa-sha512 0", "unsigned 129"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
