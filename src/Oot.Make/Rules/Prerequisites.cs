using System.Text;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>Prerequisites as text to dependencies, and the second expansion of those that have one.</summary>
internal sealed class Prerequisites(MakeState state)
{
    /// <summary>Reads an expanded text: names, then after <c>|</c> order-only names.</summary>
    public DependencyList Split(string text)
    {
        List<SequenceName> names = state.Sequences.TakeRoom();
        state.Sequences.Parse(names, text, "|", "", FileSequenceOptions.Wait, out string remaining, out int end);
        var result = new DependencyList(names.Count);
        foreach (SequenceName name in names)
            result.Add(new Dependency { Name = name.Name, WaitsHere = name.WaitsHere });
        state.Sequences.GiveBack(names);
        if (end < remaining.Length)
            foreach (SequenceName name in state.Sequences.Parse(remaining[(end + 1)..], FileSequenceOptions.Wait))
                result.Add(new Dependency { Name = name.Name, WaitsHere = name.WaitsHere, IsOrderOnly = true });
        return result;
    }

    /// <summary>Makes files of plain names.</summary>
    public DependencyList Enter(string[] names)
    {
        // With room for the few that another rule gives.
        var result = new DependencyList(names.Length + 4);
        foreach (string name in names)
        {
            FileNode file = state.Files.FindOrEnter(name);
            file.IsExplicit = true;
            result.Add(file);
        }
        return result;
    }

    /// <summary>Makes files of the names; with a stem, <c>%</c> in them is replaced first and those that become empty are dropped.</summary>
    public DependencyList Enter(DependencyList dependencies, string? stem)
    {
        DependencyList result = stem is null ? dependencies : new DependencyList(dependencies.Count);
        foreach (Dependency original in dependencies)
        {
            Dependency dependency = original;
            if (stem is not null)
            {
                string name = dependency.Name;
                int percent = Quoting.FindPercent(ref name);
                if (percent >= 0)
                {
                    name = string.Concat(name.AsSpan(0, percent), stem, name.AsSpan(percent + 1));
                    if (name.Length == 0)
                        continue;
                }
                dependency = new Dependency
                {
                    Name = name,
                    Stem = stem,
                    IsStaticPattern = true,
                    IsOrderOnly = original.IsOrderOnly,
                    WaitsHere = original.WaitsHere,
                    NeedsExpansion = original.NeedsExpansion,
                };
            }
            if (stem is not null)
                result.Add(dependency);
            if (dependency.NeedsExpansion)
                continue;
            dependency.Enter(state.Files.FindOrEnter(dependency.Name));
            dependency.IsStaticPattern = false;
            if (stem is null)
                dependency.File!.IsExplicit = true;
        }
        return result;
    }

    /// <summary>Expands a target's prerequisites a second time, once, and makes files of the results.</summary>
    public void ExpandAgain(FileNode file)
    {
        if (file.IsExpanded)
            return;
        file.IsExpanded = true;
        if (!file.Dependencies.Exists(dependency => dependency.NeedsExpansion))
            return;
        var result = new DependencyList();
        state.TargetVariables.Prepare(file, reading: false);
        // $^ and the like see what has been expanded so far and what is still to come.
        DependencyList original = file.Dependencies;
        for (int i = 0; i < original.Count; i++)
        {
            Dependency dependency = original[i];
            if (!dependency.NeedsExpansion)
            {
                result.Add(dependency);
                continue;
            }
            file.Dependencies = [.. result, .. original.Skip(i)];
            string text = dependency.IsStaticPattern ? ReplacePercents(dependency.Name, "$*") : dependency.Name;
            state.AutomaticVariables.Set(file, dependency.Stem ?? file.Stem);
            foreach (Dependency added in Split(state.Expander.ExpandFor(file, text)))
            {
                added.Enter(state.Files.FindOrEnter(added.Name));
                added.Stem = dependency.Stem;
                if (dependency.Stem is null)
                    added.File!.IsExplicit = true;
                result.Add(added);
            }
        }
        file.Dependencies = result;
        state.Shuffle(file.Dependencies);
    }

    /// <summary>Replaces the first <c>%</c> of each word.</summary>
    public static string ReplacePercents(string text, string replacement)
    {
        int percent = text.IndexOf('%');
        if (percent < 0)
            return text;
        var result = new StringBuilder();
        int at = 0;
        while (percent >= 0)
        {
            result.Append(text, at, percent - at).Append(replacement);
            at = percent + 1;
            int end = Characters.EndOfToken(text, at);
            percent = end < text.Length ? text.IndexOf('%', end) : -1;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The prerequisites that <c>.EXTRA_PREREQS</c> adds.</summary>
    public DependencyList Extra(Variable? extra)
    {
        if (extra is null)
            return [];
        DependencyList result = Split(state.Expander.Expand(extra.Value));
        foreach (Dependency dependency in result)
        {
            dependency.Enter(state.Files.FindOrEnter(dependency.Name));
            dependency.IsHidden = true;
        }
        return result;
    }
}
