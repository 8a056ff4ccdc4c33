using System.Diagnostics;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>A kernel tree with a configuration, as oot and as the kernel's own conf see it: answers of the solver are applied with conf.</summary>
internal sealed class ConfiguredKernel : IDisposable
{
    private readonly TemporaryDirectory _work = new();
    private readonly RecordedProbes _probes = new();
    private readonly Judge _judge;
    private readonly Dictionary<string, string> _environment;

    /// <param name="configuration">A part of the name of one of Debian's configurations; <c>defconfig</c>; or <c>nothing</c>: allnoconfig with modules.</param>
    public ConfiguredKernel(string kernel, string configuration)
    {
        _judge = new Judge(kernel);
        _environment = _judge.TreeEnvironment("x86_64", "x86");
        switch (configuration)
        {
            case "nothing":
                Conf(_work.Path, "--allnoconfig");
                File.AppendAllText(_work.At(".config"), "CONFIG_MODULES=y\n");
                break;
            case "defconfig":
                Conf(_work.Path, "--defconfig=arch/x86/configs/x86_64_defconfig");
                break;
            default:
                File.Copy(_judge.Configurations.First(name => name.Contains(configuration, StringComparison.Ordinal)), _work.At(".config"));
                break;
        }
        Conf(_work.Path, "--olddefconfig");
        string[] list = [.. _environment.Select(static entry => $"{entry.Key}={entry.Value}"), "PATH=" + Environment.GetEnvironmentVariable("PATH")];
        var session = new KconfigSession(new Disk(), list, new RealCommands(_environment, _work.Path));
        Tree = ConfProgram.Read(session, _judge.Tree + "/Kconfig", out _)!;
        Assert.NotNull(Tree);
        Configuration = ConfProgram.Load(session, Tree, _work.At(".config"), out _)!;
        Assert.NotNull(Configuration);
    }

    public KconfigTree Tree { get; }

    public Configuration Configuration { get; }

    public string At(string name) => _work.At(name);

    public void Dispose()
    {
        _work.Dispose();
        _probes.Dispose();
    }

    /// <summary>Every option that is off, in an order of its own for each seed.</summary>
    public Symbol[] OffOptions(int seed)
    {
        Symbol[] off = [.. Tree.Symbols.All.ToArray().Where(symbol => symbol is { IsChoice: false, IsConstant: false, Definitions.Count: > 0 }
            && symbol.Type is SymbolType.Boolean or SymbolType.Tristate && Configuration.ValueOf(symbol) == Tristate.No)];
        new Random(seed).Shuffle(off);
        return off;
    }

    /// <summary>Applies a fragment with conf: what is wanted is on, nothing is unmet, and what is on afterwards is what was foretold.</summary>
    public void AssertComesTrue(ConfigFragment fragment, params string[] wanted)
    {
        using var twin = new TemporaryDirectory();
        File.WriteAllText(twin.At(".config"), File.ReadAllText(At(".config")) + fragment.Text);
        Outcome outcome = Conf(twin.Path, "--olddefconfig");
        Assert.Equal(0, outcome.Exit);
        Assert.DoesNotContain("unmet direct dependencies", outcome.Error, StringComparison.Ordinal);
        var after = File.ReadLines(twin.At(".config")).Where(static line => line.StartsWith("CONFIG_", StringComparison.Ordinal) && line[^2..] is "=y" or "=m").ToHashSet(StringComparer.Ordinal);
        Assert.All(wanted, name => Assert.True(after.Contains($"CONFIG_{name}=y") || after.Contains($"CONFIG_{name}=m"), $"{name} after {fragment.Text}"));
        HashSet<string> foretold = [.. Tree.Symbols.All.ToArray().Where(symbol => symbol is { IsChoice: false, IsConstant: false } && symbol.Type is SymbolType.Boolean or SymbolType.Tristate
                && Configuration.IsWritten(symbol) && Configuration.ValueOf(symbol) != Tristate.No)
            .Select(symbol => new ConfigValue(symbol, Configuration.ValueOf(symbol)).ToString())];
        foreach (ConfigValue changed in fragment.Changed)
            foretold.Remove(new ConfigValue(changed.Symbol, Configuration.ValueOf(changed.Symbol)).ToString());
        foretold.UnionWith(fragment.Enabled.Concat(fragment.Changed.Where(static value => value.Value != Tristate.No)).Select(static value => value.ToString()));
        Assert.True(foretold.SetEquals(after), $"{string.Join(' ', wanted)} by {fragment.Text}: foretold only {string.Join(' ', foretold.Except(after).Take(5))}; true only {string.Join(' ', after.Except(foretold).Take(5))}");
    }

    /// <summary>What clasp says of the problem: the least cost, or null where it shows that there is no answer.</summary>
    public string? LeastByClasp(ConfigGoal goal)
    {
        string? clasp = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(static part => Path.Combine(part, "clasp")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(clasp is null, "no clasp: apt-get install clasp");
        File.WriteAllText(At("problem.wcnf"), new ConfigSolver(Configuration, []).ToWcnf([goal]));
        using Process process = Process.Start(new ProcessStartInfo(clasp!, ["--opt-strategy=usc", "--quiet=1", At("problem.wcnf")]) { RedirectStandardOutput = true })!;
        string[] told = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        if (told.Contains("s UNSATISFIABLE"))
            return null;
        Assert.Contains("s OPTIMUM FOUND", told);
        return told.Last(static line => line.StartsWith("o ", StringComparison.Ordinal))[2..];
    }

    private Outcome Conf(string directory, string mode) => _judge.RunReal(directory, [mode, "Kconfig"], _probes.AddedTo(_environment));
}
