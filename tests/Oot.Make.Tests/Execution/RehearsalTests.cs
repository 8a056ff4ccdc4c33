using System.Globalization;
using Oot.Make.Tests.Caching;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>A make that is read before it is called for sees what the one before it has done in the meantime, as GNU make's would in a twin directory.</summary>
public sealed class RehearsalTests(ITestOutputHelper output)
{
    private const string First = """
        all:
        	@$(MAKE) -f write.mk
        	@$(MAKE) -f read.mk
        	@$(MAKE) -C below LEVEL=$(words $(wildcard gen*))
        	@$(MAKE) -f read.mk other
        """;

    private const string Writing = """
        $(info writing)
        all: ; @sleep 0.04; sh ./step
        """;

    private const string Reading = """
        -include gen.mk sub/more.mk
        TEXT := $(shell cat gen.txt 2>/dev/null)
        SIZE := $(shell wc -c < gen.txt)
        GENERATED := $(wildcard gen* sub/*)
        all: out ; @echo '$(GEN) $(MORE) $(TEXT) $(SIZE) $(GENERATED)'
        other: ; @echo other '$(GEN) $(TEXT)' $(realpath gen.link) '$(FLAVOUR)'
        out: gen.txt ; cp gen.txt $@
        """;

    // What the make in the middle does to what the next one has read by then.
    private static readonly string[] Steps =
    [
        ":", "echo GEN = ROUND > gen.mk", "echo ROUND > gen.txt", "rm -f gen.mk", "mkdir -p sub; echo MORE = ROUND > sub/more.mk", "rm -rf sub", "touch gen.ROUND",
        "echo GEN = ROUND > gen.new; touch -r gen.txt gen.new; mv gen.new gen.mk", "ln -sfn step gen.link", "ln -sfn gen.txt gen.link", "echo '$(info new ROUND)' >> read.mk",
        "touch gen.txt", "touch out", "rm -f out", "rm -f gen.[0-9]*", "echo 'all: ; @echo $(LEVEL) ROUND $(CURDIR)' > below/Makefile", "sed -i s/ROUND/x/ gen.txt; touch -d @1 gen.txt",
    ];

    [Fact]
    public void What_the_make_before_has_done_is_seen()
    {
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : isLong ? Random.Shared.Next(1 << 30) : 1;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        using var judge = new SmallProject(MakeProgram.Judge);
        using var oot = new SmallProject(MakeProgram.Oot);
        var random = new Random(seed);
        int rehearsed = 0, inVain = 0;
        string history = "";
        foreach (SmallProject project in (SmallProject[])[judge, oot])
        {
            project.Write("Makefile", First);
            project.Write("write.mk", Writing);
            project.Write("read.mk", Reading);
            project.Write("gen.txt", "text\n");
            project.Write("below/Makefile", "all: ; @echo $(LEVEL)\n");
        }
        for (int round = 0; round < (isLong ? 500 : 40); round++)
        {
            string step = Steps[random.Next(3) == 0 ? 0 : random.Next(Steps.Length)].Replace("ROUND", round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n";
            (string, string)[] environment = random.Next(8) == 0 ? [("FLAVOUR", "sweet")] : [];
            string[] words = random.Next(6) == 0 ? ["-j2"] : [];
            history += $"\n{string.Join(' ', words)} {environment.Length}: {step}";
            judge.Write("step", step);
            oot.Write("step", step);
            SmallProject.Settle();
            MakeResult expected = judge.Run(words, environment), actual = oot.Run(words, environment);
            rehearsed += oot.Log.Split('\n').Count(line => line == "oot cache: rehearsed");
            inVain += oot.Log.Split('\n').Count(line => line == "oot cache: rehearsed in vain");
            Assert.True(expected == actual, $"seed {seed}, round {round}: {history}\nGNU make: {expected}\noot: {actual}\n{oot.Log}");
        }
        output.WriteLine($"{rehearsed} rehearsed, {inVain} of them in vain");
        Assert.True(Environment.ProcessorCount == 1 || (rehearsed > 20 && inVain > 0), $"{rehearsed} rehearsed, {inVain} in vain");
    }

    /// <summary>What a probe has said on standard error is said when its make is called for, once.</summary>
    [Fact]
    public void A_rehearsed_make_says_nothing()
    {
        using var judge = new SmallProject(MakeProgram.Judge);
        using var oot = new SmallProject(MakeProgram.Oot);
        foreach (SmallProject project in (SmallProject[])[judge, oot])
        {
            project.Write("above.mk", "all:\n\t@sleep 0.1; echo above >&2\n\t@$(MAKE) --no-print-directory -f below.mk\n");
            project.Write("below.mk", "X := $(shell cat absent)\nall: ; @echo below '$(X)' >&2\n");
        }
        int rehearsed = 0;
        for (int again = 0; again < 5; again++)
        {
            SmallProject.Settle();
            Assert.Equal(judge.Run(["-f", "above.mk"]), oot.Run(["-f", "above.mk"]));
            rehearsed += oot.Log.Contains("cache: rehearsed", StringComparison.Ordinal) ? 1 : 0;
        }
        Assert.True(Environment.ProcessorCount == 1 || rehearsed > 1, oot.Log);
    }
}
