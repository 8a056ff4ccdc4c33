using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary>Standard streams that are closed, full or no files: a message where one can still be read, an exit code that tells, and never a crash.</summary>
public sealed class ClosedStreamTests : IDisposable
{
    private const string Fixdep = "host-program scripts/basic/fixdep x.d x.o cc", Genksyms = "host-program scripts/genksyms/genksyms -w", Modpost = "host-program scripts/mod/modpost -T -";
    private const string NoKernel = "WARNING: modpost: Symbol info of vmlinux is missing. Unresolved symbol check will be entirely skipped.\n";
    private readonly RunningOot oot = new();

    public ClosedStreamTests()
    {
        oot.Root.Write("x.d", "x.o: /dev/null\n");
        oot.Root.Write("x.i", "int f(int a);\n__GENKSYMS_EXPORT_SYMBOL(f);\n");
        oot.Root.Write("refused.d", "nothing\n");
    }

    public void Dispose() => oot.Dispose();

    [Theory]
    [InlineData(Genksyms, "<&-", 2, "input in flex scanner failed\n")]
    [InlineData(Genksyms, "</", 2, "input in flex scanner failed\n")]
    [InlineData(Genksyms, "<&- >&- 2>&-", 2, "")]
    [InlineData(Genksyms, "<x.i >/dev/full", 1, "scripts/genksyms/genksyms: standard input or output: No space left on device\n")]
    [InlineData(Genksyms, "<x.i >&-", 1, "scripts/genksyms/genksyms: standard input or output: Bad file descriptor\n")]
    [InlineData(Genksyms + " --nonsense", "2>/dev/full", 1, "")]
    [InlineData(Fixdep, ">/dev/full", 1, "fixdep: not all data was written to the output\n")]
    [InlineData(Fixdep, ">&-", 1, "fixdep: not all data was written to the output\n")]
    [InlineData(Fixdep, "<&- 2>&- >x.cmd", 0, "")]
    [InlineData("host-program scripts/basic/fixdep refused.d x.o cc", ">&- 2>&-", 2, "")]
    [InlineData(Modpost, "<&-", 0, NoKernel)]
    [InlineData(Modpost, "</", 0, NoKernel)]
    [InlineData(Modpost, "<x.i 2>&-", 1, "")]
    [InlineData("host-program scripts/recordmcount x.i", "2>/dev/full", 1, "")]
    [InlineData("host-program scripts/sign-file", "<&- >&- 2>&-", 2, "")]
    [InlineData("host-program scripts/mod/nothing", "2>&-", 64, "")]
    [InlineData("--help", ">/dev/full", 66, "error: cannot write to standard output: No space left on device [OOT2004]\n  Make room, or send the output elsewhere, and run the same command again.\n")]
    [InlineData("kernel list --json", ">&-", 66, "error: cannot write to standard output: Bad file descriptor [OOT2004]\n  Make room, or send the output elsewhere, and run the same command again.\n")]
    [InlineData("--help", "2>&- | head -n 1 >/dev/null", 0, "")]
    public void End_with_a_code(string words, string streams, int code, string error)
    {
        ProgramResult result = oot.Shell($"{words} {streams}");
        Assert.Equal((code, error), (result.ExitCode, result.Error));
    }
}
