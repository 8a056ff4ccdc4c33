using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// Makefiles that no make can finish, where GNU make's own end depends on limits of the machine (it overflows its
/// stack, or runs out of file descriptors): oot ends soon, with make's exit code and prefix, and without a stack trace.
/// </summary>
public sealed class HopelessMakefileTests
{
    [Theory]
    [InlineData("a file that includes itself", "include Makefile\nall:\n")]
    [InlineData("a function that calls itself", "f = $(call f)\nall: $(call f)\n")]
    [InlineData("an endless eval", "define E\n$(eval $(E))\nendef\n$(eval $(E))\nall:\n")]
    [InlineData("a variable that needs itself through a function", "a = $(foreach x,1 2,$(a))\nall: $(a)\n")]
    public void Ends_with_a_message(string what, string text)
    {
        string? make = Environment.GetEnvironmentVariable("OOT_MAKE");
        if (make is null)
            Assert.Skip("OOT_MAKE names no make to try (./test sets it)");
        string directory = Directory.CreateTempSubdirectory("oot-hopeless-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "Makefile"), text);

            (int exit, string output) = TwinBuild.Start("timeout", ["60", make, "-C", directory]);

            Assert.True(exit is 2, $"{what}: exit {exit}: {output[..Math.Min(output.Length, 2000)]}");
            Assert.Contains("***", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_makefile_that_may_not_be_read_is_named()
    {
        string? make = Environment.GetEnvironmentVariable("OOT_MAKE");
        if (make is null)
            Assert.Skip("OOT_MAKE names no make to try (./test sets it)");
        if (Environment.UserName == "root")
            Assert.Skip("root reads every file");
        string directory = Directory.CreateTempSubdirectory("oot-unreadable-").FullName;
        try
        {
            string makefile = Path.Combine(directory, "Makefile");
            File.WriteAllText(makefile, "all:\n");
            File.SetUnixFileMode(makefile, UnixFileMode.None);

            (int exit, string output) = TwinBuild.Start(make, ["-C", directory, "-f", "Makefile"]);

            Assert.Equal(2, exit);
            Assert.Contains("make: Makefile: Permission denied", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
