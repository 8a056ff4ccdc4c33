using System.Diagnostics;
using Oot.Core;
using Oot.Kernel.Booting;
using Xunit;

namespace Oot.Kernel.Tests.Booting;

/// <summary>The archive, with GNU cpio as the judge.</summary>
public class InitramfsWriterTests
{
    [Fact]
    public void Cpio_finds_in_it_what_was_put_in()
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/cpio"), "apt-get install cpio");
        using var directory = new TemporaryDirectory();
        var archive = new InitramfsWriter();
        archive.AddDirectory("bin");
        archive.AddDevice("dev", 5, 1);
        archive.AddFile("bin/a", "x"u8, executable: true);
        archive.AddFile("bin/empty", [], executable: false);
        archive.AddFile("longer-name", new byte[1 << 20], executable: false);
        string file = directory.Path + "/archive";
        File.WriteAllBytes(file, archive.Finish());
        using var cpio = Process.Start(new ProcessStartInfo("cpio", ["-tv", "--numeric-uid-gid", "-F", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string[] lines = [.. cpio.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        cpio.WaitForExit();
        Assert.Equal(0, cpio.ExitCode);
        Assert.Equal(
            ["drwxr-xr-x 1 0 0 0 bin", "crw------- 1 0 0 5, 1 dev", "-rwxr-xr-x 1 0 0 1 bin/a", "-rw-r--r-- 1 0 0 0 bin/empty", "-rw-r--r-- 1 0 0 1048576 longer-name"],
            lines.Select(line => line.Replace(" Jan 1 1970 ", " ", StringComparison.Ordinal)));
    }
}
