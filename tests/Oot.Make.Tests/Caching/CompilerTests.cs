using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A compiler that is replaced in place, its size and its time as before: neither a run nor a probe is answered by what the old one said.</summary>
public sealed class CompilerTests
{
    private const string Makefile = """
        ANSWER := $(shell echo | gcc -E -x c - -o /dev/null >/dev/null 2>&1 && echo yes || echo no)
        VERSION := $(shell gcc -dumpversion)
        $(info answer $(ANSWER) $(VERSION))
        all:
        	@:

        """;

    [Fact]
    public void Compiler_replaced_in_place_is_seen()
    {
        string? real = new FileInfo("/usr/bin/gcc").ResolveLinkTarget(true)?.FullName;
        Assert.SkipUnless(real is not null, "no gcc; apt-get install gcc");
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        // A driver of our own; it looks for what it runs from the place where it lies.
        project.Write("usr/bin/gcc", "");
        File.Copy(real!, project.At("usr/bin/gcc"), overwrite: true);
        File.CreateSymbolicLink(project.At("usr/lib"), "/usr/lib");
        (string, string) path = ("PATH", $"{project.At("usr/bin")}:{Path.GetDirectoryName(Environment.GetEnvironmentVariable("OOT_MAKE"))}:/usr/bin:/bin");
        MakeResult first = project.Run([], path);
        for (int i = 0; i < 20 && project.Remembered == 0; i++)
        {
            SmallProject.Settle();
            Assert.Equal(first, project.Run([], path));
        }
        Assert.True(project.Remembered > 0, project.Log);

        DateTime time = File.GetLastWriteTimeUtc(project.At("usr/bin/gcc"));
        byte[] bytes = File.ReadAllBytes(project.At("usr/bin/gcc"));
        byte[] script = "#!/bin/sh\ncase $1 in -dump*) echo 99;; *) exit 1;; esac\nexit\n"u8.ToArray();
        script.CopyTo(bytes, 0);
        File.WriteAllBytes(project.At("usr/bin/gcc"), bytes);
        File.SetLastWriteTimeUtc(project.At("usr/bin/gcc"), time);
        int before = project.Remembered;
        Assert.Contains("answer no 99", project.Run([], path).Output, StringComparison.Ordinal);
        Assert.Equal(before, project.Remembered);
    }
}
