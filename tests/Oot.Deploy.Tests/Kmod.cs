using Oot.Core;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>kmod's own programs: the system's kmod 30, and Debian 13's kmod 34.</summary>
internal static class Kmod
{
    private static string Cache { get; } = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    /// <summary>The path of one of its programs.</summary>
    public static string Program(int level, string name)
    {
        string path = level >= 34 ? $"{Cache}/kmod-34/{name}" : $"/usr/sbin/{name}";
        Assert.SkipWhen(!File.Exists(path), level >= 34 ? "tests/setup/kmod-34.sh" : "apt-get install kmod");
        if (level < 34)
            Assert.SkipWhen(!Run(path, ["--version"], "/").Output.StartsWith("kmod version 30\n", StringComparison.Ordinal), "this system's kmod is not kmod 30");
        return path;
    }

    /// <summary>Where an unpacked kernel image is.</summary>
    public static (string Root, string Release) Image(string kernel)
    {
        string root = $"{Cache}/images/{kernel}";
        Assert.SkipWhen(!File.Exists(root + "/release"), $"tests/setup/kernel-images.sh {kernel}");
        return (root, File.ReadAllText(root + "/release").Trim());
    }

    public static string Headers(string kernel)
    {
        string tree = $"{Cache}/kernels/{kernel}/build";
        Assert.SkipWhen(!Directory.Exists(tree), $"tests/setup/kernels.sh {kernel}");
        return tree;
    }

    public static ProgramResult Run(string program, IReadOnlyList<string> words, string directory) =>
        new ProgramRunner(new Disk()).Run(new ProgramRequest(program, words, ProcessEnvironment.With(ProcessContext.Environment(), "LC_ALL", "C"), directory));
}
