using System.Globalization;
using Oot.Kconfig.Model;
using Oot.Kconfig.Solving;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>The smallest changes of whole configurations, judged by conf: what is wanted is on, nothing is unmet, and what is enabled is what was foretold. clasp judges that none is smaller.</summary>
public sealed class SolverTests(ITestOutputHelper output)
{
    private static readonly string[] Video = ["VIDEO_DEV", "VIDEOBUF2_V4L2", "VIDEOBUF2_DMA_SG"];

    private static bool IsLong => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    /// <summary>Kernels with old and new choices, three configurations of each, and one of the newest kernel; 50 answers of each are applied.</summary>
    public static TheoryData<string, string> Configurations => IsLong
        ? new() { { "6.12", "nothing" }, { "6.12", "cloud" }, { "6.12", "defconfig" }, { "6.1", "nothing" }, { "6.1", "cloud" }, { "6.1", "defconfig" }, { "7.x", "cloud" } }
        : new() { { "6.12", "cloud" }, { "6.1", "nothing" } };

    [Fact]
    public void A_capture_card_needs_five_lines_from_nothing()
    {
        using var kernel = new ConfiguredKernel("6.12", "nothing");
        ConfigGoal[] goals = [.. Video.Select(static name => new ConfigGoal(name, Tristate.Module))];
        ConfigAnswer answer = new ConfigSolver(kernel.Configuration, []).Solve(goals);
        Assert.True(answer.IsComplete);
        Assert.Equal((14, 14), (answer.Count, answer.Fragments.Count));
        Assert.All(answer.Fragments, static fragment => Assert.Equal(5, fragment.Lines.Count));
        Assert.Equal(28, answer.Fragments[0].Enabled.Count);
        foreach (ConfigFragment fragment in answer.Fragments.Take(IsLong ? 14 : 2))
            kernel.AssertComesTrue(fragment, Video);
        ConfigAnswer first = new ConfigSolver(kernel.Configuration, []).Solve(goals, most: 1);
        Assert.Equal((14, answer.Fragments[0].Text), (first.Count, Assert.Single(first.Fragments).Text));
    }

    [Fact]
    public void A_cloud_kernel_lacks_three_lines_of_three_kinds()
    {
        using var kernel = new ConfiguredKernel("6.12", "cloud");
        ConfigAnswer answer = new ConfigSolver(kernel.Configuration, []).Solve([.. Video.Select(static name => new ConfigGoal(name, Tristate.Module))]);
        Assert.True(answer.IsComplete);
        Assert.Equal(["VIDEO_INTEL_IPU6", "VIDEO_IPU3_CIO2", "VIDEO_TW68"], answer.Fragments.Select(static fragment => fragment.Lines[2].Symbol.Name!).Order(StringComparer.Ordinal));
        Assert.All(answer.Fragments, static fragment => Assert.StartsWith("CONFIG_MEDIA_SUPPORT=m\nCONFIG_MEDIA_PCI_SUPPORT=y\n", fragment.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_of_an_old_choice_of_modules_is_a_line_like_any_other()
    {
        using var kernel = new ConfiguredKernel("6.1", "nothing");
        foreach ((string target, int lines) in ((string, int)[])[("USB_GADGETFS", 3), ("USB_ETH", 4), ("USB_G_WEBCAM", 5)])
        {
            ConfigFragment fragment = Assert.Single(new ConfigSolver(kernel.Configuration, []).Solve([new ConfigGoal(target, Tristate.Module)], most: 1).Fragments);
            Assert.Equal(lines, fragment.Lines.Count);
            kernel.AssertComesTrue(fragment, target);
        }
    }

    [Fact]
    public void What_is_impossible_is_proved_by_the_fewest_conditions()
    {
        using var kernel = new ConfiguredKernel("6.12", "nothing");
        ConfigGoal[] goals = [new("USB_GADGET", Tristate.Module), new("SCSI_UFS_HISI", Tristate.Module)];
        var solver = new ConfigSolver(kernel.Configuration, []);
        Assert.Empty(solver.Solve(goals).Fragments);
        ConfigProof proof = solver.Prove(goals);
        Assert.True(proof.IsSmallest);
        Assert.Equal(
            ["SCSI_UFS_HISI is to be m or y", "SCSI_UFS_HISI depends on ARCH_HISI || COMPILE_TEST", "COMPILE_TEST stays n unless it is allowed to change", "ARCH_HISI is defined in no Kconfig file of this architecture"],
            proof.Reasons);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Targets_by_chance_come_true_and_none_needs_less(string version, string configuration)
    {
        using var kernel = new ConfiguredKernel(version, configuration);
        int applied = 0, impossible = 0, judged = 0, judgedImpossible = 0;
        var failures = new List<string>();
        foreach (Symbol target in kernel.OffOptions(seed: 7))
        {
            if (applied == (IsLong ? 50 : 3))
                break;
            var goal = new ConfigGoal(target.Name!, Tristate.Module);
            ConfigAnswer answer = new ConfigSolver(kernel.Configuration, []).Solve([goal], most: 1);
            if (answer.Fragments.Count == 0)
            {
                if (impossible++ >= (IsLong ? 5 : 1))
                    continue;
                judgedImpossible++;
                if (kernel.LeastByClasp(goal) is { } cost)
                    failures.Add($"{target.Name}: clasp finds an answer of {cost} lines");
                if (new ConfigSolver(kernel.Configuration, []).Prove([goal]).Reasons.Count < 2)
                    failures.Add($"{target.Name}: impossible, but no conditions say why");
                continue;
            }
            applied++;
            try
            {
                kernel.AssertComesTrue(answer.Fragments[0], target.Name!);
            }
            catch (Xunit.Sdk.XunitException problem)
            {
                failures.Add($"{target.Name}: {problem.Message}");
            }
            if (judged++ < (IsLong ? 10 : 1) && kernel.LeastByClasp(goal) is var least && least != answer.Fragments[0].Lines.Count.ToString(CultureInfo.InvariantCulture))
                failures.Add($"{target.Name}: {answer.Fragments[0].Lines.Count} lines, clasp {least}");
        }
        output.WriteLine($"{version} {configuration}: {applied} applied, of which {Math.Min(judged, IsLong ? 10 : 1)} beside clasp; {impossible} impossible, of which {judgedImpossible} beside clasp");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
