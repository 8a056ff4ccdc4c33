using System.Diagnostics;
using System.Text;
using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests;

/// <summary>Makefiles that nobody would write: planning ends, soon and without an exception.</summary>
public class SurveyLimitsTests
{
    private static readonly KernelTree Kernel = new("/kernels/tree", "/kernels/tree", "/kernels/tree", "6.1.0-9-test", null, null, null, 1, null, TreeProblem.None, "");

    public static TheoryData<string, string> Makefiles => new()
    {
        { "a line of 1 MiB", "obj-m := a.o\nX := " + new string('x', 1 << 20) + "\n" },
        { "a megabyte of nested references", "obj-m := a.o\nX := " + string.Concat(Enumerable.Repeat("$(a ", 1 << 18)) + new string(')', 1 << 18) + "\n" },
        { "a megabyte of open brackets", "obj-m := a.o\nX := " + string.Concat(Enumerable.Repeat("$(", 1 << 19)) + "\n" },
        { "references that double", "obj-m := a.o\nX0 =\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"X{i} = $(X{i - 1})$(X{i - 1})\n")) + "ifeq ($(X40),)\nendif\nall: $(X40)\n\tmake -C $(X40) M=$(X40)\n" },
        { "a variable that names itself", "A = $(B)\nB = $(A)\nobj-m := $(A)a.o\nall: $(A)\n\tmake -C $(A) M=$(B)\n" },
        { "thirty thousand variables", "obj-m := a.o\n" + string.Concat(Enumerable.Range(0, 30000).Select(i => $"V{i} := $(V{i + 1})\nccflags-y += $(V{i})\n")) },
        { "ten thousand rules", string.Concat(Enumerable.Range(0, 10000).Select(i => $"t{i}: t{i + 1}\n\tmake -C $(KDIR) M=$(PWD)\n")) },
        { "an include of itself", "include Makefile\ninclude ./Makefile\nobj-m := a.o\n" },
        { "bytes", Encoding.Latin1.GetString([.. Enumerable.Range(0, 1 << 16).Select(i => (byte)((i * 7919) ^ (i >> 3)))]) },
        { "an open conditional and a stray endif", "endif\nelse\nifeq ($(A)\nifdef\nifneq (a,b)\nobj-m := a.o\n" },
        { "a continued last line", "obj-m := a.o \\" },
    };

    [Theory]
    [MemberData(nameof(Makefiles))]
    public void Planning_ends(string name, string makefile)
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllText(temporary.Path + "/Makefile", makefile, Encoding.Latin1);
        var watch = Stopwatch.StartNew();
        _ = new BuildPlanner(new Disk()).Plan(temporary.Path, Kernel, [], []).Error;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name}: {watch.Elapsed}");
    }
}
