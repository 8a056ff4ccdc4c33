using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>Whole kernel trees: .config, auto.conf, autoconf.h, rustc_cfg and every file below include/config equal conf's byte for byte.</summary>
public sealed class TreeTests(ITestOutputHelper output)
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
        using var x86 = new TreeComparison(judge, "x86_64", "x86");
        string[] configurations = [.. judge.Configurations.Take(IsLong ? int.MaxValue : 1)];
        foreach (string configuration in configurations)
            x86.AssertSameFiles(configuration);
        output.WriteLine($"{kernel} x86_64: {configurations.Length}");
        if (!IsLong || kernel == "5.10")
            return;
        foreach (IGrouping<(string Architecture, string Directory), string> machine in judge.ForeignConfigurations.GroupBy(static one => (one.Architecture, one.Directory), static one => one.File))
        {
            using var foreign = new TreeComparison(judge, machine.Key.Architecture, machine.Key.Directory, WillingCompiler);
            foreach (string configuration in machine)
                foreign.AssertSameFiles(configuration);
            output.WriteLine($"{kernel} {machine.Key.Architecture}: {machine.Count()}: {string.Join(' ', machine.Select(Path.GetFileName))}");
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Default_configurations_come_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        foreach ((string directory, string[] names) in ((string, string[])[])[("x86", judge.DefaultConfigurations("x86")), ("arm64", judge.DefaultConfigurations("arm64"))])
        {
            foreach (IGrouping<string, string> machine in names.GroupBy(name => directory != "x86" ? directory : name.StartsWith("i386", StringComparison.Ordinal) ? "i386" : "x86_64").Take(IsLong ? 2 : 1))
            {
                using var tree = new TreeComparison(judge, machine.Key, directory, directory == "arm64" ? "aarch64-linux-gnu-gcc-12" : "gcc");
                foreach (string name in machine.Take(IsLong ? int.MaxValue : 1))
                    tree.AssertSameFiles(tree.AssertSame(null, $"--defconfig=arch/{directory}/configs/{name}"), name);
                output.WriteLine($"{kernel} {machine.Key}: {string.Join(' ', machine)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(FewKernels))]
    public void Every_mode_comes_out_as_with_conf(string kernel)
    {
        var judge = new Judge(kernel);
        using var x86 = new TreeComparison(judge, "x86_64", "x86");
        string[] modes = ["savedefconfig=small", "allnoconfig", "allyesconfig", "allmodconfig", "alldefconfig", "listnewconfig", "helpnewconfig", "yes2modconfig", "mod2yesconfig", "olddefconfig"];
        foreach (string mode in modes.Take(IsLong ? modes.Length : 1))
            x86.AssertSame(judge.Configurations[0], "--" + mode);
    }

    [Theory]
    [MemberData(nameof(FewKernels))]
    public void Random_configurations_come_out_as_with_conf(string kernel)
    {
        using var x86 = new TreeComparison(new Judge(kernel), "x86_64", "x86");
        int count = IsLong && kernel != "5.10" ? 200 : IsLong ? 20 : 2;
        for (int seed = 1; seed <= count; seed++)
            x86.AssertSameRandom(seed);
        output.WriteLine($"{kernel}: {count}");
    }

    /// <summary>A compiler that takes every option, so that whatever depends on one is asked of machines whose compilers are not here.</summary>
    private static string WillingCompiler => Path.Combine(Checkout.Tests, "Oot.Kconfig.Tests/willing-compiler");
}
