using Oot.Configuring;
using Oot.Core;
using Oot.Kconfig;
using Oot.Kconfig.Model;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;
using Oot.Kernel.HostPrograms.Kconfig;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;

namespace Oot.Explaining;

/// <summary>The smallest change of a configuration that brings what symbols need, by the sources' own Kconfig files.</summary>
internal sealed class FragmentSearch(Session session)
{
    private const string Prefix = "CONFIG_";

    /// <summary>The change; null where no option is missing, or the Kconfig files cannot be read (what is wrong with them was said).</summary>
    /// <param name="source">The sources.</param>
    /// <param name="file">The configuration's file.</param>
    /// <param name="options">What is in that file.</param>
    /// <param name="allowed">Options that may change though they usually stay.</param>
    /// <param name="most">At most so many sets of lines are told.</param>
    internal FoundFragments? Find(string source, string file, KernelConfiguration? options, IReadOnlyList<SymbolExplanation> explanations, IReadOnlyList<string> allowed, int most)
    {
        Dictionary<string, Tristate> wanted = Wanted(explanations);
        if (wanted.Count == 0)
            return null;
        IReadOnlyList<string> environment = session.Environment;
        if (options is not null && KernelArchitecture.Of(options) is { } architecture && ProcessEnvironment.Value(environment, "ARCH") is null)
            environment = ProcessEnvironment.With(environment, "ARCH", architecture.Kernel);
        environment = new ConfigEnvironment(session.Disk, session.Programs, source).For(environment);
        var said = new List<string>();
        var kconfig = new KconfigSession(session.Disk, environment, new ProbeCommands(environment, session.Disk)) { Error = said.Add };
        if (ConfProgram.Read(kconfig, "Kconfig", out _) is not { } tree || ConfProgram.Load(kconfig, tree, file, out _) is not { } configuration)
        {
            session.Terminal.Note(string.Concat(said).TrimEnd('\n'));
            return null;
        }
        ConfigGoal[] goals = [.. wanted.Where(goal => tree.Symbols.Find(goal.Key) is { Definitions.Count: > 0 }).Select(goal => new ConfigGoal(goal.Key, goal.Value))];
        string[] prompted = [.. goals.Where(goal => tree.Symbols.Find(goal.Option)!.Definitions.All(node => node.Prompt is null)).Select(goal => goal.Option)];
        if (goals.Length == 0)
            return null;
        var solver = new ConfigSolver(configuration, allowed);
        ConfigAnswer answer = solver.Solve(goals, most);
        return new FoundFragments(file, answer, answer.IsMet || answer.Fragments.Count > 0 ? null : solver.Prove(goals), prompted);
    }

    /// <summary>What the first way to each symbol needs; an option that two ask for gets the higher value.</summary>
    private static Dictionary<string, Tristate> Wanted(IReadOnlyList<SymbolExplanation> explanations)
    {
        var wanted = new Dictionary<string, Tristate>(StringComparer.Ordinal);
        foreach (OptionNeed need in explanations.Where(explanation => explanation.Verdict == SymbolVerdict.OptionOff).SelectMany(explanation => explanation.Candidates.Take(1)).SelectMany(candidate => candidate.Needs))
        {
            Tristate value = need.Values.Contains("m") ? Tristate.Module : need.Values.Contains("y") ? Tristate.Yes : Tristate.No;
            string option = need.Option.StartsWith(Prefix, StringComparison.Ordinal) ? need.Option[Prefix.Length..] : need.Option;
            if (!wanted.TryGetValue(option, out Tristate known) || value > known)
                wanted[option] = value;
        }
        return wanted;
    }
}
