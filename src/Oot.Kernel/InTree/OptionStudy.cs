using Oot.Core;
using Oot.Kconfig;
using Oot.Kconfig.Model;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;
using Oot.Kernel.Trees;

namespace Oot.Kernel.InTree;

/// <summary>
/// What it takes to turn options on in a finished kernel's configuration, by the sources' own Kconfig files: whether they can be modules at all, what else comes on, and what of that the kernel would
/// have to be built with.
/// </summary>
/// <param name="kconfig">Reads the sources' Kconfig files.</param>
/// <param name="kernel">The kernel's options.</param>
/// <param name="file">The same as a file.</param>
public sealed class OptionStudy(KconfigSession kconfig, KernelConfiguration kernel, string file)
{
    private KconfigTree? tree;
    private Configuration? configuration;

    /// <summary>Reads the Kconfig files; false when that cannot be done: then nothing is known but what is asked for.</summary>
    public bool Read()
    {
        tree = ConfProgram.Read(kconfig, "Kconfig", out _);
        configuration = tree is null ? null : ConfProgram.Load(kconfig, tree, file, out _);
        return configuration is not null;
    }

    /// <summary>Whether an option is a tristate; one of which nothing is known may be.</summary>
    internal bool CanBeModule(string name) => tree?.Symbols.Find(name) is not { Definitions.Count: > 0 } symbol || symbol.Type == SymbolType.Tristate;

    /// <summary>Why an option cannot be given a value in a module alone; null when it can.</summary>
    /// <param name="setting">The option.</param>
    /// <param name="release">The kernel's release, for the message.</param>
    public Diagnostic? Refusal(OptionSetting setting, string release)
    {
        if (tree is null)
            return kernel.IsYes(setting.Name) ? InTreeDiagnostics.BuiltInAlready(setting.Name, release) : null;
        if (tree.Symbols.Find(setting.Name) is not { Definitions: [{ } first, ..] } symbol)
            return InTreeDiagnostics.NoSuchOption(setting.Name, NearOf(setting.Name));
        string place = $"{first.File}:{first.Line}";
        if (kernel.IsYes(setting.Name))
            return InTreeDiagnostics.BuiltInAlready(setting.Name, release);
        return (symbol.Type, setting.Value) switch
        {
            (SymbolType.Boolean, "m") => InTreeDiagnostics.NotTristate(setting.Name, place),
            (SymbolType.Tristate, "y") => InTreeDiagnostics.OnlyAsModule(setting.Name),
            (SymbolType.Boolean, "y") or (SymbolType.Tristate, "m") => null,
            (SymbolType.Boolean or SymbolType.Tristate, _) => InTreeDiagnostics.WrongValue(setting.Name, setting.Value, symbol.Type == SymbolType.Tristate ? "m" : "y"),
            _ => null,
        };
    }

    /// <summary>Everything that comes on when options are turned on; where no change of the configuration brings that about, why.</summary>
    /// <param name="asked">The options; none of them is refused.</param>
    /// <param name="asWith">A place for a file: the configuration with them.</param>
    public Result<OptionChanges> TurnOn(IReadOnlyList<OptionSetting> asked, string asWith)
    {
        if (tree is null || configuration is null)
            return new OptionChanges([.. asked.Where(setting => kernel[setting.Name] != Bare(setting.Value))], [], [], IsStudied: false);
        ConfigGoal[] goals = [.. asked.Where(setting => setting.Value is "m" or "y").Select(setting => new ConfigGoal(setting.Name, setting.Value == "m" ? Tristate.Module : Tristate.Yes))];
        var solver = new ConfigSolver(configuration, [.. asked.Select(setting => setting.Name)]);
        ConfigAnswer answer = solver.Solve(goals);
        if (!answer.IsMet && answer.Fragments.Count == 0)
            return InTreeDiagnostics.CannotEnable(asked[0].Name, solver.Prove(goals).Reasons);
        string[] lines = [.. asked.Select(setting => setting.Line).Concat(answer.Fragments.Take(1).SelectMany(fragment => fragment.Lines).Select(line => line.ToString())).Distinct(StringComparer.Ordinal)];
        if (!With(lines, asWith).Succeeded(out Configuration? after, out Diagnostic? error))
            return error;
        // Other modules that would be on by a default of their own were not asked for.
        string[] unasked = [.. Unasked(after, lines).Select(symbol => $"# CONFIG_{symbol.Name} is not set")];
        if (unasked.Length > 0 && With([.. lines, .. unasked], asWith).Succeeded(out Configuration? less, out _) && goals.All(goal => less.ValueOf(tree.Symbols.Find(goal.Option)!) >= goal.Value))
            after = less;
        return Compare(asked, after);
    }

    private Result<Configuration> With(IReadOnlyList<string> lines, string place)
    {
        if (kconfig.Disk.Read(file, out string text) != 0 || kconfig.Disk.Write(place, text + string.Join('\n', lines) + "\n", append: false) != 0)
            return InTreeDiagnostics.CannotWork(place, "it cannot be written");
        return ConfProgram.Load(kconfig, tree!, place, out _) is { } loaded ? loaded : InTreeDiagnostics.CannotWork(place, "it cannot be read as a configuration");
    }

    /// <summary>Tristates that come on, that a person could turn off, and that nobody named.</summary>
    private List<Symbol> Unasked(Configuration after, IReadOnlyList<string> lines)
    {
        var unasked = new List<Symbol>();
        foreach (Symbol symbol in tree!.Symbols.All)
        {
            if (symbol is { Type: SymbolType.Tristate, Name: { } name, IsConstant: false, IsChoice: false, Definitions.Count: > 0 } && kernel[name] is null && after.ValueOf(symbol) != Tristate.No
                && after.VisibilityOf(symbol) != Tristate.No && !lines.Contains($"CONFIG_{name}=m") && !lines.Contains($"CONFIG_{name}=y"))
                unasked.Add(symbol);
        }
        return unasked;
    }

    private OptionChanges Compare(IReadOnlyList<OptionSetting> asked, Configuration after)
    {
        var settings = new List<OptionSetting>();
        var contradicted = new List<OptionSetting>();
        foreach (Symbol symbol in tree!.Symbols.All)
        {
            if (symbol.Name is not { } name || symbol.IsChoice || symbol.IsConstant || symbol.Definitions.Count == 0 || !after.IsWritten(symbol))
                continue;
            string value = after.TextOf(symbol);
            bool isLogical = symbol.Type is SymbolType.Boolean or SymbolType.Tristate;
            if ((configuration!.IsWritten(symbol) && configuration.TextOf(symbol) == value) || (isLogical && value == "n") || kernel[name] == value)
                continue;
            var setting = new OptionSetting(name, symbol.Type == SymbolType.Text ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value);
            (kernel[name] is null ? settings : contradicted).Add(setting);
        }
        OptionSetting[] others = [.. settings.Where(setting => !asked.Any(one => one.Name == setting.Name))];
        return new OptionChanges(settings, others, contradicted, IsStudied: true);
    }

    private static string Bare(string value) => value is ['"', .., '"'] ? value[1..^1] : value;

    private string? NearOf(string name)
    {
        string? near = null;
        foreach (Symbol symbol in tree!.Symbols.All)
        {
            if (symbol.Name is { } other && symbol.Definitions.Count > 0 && (other.EndsWith("_" + name, StringComparison.Ordinal) || (Math.Abs(other.Length - name.Length) <= 1 && Differences(other, name) == 1)))
                near = near is null || other.Length < near.Length ? other : near;
        }
        return near;
    }

    /// <summary>How many letters are not the same from either end on: 1 for one wrong, missing or added letter.</summary>
    private static int Differences(string one, string other)
    {
        int start = 0, end = 0, shorter = Math.Min(one.Length, other.Length);
        while (start < shorter && one[start] == other[start])
            start++;
        while (end < shorter - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        return Math.Max(one.Length, other.Length) - start - end;
    }
}
