using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>Small trees that conf of every kernel and oot must treat alike: messages, exit code, files.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string path in Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "cases/kconfig"), "*.case").Order(StringComparer.Ordinal))
            {
                foreach (string kernel in new KconfigCase(path).Kernels)
                    data.Add(Path.GetFileNameWithoutExtension(path), kernel);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_small_tree_comes_out_as_with_conf(string name, string kernel)
    {
        var judge = new Judge(kernel);
        var @case = new KconfigCase(Path.Combine(Checkout.Tests, "cases/kconfig", name + ".case"));
        var environment = new Dictionary<string, string>(@case.Variables) { ["srctree"] = ".", ["KERNELVERSION"] = judge.Version };
        using var inputs = new TemporaryDirectory();
        foreach ((string file, string text) in @case.Files)
            inputs.Write(file, text);
        foreach (string[] arguments in @case.Runs)
        {
            Assert.Equal("", judge.Compare(inputs.Path, arguments, environment, @case.Input));
            // The next call goes on from what this one left.
            judge.RunReal(inputs.Path, arguments, environment);
        }
    }
}
