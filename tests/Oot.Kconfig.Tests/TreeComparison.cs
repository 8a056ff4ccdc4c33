using System.Globalization;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>A kernel's Kconfig files as one architecture reads them, with the real conf and with oot.</summary>
internal sealed class TreeComparison(Judge judge, string architecture, string directory, string compiler = "gcc") : IDisposable
{
    // How likely an option is on: half, seldom, nearly always, and with its own figures for bool and tristate (kernel 6.12, Documentation/kbuild/kconfig.rst).
    private static readonly string[] Probabilities = ["50", "10", "90", "30:40"];

    private static readonly string[] Products = [".config", "include/config/auto.conf", "include/generated/autoconf.h"];

    private readonly RecordedProbes _probes = new();
    private readonly Dictionary<string, string> _environment = judge.TreeEnvironment(architecture, directory, compiler);

    /// <summary>
    /// A random configuration that the real conf made: oot makes the same .config, auto.conf, autoconf.h and files below include/config of it. Both write them where there is no
    /// auto.conf yet, whatever the mode, so one run of conf does; only where what conf drew is not what it would read again, conf's olddefconfig judges.
    /// </summary>
    public void AssertSameRandom(int seed)
    {
        using var made = new TemporaryDirectory();
        using var read = new TemporaryDirectory();
        Dictionary<string, string> environment = _probes.AddedTo(_environment);
        environment["KCONFIG_SEED"] = seed.ToString(CultureInfo.InvariantCulture);
        environment["KCONFIG_PROBABILITY"] = Probabilities[seed % Probabilities.Length];
        Outcome real = judge.RunReal(made.Path, ["--randconfig", "Kconfig"], environment);
        string name = $"seed {environment["KCONFIG_SEED"]}, probability {environment["KCONFIG_PROBABILITY"]}";
        Assert.True(real.Exit == 0, $"{judge.Kernel} {name}: conf's randconfig ends with {real.Exit}");
        AssertProducts(real, name);
        File.WriteAllBytes(read.At(".config"), real.Files[".config"]);
        Outcome own = judge.RunOwn(read.Path, ["--olddefconfig", "Kconfig"], _environment);
        own.Files.Remove(".config.old");
        if (own.Exit != 0 || real.DifferenceInFiles(own).Length > 0)
            AssertProducts(Compare(real.Files[".config"], "--olddefconfig", name), name);
    }

    /// <summary>The same output and files of both; the .config of the real one.</summary>
    public byte[] AssertSame(string? configuration, string mode, string name = "")
    {
        Outcome real = Compare(configuration is null ? null : File.ReadAllBytes(configuration), mode, $"{configuration} {name}");
        return real.Files.GetValueOrDefault(".config", []);
    }

    /// <summary>The same .config, auto.conf and autoconf.h of both.</summary>
    public void AssertSameFiles(string configuration, string name = "") => AssertSameFiles(File.ReadAllBytes(configuration), $"{configuration} {name}");

    /// <inheritdoc cref="AssertSameFiles(string, string)"/>
    public void AssertSameFiles(byte[] configuration, string name)
    {
        // syncconfig asks for what is new, and there is nobody to answer: first what olddefconfig makes of it, then the files.
        byte[] complete = Compare(configuration, "--olddefconfig", name).Files[".config"];
        AssertProducts(Compare(complete, "--syncconfig", name), name);
    }

    public void Dispose() => _probes.Dispose();

    private void AssertProducts(Outcome outcome, string name) =>
        Assert.All(Products, file => Assert.True(outcome.Files.ContainsKey(file), $"{judge.Kernel} {architecture} {name}: conf wrote no {file}: {outcome.Error}"));

    private Outcome Compare(byte[]? configuration, string mode, string name)
    {
        using var inputs = new TemporaryDirectory();
        if (configuration is not null)
            File.WriteAllBytes(inputs.At(".config"), configuration);
        (Outcome real, string difference) = judge.Compare(inputs.Path, [mode, "Kconfig"], _environment, _probes);
        Assert.True(difference.Length == 0, $"{judge.Kernel} {architecture} {mode} {name}: {difference}");
        return real;
    }
}
