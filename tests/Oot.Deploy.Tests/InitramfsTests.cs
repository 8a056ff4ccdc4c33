using Oot.Core;
using Oot.Deploy.Installing;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>What modules an initramfs has, of archives that cpio made.</summary>
public sealed class InitramfsTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("xz --check=crc32")]
    [InlineData("zstd -q")]
    [InlineData("cat")]
    public void Modules_behind_an_uncompressed_part_are_found(string compress)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("early/kernel/x86/microcode.bin", "early");
        directory.Write("main/usr/lib/modules/6.1/kernel/drivers/net/some-driver.ko.xz", "module");
        directory.Write("main/usr/lib/modules/6.1/other.ko", "module");
        directory.Write("main/etc/hostname", "x");
        ProgramResult made = Kmod.Run("/bin/sh", ["-c", $"(cd early && find . | cpio -o -H newc --quiet) >image && (cd main && find . | cpio -o -H newc --quiet | {compress}) >>image"], directory.Path);
        Assert.SkipWhen(made.ExitCode == 127 || !File.Exists("/usr/bin/cpio"), "apt-get install cpio xz-utils zstd");
        Assert.Equal(["other", "some_driver"], Initramfs.ModulesOf(new Disk(), directory.At("image")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_no_archive_has_no_modules()
    {
        using var directory = new TemporaryDirectory();
        foreach (string content in new[] { "", "x", "070701", "070701" + new string('f', 200), "070701" + new string('0', 104) + "a.ko", "\u001f\u008b\u0008" })
        {
            File.WriteAllBytes(directory.At("image"), ByteText.ToBytes(content));
            Assert.Empty(Initramfs.ModulesOf(new Disk(), directory.At("image")));
        }
    }
}
