using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>The indexes of Debian's kernels with modules of a driver added under <c>updates/</c>, byte for byte as kmod 30 and kmod 34 make them.</summary>
public sealed class DepmodKernelTests
{
    [Theory]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("6.1-cloud")]
    [InlineData("7.x-cloud")]
    public void A_kernels_indexes_are_kmods(string kernel)
    {
        if (kernel == "6.12" && Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1")
            kernel = "6.12-cloud";
        (string root, string release) = Kmod.Image(kernel);
        using var tree = new TwinTree(release);
        tree.LinkKernel($"{root}/lib/modules/{release}");
        tree.Write("updates/dkms/zz-added.ko", SyntheticModule.With(["zz_added"], ["usb_register_driver", "i2c_add_adapter", "drm_dev_register"], "alias=usb:v1234p5678*", "softdep=pre: ext4"));
        tree.Write("updates/dkms/aa-user.ko", SyntheticModule.With([], ["zz_added"]));
        // One that replaces the kernel's own.
        tree.Write("updates/dkms/dummy.ko", SyntheticModule.With(["dummy_of_ours"], ["zz_added"]));
        tree.Compare();
    }
}
