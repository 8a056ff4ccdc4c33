using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// Kernels of another architecture, from header packages none of whose programs starts here: oot's modules equal GNU make's, which has the same version's programs for this
/// machine mounted in their place.
/// </summary>
[Collection(TwinCollection.Others)]
public sealed class CrossBuildTests
{
    private static readonly (string Kernel, string[] Words)[] Kernels =
    [
        ("6.1-arm64", ["ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-"]),
        ("6.12-arm64", ["ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-"]),
        ("6.1-armhf", ["ARCH=arm", "CROSS_COMPILE=arm-linux-gnueabihf-"]),
        // Debian 12's compiler lacks an option that the kernel was configured with.
        ("7.x-arm64", ["ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-", "CC=aarch64-linux-gnu-gcc-12", "CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT="]),
    ];

    public static TheoryData<string, string> Examples() =>
        new(from kernel in Kernels
            from name in new[] { "hello", "complex", "symbols-toplevel" }
            select (kernel.Kernel, name));

    [Theory, MemberData(nameof(Examples))]
    public void Example_builds_as_with_working_programs(string kernel, string name) =>
        Run(kernel, Path.Combine(Checkout.Examples, name));

    [Theory]
    [InlineData("bookworm", "v4l2loopback", "6.1-arm64")]
    [InlineData("trixie", "v4l2loopback", "6.12-arm64")]
    public void Driver_builds_as_with_working_programs(string suite, string name, string kernel) =>
        Run(kernel, Path.Combine(TwinBuild.Cache, "drivers", suite, name));

    private static void Run(string kernel, string source)
    {
        string[] words = Kernels.Single(one => one.Kernel == kernel).Words;
        // The judge's resolve_btfids starts, the tree's own does not: 7.x's modules lack BTF, and output and bytes differ by that alone.
        TwinBuild build = TwinBuild.Run(kernel, ["-K"], source, [.. words, .. kernel.StartsWith("7.x", StringComparison.Ordinal) ? new[] { "CONFIG_DEBUG_INFO_BTF_MODULES=" } : [], "-C", "@KDIR@", "M=@DIR@", "-j1"]);
        Assert.NotEmpty(build.Modules);
    }
}
