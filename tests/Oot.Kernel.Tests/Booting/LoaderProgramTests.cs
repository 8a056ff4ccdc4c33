using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Booting;

/// <summary>The loader as a program, as far as it can be run outside a guest: nothing is loaded here.</summary>
public class LoaderProgramTests
{
    [Theory]
    // open of what is not there
    [InlineData("/nonexistent/file", "0", Errno.NoEntry)]
    [InlineData("/nonexistent/file", "m", Errno.NoEntry)]
    // nothing cannot be mapped
    [InlineData("/dev/null", "m", Errno.InvalidArgument)]
    // a path that is no directory
    [InlineData("/etc/passwd/x", "3", Errno.NotDirectory)]
    public void It_prints_the_errno_as_a_number(string file, string how, int errno)
    {
        Assert.SkipWhen(HostMachine.Architecture.Debian != "amd64", "a program for x86-64");
        using var directory = new TemporaryDirectory();
        string program = directory.Path + "/load";
        File.WriteAllBytes(program, LoaderProgram.Create(Oot.Elf.ElfMachine.X86_64));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(program, [file, "", how], []));
        Assert.Equal((0, $"{errno}\n", ""), (result.ExitCode, result.Output, result.Error));
    }
}
