using System.Globalization;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>Whole kernel trees: .config, auto.conf, autoconf.h, rustc_cfg and every file below include/config equal conf's byte for byte.</summary>
public sealed class TreeTests
{
    private static bool IsLong => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    public static TheoryData<string> Kernels => ["5.10", "6.1", "6.12", "7.x"];

    /// <summary>For what takes minutes a kernel.</summary>
    public static TheoryData<string> FewKernels => IsLong ? Kernels : ["6.12"];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Debians_configurations_come_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        foreach (string configuration in judge.Configurations.Take(IsLong ? int.MaxValue : 1))
            AssertSame(judge, "x86_64", "x86", configuration, "--syncconfig");
        if (!IsLong || kernel == "5.10")
            return;
        foreach ((string architecture, string directory, string file) in judge.ForeignConfigurations)
            AssertSame(judge, architecture, directory, file, "--syncconfig");
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Default_configurations_come_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        (string Architecture, string Directory, string Name)[] all = [("arm64", "arm64", "defconfig"), ("x86_64", "x86", "x86_64_defconfig"), ("i386", "x86", "i386_defconfig")];
        foreach ((string architecture, string directory, string name) in all.Take(IsLong ? 3 : 1))
            AssertSame(judge, architecture, directory, null, $"--defconfig=arch/{directory}/configs/{name}");
    }

    [Theory]
    [MemberData(nameof(FewKernels))]
    public void Every_mode_comes_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        string[] modes = ["savedefconfig=small", "allnoconfig", "allyesconfig", "allmodconfig", "alldefconfig", "listnewconfig", "helpnewconfig", "yes2modconfig", "mod2yesconfig"];
        foreach (string mode in modes.Take(IsLong ? modes.Length : 1))
            AssertSame(judge, "x86_64", "x86", judge.Configurations[0], "--" + mode);
    }

    [Theory]
    [MemberData(nameof(FewKernels))]
    public void Random_configurations_come_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        for (int seed = 1; seed <= (IsLong ? 67 : 1); seed++)
        {
            using var made = new TemporaryDirectory();
            Dictionary<string, string> environment = judge.TreeEnvironment("x86_64", "x86");
            environment["KCONFIG_SEED"] = seed.ToString(CultureInfo.InvariantCulture);
            judge.RunReal(made.Path, ["--randconfig", "Kconfig"], environment);
            AssertSame(judge, "x86_64", "x86", made.At(".config"), "--olddefconfig");
        }
    }

    private static void AssertSame(Judge judge, string architecture, string directory, string? configuration, string mode)
    {
        using var inputs = new TemporaryDirectory();
        if (configuration is not null)
            File.Copy(configuration, inputs.At(".config"));
        string difference = judge.Compare(inputs.Path, [mode, "Kconfig"], judge.TreeEnvironment(architecture, directory));
        Assert.True(difference.Length == 0, $"{judge.Kernel} {architecture} {mode} {configuration}: {difference}");
    }
}
