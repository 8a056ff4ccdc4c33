using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>Where GNU make builds in a directory, <c>oot build</c> does not refuse it, and where GNU make cannot, it does. Six characters on one kernel; with <c>OOT_LONG_TESTS=1</c> all, on two.</summary>
public sealed class PathCharacterTests
{
    private static readonly string[] Few = ["6.1 '", "6.1 ,", "6.1 #", "6.1 @", "6.12 #", "6.12 ["];

    public static TheoryData<string, string> Characters() =>
        new(from kernel in new[] { "6.1", "6.12" }
            from character in " \t\n!\"#$%&'()*+,-.:;<=>?@[]^_`{|}~\\\u00e4".Select(character => character.ToString()).Append("[b]")
            select (kernel, character));

    [Theory, MemberData(nameof(Characters))]
    public void What_make_cannot_build_is_refused_and_nothing_else(string kernel, string character)
    {
        if (Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1" && !Few.Contains($"{kernel} {character}"))
            Assert.Skip("a long test: OOT_LONG_TESTS=1 runs it");
        string build = Path.Combine(TwinBuild.Cache, "kernels", kernel, "build");
        if (!Directory.Exists(build))
            Assert.Skip($"no kernel {kernel}: tests/setup/kernels.sh {kernel}");
        string? make = Environment.GetEnvironmentVariable("OOT_JUDGE_MAKE");
        if (make is null)
            Assert.Skip("no GNU make 4.4.1 to ask: tests/setup/judge-make.sh");
        using var temporary = new TemporaryDirectory();
        string directory = temporary.At($"a{character}b");
        temporary.Write($"a{character}b/Kbuild", "obj-m := hello.o\n");
        File.Copy(Path.Combine(Checkout.Examples, "hello", "hello.c"), directory + "/hello.c");
        // A pattern finds this one too.
        Directory.CreateDirectory(temporary.At("aXb"));
        (_, string output) = TwinBuild.Start("timeout", ["120", make, "-C", build, "M=" + directory, "modules"]);
        bool builds = File.Exists(directory + "/hello.ko");

        var disk = new Disk();
        KernelTree tree = new KernelTreeReader(disk, new ProgramRunner(disk), ProcessContext.Environment()).Read(build);
        string path = ByteText.FromUnicode(directory);
        Assert.True(builds == ((PathCharacters.Refused(path) ?? PathCharacters.Refused(disk, tree, path)) is null), output);
    }
}
