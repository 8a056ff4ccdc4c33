using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Make.Symbolic;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>Makefiles as kernels have them, with every option free, against GNU make with each of the values that the options may have.</summary>
public class SymbolicMakefileTests
{
    private static readonly string[] Options = ["CONFIG_A", "CONFIG_B", "CONFIG_C"];

    private static readonly string[] Asked = ["obj-y", "obj-m", "lib-y", "foo-y", "foo-objs", "foo-m"];

    public static TheoryData<string, string> Makefiles => new()
    {
        { "options", "obj-$(CONFIG_A) += a.o b.o\nobj-$(CONFIG_B) += foo.o dir/\nfoo-y := x.o\nfoo-$(CONFIG_C) += y.o\n" },
        { "replaced (mm/Makefile)", "obj-y := nommu.o\nobj-$(CONFIG_A) := highmem.o memory.o\nobj-y += page.o\n" },
        { "m as y", "obj-$(subst m,y,$(CONFIG_A)) += a.o\nobj-$(subst y,$(CONFIG_B),$(CONFIG_C)) += b.o\n" },
        { "lists of lists", "list-y := one.o\nlist-$(CONFIG_A) += two.o\nfoo-y := $(list-y) $(list-m) last.o\nobj-$(CONFIG_B) += foo.o\n" },
        { "ifeq", "ifeq ($(CONFIG_A),y)\nobj-y += a.o\nelse ifeq ($(CONFIG_B),m)\nobj-m += b.o\nelse\nobj-$(CONFIG_C) += c.o\nendif\n" },
        { "ifdef", "ifdef CONFIG_A\nifndef CONFIG_B\nobj-y += a.o\nendif\nobj-m += b.o\nendif\n" },
        { "glued", "ifneq ($(CONFIG_A)$(CONFIG_B),)\nobj-y += any.o\nendif\nifeq ($(CONFIG_A)$(CONFIG_C),ym)\nobj-y += both.o\nendif\n" },
        { "functions", "obj-y += $(if $(CONFIG_A),a.o,no.o) $(addprefix dir/,$(and $(CONFIG_B),$(CONFIG_C)))\nobj-m := $(filter-out y,$(CONFIG_A) $(CONFIG_B)) $(or $(CONFIG_C),none)\n" },
        { "foreach and call", "both = $(1)-$(2).o\nobj-y := $(foreach x,$(CONFIG_A) $(CONFIG_B) z,$(call both,$(x),t))\n" },
        { "substitution", "names-$(CONFIG_A) := a b\nobj-y := $(names-y:=.o) $(names-m:%=m-%.o)\n" },
        { "order", "foo-y = $(late)\nlate := one.o\nobj-y := $(late)\nlate := two.o\nobj-$(CONFIG_A) += $(late)\n" },
        { "default", "x-$(CONFIG_A) := set.o\nx-y ?= default.o\nobj-y := $(x-y)\n" },
        { "defined in between", "define body\nfirst.o\nsecond.o\nendef\nobj-$(CONFIG_A) := $(body)\nrule: ; echo\n\tnot an assignment := x\nobj-y += after.o\n" },
        { "words", "obj-y := $(firstword $(CONFIG_A) $(CONFIG_B) last) $(word 2,$(CONFIG_A) $(CONFIG_B) $(CONFIG_C) end) $(words $(CONFIG_A) $(CONFIG_B))\n" },
        { "both sides", "obj-y := pre$(CONFIG_A)post $(CONFIG_B)$(CONFIG_C).o\n" },
        { "comments and continuations", "obj-y := a.o \\\n  b.o # no.o\nobj-$(CONFIG_A) += c.o \\\n\t$(CONFIG_B)\n" },
    };

    [Theory]
    [MemberData(nameof(Makefiles))]
    public void The_words_are_those_of_make(string name, string text)
    {
        string? make = Environment.GetEnvironmentVariable("OOT_JUDGE_MAKE");
        Assert.SkipWhen(make is null, "tests/setup/judge-make.sh");
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.Path + "/Kbuild", text);
        var read = new SymbolicMakefile(new Disk(), directory.Path + "/", ConfigurationVariables.Of(["x86"]), _ => false);
        Assert.True(read.Read("Kbuild"));
        for (int i = 0; i < 27; i++)
        {
            string[] values = [Value(i % 3), Value(i / 3 % 3), Value(i / 9)];
            string[] expected = Judge(make, directory.Path, text, values);
            for (int v = 0; v < Asked.Length; v++)
            {
                IEnumerable<string> words = read.WordsOf(Asked[v]).Where(word => word.When.Holds(variable => 1u << Array.IndexOf(variable.Values, values[Array.IndexOf(Options, variable.Name)])) == true).Select(word => word.Word);
                Assert.Equal($"{name} {string.Join(',', values)} {Asked[v]}: {Sorted(expected[v].Split(' ', StringSplitOptions.RemoveEmptyEntries))}", $"{name} {string.Join(',', values)} {Asked[v]}: {Sorted(words)}");
            }
        }
    }

    [Theory]
    [InlineData("a = $(a) x\nobj-y = $(a)\n")]
    [InlineData("include Kbuild\nobj-y += x.o\n")]
    [InlineData("ifeq (\nelse else\nendif\nendif\n:=\n$(\n$(call\ndefine\n")]
    public void Makefiles_without_end_are_left_at_some_point(string text)
    {
        using var directory = new TemporaryDirectory();
        string doubled = string.Concat(Enumerable.Range(0, 70).Select(i => $"d{i} = $(d{i + 1}) $(d{i + 1})\n")) + "d70 = x\nobj-m = $(d0)\n";
        File.WriteAllText(directory.Path + "/Kbuild", text + doubled);
        var read = new SymbolicMakefile(new Disk(), directory.Path + "/", ConfigurationVariables.Of(["x86"]), _ => false);
        Assert.True(read.Read("Kbuild"));
        _ = (read.WordsOf("obj-y"), read.WordsOf("obj-m"));
    }

    private static string Value(int number) => ConfigurationVariables.OptionValues[number];

    // The order of a list decides nothing in Kbuild files but the order of initialisation.
    private static string Sorted(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private static string[] Judge(string make, string directory, string text, string[] values)
    {
        string configuration = string.Concat(Options.Zip(values, (option, value) => value.Length == 0 ? "" : $"{option}={value}\n"));
        File.WriteAllText(directory + "/judged.mk", configuration + text + "\n" + string.Concat(Asked.Select(variable => $"$(info =$(strip $({variable})))\n")) + "all: ;@:\n");
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(make, ["-s", "-r", "-f", directory + "/judged.mk", "all"], ProcessContext.Environment()));
        Assert.True(result.Succeeded, result.Output);
        return [.. result.Output.Split('\n').Where(line => line.StartsWith('=')).Select(line => line[1..])];
    }
}
