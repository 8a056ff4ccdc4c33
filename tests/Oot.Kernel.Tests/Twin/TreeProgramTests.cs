using System.Text.RegularExpressions;
using Oot.Kernel.HostPrograms;
using Oot.Kernel.Tests.HostPrograms;
using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>During a build, no program of the kernel tree that oot does itself is started: counted by strace.</summary>
[Collection(TwinCollection.Others)]
public sealed partial class TreeProgramTests
{
    [GeneratedRegex("execve\\(\"([^\"]+)\".* = 0$", RegexOptions.Multiline)]
    private static partial Regex Started();

    public static TheoryData<string, string> Builds() =>
        new(from kernel in new[] { "6.1", "6.12" }
            from name in new[] { "hello", "complex", "symbols-toplevel", "config-options" }
            select (kernel, name));

    [Theory, MemberData(nameof(Builds))]
    public void Only_objtool_and_the_btf_tools_are_started(string kernel, string name)
    {
        if (Environment.GetEnvironmentVariable("OOT_MAKE") is not string make)
        {
            Assert.Skip("OOT_MAKE names no make to try (./test sets it)");
            return;
        }
        if (!File.Exists("/usr/bin/strace"))
            Assert.Skip("no strace: apt-get install strace");
        string tree = HeaderPackage.Get(kernel).Directory;
        using var directory = new TemporaryDirectory();
        string module = Path.Combine(directory.Path, name), log = Path.Combine(directory.Path, "log");
        Assert.Equal(0, TwinBuild.Start("cp", ["-r", Path.Combine(Checkout.Examples, name), module]).Exit);

        (int exit, string output) = TwinBuild.Start("strace", ["-f", "-qq", "-e", "trace=execve", "-o", log, make, "-C", tree, "M=" + module]);

        Assert.True(exit == 0, output);
        Assert.NotEmpty(Directory.EnumerateFiles(module, "*.ko", SearchOption.AllDirectories));
        string[] native = [.. Started().Matches(File.ReadAllText(log)).Select(match => Path.Combine(tree, match.Groups[1].Value)).Where(path => IsTrees(path, tree)).Distinct()];
        Assert.DoesNotContain(native, path => HostProgramTable.Find(path) is { IsNeeded: null });
        // What is left is what oot does not do itself, and that is known.
        Assert.All(native, path => Assert.Matches("/(tools/objtool/objtool|tools/bpf/resolve_btfids/resolve_btfids)(\\.real-[a-z0-9-]+)?$", path));
    }

    private static bool IsTrees(string path, string tree)
    {
        if (!path.StartsWith(tree, StringComparison.Ordinal) || !File.Exists(path))
            return false;
        using FileStream file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        return file.Read(magic) == 4 && magic.SequenceEqual("\u007fELF"u8);
    }
}
