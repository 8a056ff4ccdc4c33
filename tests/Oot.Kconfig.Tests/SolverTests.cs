using System.Diagnostics;
using System.Globalization;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>The smallest changes of whole configurations, judged by conf: what is wanted is on, nothing is unmet, and what is enabled is what was foretold.</summary>
public sealed class SolverTests(ITestOutputHelper output)
{
    private static readonly string[] Video = ["VIDEO_DEV", "VIDEOBUF2_V4L2", "VIDEOBUF2_DMA_SG"];

    [Fact]
    public void A_capture_card_needs_five_lines_from_nothing()
    {
        using var work = new TemporaryDirectory();
        (Judge judge, Dictionary<string, string> environment) = Prepare("6.12", work, null);
        (KconfigTree tree, Configuration configuration) = Load(judge, environment, work);
        ConfigAnswer answer = new ConfigSolver(configuration, []).Solve([.. Video.Select(static name => new ConfigGoal(name, Tristate.Module))]);
        Assert.True(answer.IsComplete);
        Assert.Equal(14, answer.Fragments.Count);
        Assert.All(answer.Fragments, static fragment => Assert.Equal(5, fragment.Lines.Count));
        Assert.Equal(28, answer.Fragments[0].Enabled.Count);
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        foreach (ConfigFragment fragment in answer.Fragments.Take(isLong ? 14 : 2))
            AssertComesTrue(judge, environment, work, tree, configuration, fragment, Video);
        ConfigAnswer none = new ConfigSolver(configuration, []).Solve([new ConfigGoal("SCSI_UFS_HISI", Tristate.Module)]);
        Assert.Empty(none.Fragments);
        Assert.NotEmpty(none.Reasons);
        output.WriteLine(string.Join("\n", none.Reasons));
    }

    [Fact]
    public void Targets_by_chance_come_true()
    {
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        foreach (string kernel in isLong ? (string[])["6.1", "6.12", "7.x"] : ["6.12"])
        {
            using var work = new TemporaryDirectory();
            (Judge judge, Dictionary<string, string> environment) = Prepare(kernel, work, "cloud");
            (KconfigTree tree, Configuration configuration) = Load(judge, environment, work);
            Symbol[] off = [.. tree.Symbols.All.ToArray().Where(symbol => symbol is { Type: SymbolType.Tristate, IsChoice: false, IsConstant: false } && configuration.ValueOf(symbol) == Tristate.No)];
            var random = new Random(7);
            int proved = 0, solved = 0;
            for (int i = 0; i < (isLong ? 100 : 4); i++)
            {
                Symbol target = off[random.Next(off.Length)];
                ConfigAnswer answer = new ConfigSolver(configuration, []).Solve([new ConfigGoal(target.Name!, Tristate.Module)], most: 1);
                Assert.True(answer.Fragments.Count > 0 || answer.Reasons.Count > 0, target.Name);
                proved += answer.Fragments.Count == 0 ? 1 : 0;
                if (answer.Fragments.Count == 0)
                    continue;
                solved++;
                AssertComesTrue(judge, environment, work, tree, configuration, answer.Fragments[0], [target.Name!]);
            }
            output.WriteLine($"{kernel}: {solved} solved, {proved} impossible");
        }
    }

    [Fact]
    public void Clasp_finds_no_smaller_answer()
    {
        string? clasp = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(static part => Path.Combine(part, "clasp")).FirstOrDefault(File.Exists);
        if (clasp is null)
            Assert.Skip("no clasp: apt-get install clasp");
        bool isLong = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        using var work = new TemporaryDirectory();
        (Judge judge, Dictionary<string, string> environment) = Prepare("6.12", work, "cloud");
        (KconfigTree tree, Configuration configuration) = Load(judge, environment, work);
        Symbol[] off = [.. tree.Symbols.All.ToArray().Where(symbol => symbol is { Type: SymbolType.Tristate, IsChoice: false, IsConstant: false } && configuration.ValueOf(symbol) == Tristate.No)];
        var random = new Random(11);
        for (int compared = 0, wanted = isLong ? 60 : 2; compared < wanted;)
        {
            var goal = new ConfigGoal(off[random.Next(off.Length)].Name!, Tristate.Module);
            var solver = new ConfigSolver(configuration, []);
            ConfigAnswer answer = solver.Solve([goal], most: 1);
            if (answer.Fragments.Count == 0)
                continue;
            File.WriteAllText(work.At("problem.wcnf"), solver.ToWcnf([goal]));
            using Process process = Process.Start(new ProcessStartInfo(clasp, ["--opt-strategy=usc", "--quiet=1", work.At("problem.wcnf")]) { RedirectStandardOutput = true })!;
            string told = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string best = told.Split('\n').Last(static line => line.StartsWith("o ", StringComparison.Ordinal))[2..];
            Assert.Equal(best, answer.Fragments[0].Lines.Count.ToString(CultureInfo.InvariantCulture));
            compared++;
        }
    }

    private static (Judge Judge, Dictionary<string, string> Environment) Prepare(string kernel, TemporaryDirectory work, string? configuration)
    {
        var judge = new Judge(kernel);
        Dictionary<string, string> environment = judge.TreeEnvironment("x86_64", "x86");
        if (configuration is not null)
            File.Copy(judge.Configurations.First(name => name.Contains(configuration, StringComparison.Ordinal)), work.At(".config"));
        else
        {
            judge.RunReal(work.Path, ["--allnoconfig", "Kconfig"], environment);
            File.AppendAllText(work.At(".config"), "CONFIG_MODULES=y\n");
        }
        judge.RunReal(work.Path, ["--olddefconfig", "Kconfig"], environment);
        return (judge, environment);
    }

    private static (KconfigTree Tree, Configuration Configuration) Load(Judge judge, Dictionary<string, string> environment, TemporaryDirectory work)
    {
        string[] list = [.. environment.Select(static entry => $"{entry.Key}={entry.Value}"), "PATH=" + Environment.GetEnvironmentVariable("PATH")];
        var session = new KconfigSession(new Disk(), list, new RealCommands(environment, work.Path));
        KconfigTree? tree = ConfigProgramOf(session, judge);
        Assert.NotNull(tree);
        Configuration? configuration = ConfProgram.Load(session, tree, work.At(".config"), out _);
        Assert.NotNull(configuration);
        return (tree, configuration);
    }

    private static KconfigTree? ConfigProgramOf(KconfigSession session, Judge judge) => ConfProgram.Read(session, judge.Tree + "/Kconfig", out _);

    private static void AssertComesTrue(
        Judge judge, Dictionary<string, string> environment, TemporaryDirectory work, KconfigTree tree, Configuration before, ConfigFragment fragment, string[] wanted)
    {
        using var twin = new TemporaryDirectory();
        File.WriteAllText(twin.At(".config"), File.ReadAllText(work.At(".config")) + fragment.Text);
        Outcome outcome = judge.RunReal(twin.Path, ["--olddefconfig", "Kconfig"], environment);
        Assert.Equal(0, outcome.Exit);
        Assert.DoesNotContain("unmet direct dependencies", outcome.Error, StringComparison.Ordinal);
        var after = File.ReadLines(twin.At(".config")).Where(static line => line.StartsWith("CONFIG_", StringComparison.Ordinal) && line[^2..] is "=y" or "=m").ToHashSet(StringComparer.Ordinal);
        Assert.All(wanted, name => Assert.True(after.Contains($"CONFIG_{name}=y") || after.Contains($"CONFIG_{name}=m"), $"{name} after {fragment.Text}"));
        HashSet<string> foretold = [.. tree.Symbols.All.ToArray().Where(symbol => symbol is { IsChoice: false, IsConstant: false } && symbol.Type is SymbolType.Boolean or SymbolType.Tristate && before.IsWritten(symbol) && before.ValueOf(symbol) != Tristate.No)
            .Select(symbol => new ConfigValue(symbol, before.ValueOf(symbol)).ToString())];
        foreach (ConfigValue changed in fragment.Changed)
            foretold.Remove(new ConfigValue(changed.Symbol, before.ValueOf(changed.Symbol)).ToString());
        foretold.UnionWith(fragment.Enabled.Concat(fragment.Changed.Where(static value => value.Value != Tristate.No)).Select(static value => value.ToString()));
        Assert.True(foretold.SetEquals(after), $"{fragment.Text}: {string.Join(' ', foretold.Except(after).Take(5))} / {string.Join(' ', after.Except(foretold).Take(5))}");
    }
}
