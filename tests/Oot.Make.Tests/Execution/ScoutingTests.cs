using System.Globalization;
using System.Text;
using Oot.Make.Execution;
using Oot.Make.Execution.Shell;
using Oot.Make.Tests.Caching;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>Questions to a compiler that are asked side by side: a make sees nothing of its scout but the time that it saves.</summary>
public sealed class ScoutingTests(ITestOutputHelper output)
{
    private const string Functions = """
        FLAGS :=
        TMPOUT = $(CURDIR)/.tmp_$$$$
        try = $(shell set -e; TMP=$(TMPOUT)/tmp; trap "rm -rf $(TMPOUT)" EXIT; mkdir -p $(TMPOUT); if ($(1)) >/dev/null 2>&1; then echo "$(2)"; else echo "$(3)"; fi)
        option = $(call try,gcc -Werror $(FLAGS) $(1) -c -x c /dev/null -o "$$TMP",$(1),$(2))
        assembles = $(call try,printf "%b\n" "$(1)" | gcc $(FLAGS) -c -x assembler -o "$$TMP" -,yes,no)

        """;

    private static readonly string[] Options =
    [
        "-Wall", "-Wextra", "-O2", "-g", "-fno-common", "-Wno-format", "-ffunction-sections", "-fno-strict-aliasing", "-Wno-such-warning",
        "-Wsuch-warning", "-fsuch-option", "-msuch=1", "-std=c1066", "-fno-such",
    ];

    // OPTION: one of the above. ROUND: a number.
    private static readonly string[] Lines =
    [
        "FLAGS += $(call option,OPTION)", "FLAGS += $(call option,OPTION)", "FLAGS += $(call option,OPTION,-DN=ROUND)", "VROUND := $(call option,OPTION)$(call option,OPTION)",
        "ifneq ($(call option,OPTION),)\nFLAGS += $(call option,OPTION)\nelse\nFLAGS += -DELSE=ROUND\nendif", "A := $(call assembles,nop) $(call assembles,such x)",
        "$(info ROUND $(call option,OPTION))", "$(shell echo ROUND $(FLAGS) >> log)", "$(file >>written,ROUND $(call option,OPTION))", "FLAGS := $(filter-out -O2,$(FLAGS))",
        "VERSION := $(shell gcc --version | head -n1)$(shell gcc -dumpmachine)", "$(if $(call option,OPTION),,$(warning no OPTION))", "-include below.mk", "LATER = $(call option,OPTION)",
        "$(eval VROUND := $(call option,OPTION))", "$(if $(call option,OPTION),,$(error no OPTION))", "$(shell sleep 0.03)", "STATUS := $(call option,OPTION)$(.SHELLSTATUS)",
    ];

    [Fact]
    public void A_make_with_a_scout_does_what_one_alone_does()
    {
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : isLong ? Random.Shared.Next(1 << 30) : 1;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        var random = new Random(seed);
        int ahead = 0, anew = 0;
        for (int round = 0; round < (isLong ? 150 : 12); round++)
        {
            string text = Makefile(random);
            string[] words = random.Next(3) switch { 0 => ["-f", "probe.mk"], 1 => ["-f", "above.mk"], _ => ["-j2", "-f", "above.mk"] };
            using var judge = new SmallProject(MakeProgram.Judge);
            using var oot = new SmallProject(MakeProgram.Oot);
            foreach (SmallProject project in (SmallProject[])[judge, oot])
            {
                project.Write("probe.mk", text);
                project.Write("below.mk", "FLAGS += $(call option,-Wno-parentheses)\n");
                project.Write("above.mk", "all:\n\t@echo above\n\t@$(MAKE) --no-print-directory -f probe.mk\n\t@echo above\n");
            }
            SmallProject.Settle();
            for (int again = 0; again < 2; again++)
            {
                MakeResult expected = judge.Run(words), actual = oot.Run(words);
                foreach (string line in oot.Log.Split('\n').Where(static line => line.Contains("run ahead: ", StringComparison.Ordinal)))
                {
                    ahead += int.Parse(line.Split(": ")[2].Split(',')[0], CultureInfo.InvariantCulture);
                    anew += int.Parse(line.Split(": ")[3], CultureInfo.InvariantCulture);
                }
                Assert.True(expected == actual && judge.Files() == oot.Files(), $"seed {seed}, round {round}, {string.Join(' ', words)}:\n{text}\nGNU make: {expected}\noot: {actual}\n{oot.Log}\n{oot.Files()}");
            }
        }
        output.WriteLine($"{ahead} run ahead, {anew} times begun anew");
        Assert.True(Environment.ProcessorCount == 1 || (ahead > 20 && anew > 0), $"{ahead} ahead, {anew} anew");
    }

    private static string Makefile(Random random)
    {
        var text = new StringBuilder(Functions);
        for (int line = 0; line < 14; line++)
        {
            string[] pieces = Lines[line < 4 ? 0 : random.Next(Lines.Length)].Replace("ROUND", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Split("OPTION");
            text.Append(pieces[0]);
            string option = Options[random.Next(Options.Length)];
            foreach (string piece in pieces[1..])
                text.Append(option).Append(piece);
            text.Append('\n');
        }
        return text.Append("all: ; @echo '$(FLAGS) $(A) $(VERSION) $(LATER) $(STATUS) $(V5) $(V7) $(V9)'\n").ToString();
    }

    [Theory]
    [InlineData("set -e; TMP=./d/tmp; trap \"rm -rf ./d\" EXIT; mkdir -p ./d; if (gcc -c -o \"$TMP\" x.c) >/dev/null 2>&1; then echo \"-Wx\"; else echo \"\"; fi", "-Wx\n", 0)]
    [InlineData("printf '%s' x | gcc -c - >/dev/null 2>&1 && echo y || echo n", "y\n", 0)]
    [InlineData("! ld -v --such >/dev/null 2>&1; echo $?", "1\n", 0)]
    [InlineData("gcc -c x.c >/dev/null; exit 3", "", 3)]
    [InlineData("rm -f kept; mkdir -p made; echo done", "done\n", 0)]
    [InlineData("gcc --version", null, 0)]
    [InlineData("gcc --version | head -n1", null, 0)]
    [InlineData("if gcc x.c > made; then echo y; fi", null, 0)]
    [InlineData("cat kept", null, 0)]
    [InlineData("echo `gcc --version`", null, 0)]
    public void Guess_is_what_comes_when_all_succeeds(string script, string? expected, int status)
    {
        using var directory = new TemporaryDirectory();
        string kept = directory.Write("kept", "");
        ShellResult? guess = GuessedScript.Of(["/bin/sh", "-c", script.Replace("kept", kept, StringComparison.Ordinal).Replace("made", directory.At("made"), StringComparison.Ordinal)], ["PATH=/usr/bin:/bin"]);
        Assert.Equal(expected is null ? null : new ShellResult(expected, status, 0, 0), guess);
        Assert.Equal([kept], Directory.GetFileSystemEntries(directory.Path));
    }
}
