using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>
/// The order of answers in small trees, where everything that could be added can be tried: fewest lines, then fewest options that come on, then fewest <c>=y</c>. The judge goes through
/// every set of lines and knows nothing of formulas.
/// </summary>
public sealed class SmallestChangeTests(ITestOutputHelper output)
{
    private const string Modules = "config MODULES\n\tbool \"modules\"\n\tmodules\n\tdefault y\n";

    [Theory]
    // Either of the two must be built in. The first in the file as a module lets the second be y, which brings an option more.
    [InlineData("config A\n\ttristate \"a\"\nconfig B\n\ttristate \"b\"\nconfig C\n\tbool\n\tdefault y if B = y\nconfig GOAL\n\tbool\n\tdefault y if (A = y && B = m) || (A = m && B = y)\n", "CONFIG_A=y\nCONFIG_B=m\n", 3)]
    // Making the first a module leaves two others that have to be built in; the first built in, none.
    [InlineData("config A\n\ttristate \"a\"\nconfig B\n\ttristate \"b\"\nconfig C\n\ttristate \"c\"\nconfig GOAL\n\tbool\n\tdefault y if (A = y && B = m && C = m) || (A = m && B = y && C = y)\n", "CONFIG_A=y\nCONFIG_B=m\nCONFIG_C=m\n", 4)]
    // As a module it brings more than built in: what comes on goes before =m.
    [InlineData("config A\n\ttristate \"a\"\nconfig GOAL\n\ttristate\n\tdefault A\nconfig MORE\n\tbool\n\tdefault y if A = m\n", "CONFIG_A=y\n", 2)]
    // Of a choice's members that do, the one that brings least.
    [InlineData("choice\n\tprompt \"c\"\nconfig NONE\n\tbool \"none\"\nconfig FIRST\n\tbool \"first\"\nconfig SECOND\n\tbool \"second\"\nendchoice\nconfig GOAL\n\tbool\n\tdefault y if FIRST || SECOND\nconfig MORE\n\tbool\n\tdefault y if FIRST\n", "CONFIG_SECOND=y\n", 2)]
    public void The_best_of_equally_few_lines_is_given(string options, string lines, int enabled)
    {
        Configuration configuration = Read("mainmenu \"m\"\n" + Modules + options, "CONFIG_MODULES=y\n", "6.12.0");
        ConfigFragment fragment = Assert.Single(new ConfigSolver(configuration, []).Solve([new ConfigGoal("GOAL", Tristate.Module)], most: 1).Fragments);
        Assert.Equal((lines, enabled), (fragment.Text, fragment.Enabled.Count));
    }

    [Fact]
    public void Every_member_of_a_choice_that_does_is_an_answer()
    {
        Configuration configuration = Read($"{Modules}choice\n\tprompt \"c\"\nconfig NONE\n\tbool \"none\"\nconfig FIRST\n\tbool \"first\"\nconfig SECOND\n\tbool \"second\"\nendchoice\nconfig GOAL\n\tbool\n\tdefault y if FIRST || SECOND\n", "", "6.12.0");
        ConfigAnswer answer = new ConfigSolver(configuration, []).Solve([new ConfigGoal("GOAL", Tristate.Yes)]);
        Assert.Equal(["CONFIG_FIRST=y\n", "CONFIG_SECOND=y\n"], answer.Fragments.Select(static fragment => fragment.Text));
        Assert.True(answer.IsComplete);
    }

    [Theory]
    [InlineData("6.1.0")]
    [InlineData("6.12.0")]
    public void No_set_of_lines_is_better_in_trees_by_chance(string version)
    {
        int feasible = 0, several = 0;
        for (int seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            (string kconfig, int count) = RandomTree.Of(random);
            Configuration configuration = Read(kconfig, RandomTree.ConfigurationOf(random, count), version);
            if (configuration.UnmetSymbols > 0)
                continue;
            var goal = new ConfigGoal("S" + (count - 1), random.Next(3) == 0 ? Tristate.Yes : Tristate.Module);
            ConfigAnswer answer = new ConfigSolver(configuration, []).Solve([goal], most: 1);
            if (answer.IsMet)
                continue;
            var tried = new EverySetOfLines(configuration, goal);
            string expected = tried.Best is { } best ? $"{best.Lines} lines, {best.Enabled} on, {best.BuiltIn} =y" : "none";
            string given = answer.Fragments is [var fragment, ..]
                ? $"{fragment.Lines.Count} lines, {fragment.Enabled.Count} on, {fragment.Lines.Count(static line => line.Value == Tristate.Yes)} =y" : "none";
            Assert.True(expected == given, $"seed {seed}: {goal}: tried {expected}, solved {given}\n{kconfig}");
            feasible += tried.Best is null ? 0 : 1;
            several += tried.Best is { Lines: > 1 } ? 1 : 0;
        }
        output.WriteLine($"{version}: {feasible} feasible, {several} of several lines");
        Assert.True(feasible > 100 && several > 25, $"{feasible} {several}");
    }

    internal static Configuration Read(string kconfig, string lines, string version)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("Kconfig", kconfig);
        directory.Write(".config", lines);
        string said = "";
        var session = new KconfigSession(new Disk(), [$"srctree={directory.Path}", "KERNELVERSION=" + version], new NoCommands()) { Error = text => said += text };
        KconfigTree? tree = ConfProgram.Read(session, directory.At("Kconfig"), out _);
        Assert.True(tree is not null, said + kconfig);
        return ConfProgram.Load(session, tree, directory.At(".config"), out _)!;
    }
}
