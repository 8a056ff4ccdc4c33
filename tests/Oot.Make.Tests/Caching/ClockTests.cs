using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Runs;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A clock that jumps, which a test cannot make the system's do: the check of a remembered run is given another time.</summary>
public sealed class ClockTests
{
    private const long Hour = 3_600_000_000_000;

    [Theory]
    [InlineData(0, true)]
    [InlineData(100_000 * Hour, true)]
    [InlineData(-Hour, false)]
    public void A_clock_behind_the_files_makes_a_run_be_looked_at_again(long jump, bool holds)
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Learn();
        byte[] file = File.ReadAllBytes(Assert.Single(Directory.GetFiles(Path.Combine(project.Cache, "oot/make/runs"))));
        var reader = new RunReader(CacheDirectory.ContentOf(file));
        Assert.False(reader.Text().IsEmpty);
        string[] environment = ["PATH=" + Path.GetDirectoryName(Environment.GetEnvironmentVariable("OOT_MAKE")) + ":/usr/bin:/bin", "HOME=/home/of/nobody", "XDG_CACHE_HOME=" + project.Cache, "OOT_CACHE_LOG=1", "PWD=" + project.Path];
        Assert.True(RunVariables.AreSame(ref reader, environment));
        Assert.Equal(holds, RunCheck.Holds(ref reader, FileClock.NowNs() + jump));
    }
}
