using System.Diagnostics;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>
/// Has the real conf run each probe of one environment once and not at each call: hundreds of configurations take minutes and not hours. conf itself is not changed, a library
/// that is loaded before it answers popen (recorded-probes.c).
/// </summary>
internal sealed class RecordedProbes : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public RecordedProbes()
    {
        Directory.CreateDirectory(_directory.At("probes"));
        using Process compiler = Process.Start("gcc", ["-O2", "-shared", "-fPIC", "-o", _directory.At("recorded-probes.so"), Path.Combine(Checkout.Tests, "Oot.Kconfig.Tests/recorded-probes.c"), "-ldl"]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
    }

    /// <summary>An environment in which conf records; it has to be the same one each time.</summary>
    public Dictionary<string, string> AddedTo(Dictionary<string, string> environment) => new(environment)
    {
        ["LD_PRELOAD"] = _directory.At("recorded-probes.so"),
        ["RECORDED_PROBES"] = _directory.At("probes"),
    };

    public void Dispose() => _directory.Dispose();
}
