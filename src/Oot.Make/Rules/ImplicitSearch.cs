using System.Text;
using Oot.Make.Options;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>
/// Finds the implicit rule that can make a file (the manual's "Implicit Rule Search Algorithm"): of the rules whose target
/// matches, shortest stem first, the first whose prerequisites exist or ought to; then the first whose prerequisites can be made by further rules.
/// </summary>
internal sealed class ImplicitSearch(MakeState state)
{
    private const int MaximumPath = 4096;

    /// <summary>A rule that matches, and how.</summary>
    /// <param name="DropsDirectory">The pattern has no slash, so the name's directory was set aside.</param>
    private sealed record Candidate(PatternRule Rule, TargetPattern Target, int StemLength, bool DropsDirectory);

    /// <summary>A prerequisite of a rule that is being tried, its name complete.</summary>
    private sealed class Trial
    {
        public required string Name { get; init; }
        public required bool IsOrderOnly { get; init; }
        public required bool IsHidden { get; init; }
        public required bool WaitsHere { get; init; }
        public bool IsExplicit { get; set; }
        public FileNode? Intermediate { get; set; }
        public string? IntermediatePattern { get; set; }
    }

    /// <summary>The name being searched for, in the parts that patterns see.</summary>
    private readonly record struct Subject(string Name, int DirectoryLength)
    {
        public string Directory => Name[..DirectoryLength];
    }

    private readonly HashSet<string> _impossible = new(StringComparer.Ordinal);

    /// <summary>Gives a file the recipe and prerequisites of an implicit rule; false if none applies.</summary>
    public bool Apply(FileNode file, int depth)
    {
        state.Debug(DebugFlags.Implicit, depth, $"Looking for an implicit rule for '{file.Name}'.");
        if (Search(file, asMember: false, depth, recursion: 0, allowCompatible: false))
            return true;
        if (!state.Archives.Has(file.Name))
            return false;
        state.Debug(DebugFlags.Implicit, depth, $"Looking for archive-member implicit rule for '{file.Name}'.");
        if (Search(file, asMember: true, depth, recursion: 0, allowCompatible: false))
            return true;
        state.Debug(DebugFlags.Implicit, depth, $"No archive-member implicit rule found for '{file.Name}'.");
        return false;
    }

    private bool Search(FileNode file, bool asMember, int depth, int recursion, bool allowCompatible)
    {
        string name = asMember ? file.Name[file.Name.IndexOf('(')..] : file.Name;
        int slash = asMember || state.Archives.Has(name) || name.Length < 2 ? -1 : name.LastIndexOf('/', name.Length - 2);
        var subject = new Subject(name, slash + 1);
        depth++;
        List<Candidate?> candidates = FindCandidates(subject, depth, recursion);
        bool foundCompatible = false;
        var tried = new List<Trial>();
        Candidate? found = null;
        for (int pass = 0; pass < 2 && found is null && candidates.Count > 0; pass++)
        {
            if (pass == 1)
                state.Debug(DebugFlags.Implicit, depth, $"Trying harder.");
            for (int i = 0; i < candidates.Count && found is null; i++)
            {
                if (candidates[i] is not { } candidate || (pass == 1 && candidate.Rule.IsTerminal))
                    continue;
                Outcome outcome = Try(file, subject, candidate, allowsIntermediate: pass == 1, depth, recursion, allowCompatible, ref foundCompatible, tried);
                if (outcome == Outcome.Applies)
                    found = candidate;
                else if (outcome == Outcome.Impossible)
                    candidates[i] = null;
            }
        }
        if (found is not null)
        {
            Adopt(file, subject, found, tried, recursion);
            state.Debug(DebugFlags.Implicit, depth - 1, $"Found implicit rule '{found.Rule}' for '{name}'.");
            return true;
        }
        // As a last resort, prerequisites that some other rule mentions count as existing.
        if (foundCompatible && !allowCompatible)
        {
            state.Debug(DebugFlags.Implicit, depth - 1, $"Searching for a compatibility rule for '{name}'.");
            return Search(file, asMember, depth - 1, recursion, allowCompatible: true);
        }
        state.Debug(DebugFlags.Implicit, depth - 1, $"No implicit rule found for '{name}'.");
        return false;
    }

    private List<Candidate?> FindCandidates(Subject subject, int depth, int recursion)
    {
        var result = new List<Candidate?>();
        bool anySpecific = false;
        foreach (PatternRule rule in state.PatternRules.All)
        {
            // Prerequisites without a recipe cancel a built-in rule.
            if (rule.Dependencies.Count > 0 && rule.Recipe is null)
                continue;
            if (rule.IsInUse)
            {
                state.Debug(DebugFlags.Implicit, depth, $"Avoiding implicit rule recursion for rule '{rule}'.");
                continue;
            }
            foreach (TargetPattern target in rule.Targets)
            {
                if ((recursion > 0 && target.IsAnything && !rule.IsTerminal) || Match(subject, target) is not { } match)
                    continue;
                anySpecific |= !target.IsAnything;
                // Neither prerequisites nor recipe: it only says that the suffix is known.
                if (rule.Dependencies.Count == 0 && rule.Recipe is null)
                    continue;
                result.Add(new Candidate(rule, target, match.StemLength, match.DropsDirectory));
            }
        }
        if (result.Count > 1)
            result = [.. result.OrderBy(candidate => candidate!.StemLength + (candidate.DropsDirectory ? subject.DirectoryLength : 0))];
        if (anySpecific)
            for (int i = 0; i < result.Count; i++)
                if (!result[i]!.Rule.IsTerminal && Array.Exists(result[i]!.Rule.Targets, target => target.IsAnything))
                    result[i] = null;
        return result;
    }

    private static (int StemLength, bool DropsDirectory)? Match(Subject subject, TargetPattern target)
    {
        ReadOnlySpan<char> name = subject.Name;
        // The stem of the whole name is never empty.
        if (name.Length < target.Text.Length)
            return null;
        bool drops = subject.DirectoryLength > 0 && !target.Text.Contains('/');
        if (drops)
            name = name[subject.DirectoryLength..];
        int fixedLength = target.Text.Length - 1;
        if (name.Length < fixedLength || !name.StartsWith(target.Text.AsSpan(0, target.Percent)) || !name.EndsWith(target.Text.AsSpan(target.Percent + 1)))
            return null;
        return (name.Length - fixedLength, drops);
    }

    private enum Outcome
    {
        Applies,
        Fails,
        Impossible,
    }

    private Outcome Try(FileNode file, Subject subject, Candidate candidate, bool allowsIntermediate, int depth, int recursion, bool allowCompatible, ref bool foundCompatible, List<Trial> tried)
    {
        PatternRule rule = candidate.Rule;
        tried.Clear();
        string stem = StemOf(subject, candidate);
        string fullStem = candidate.DropsDirectory ? subject.Directory + stem : stem;
        state.Debug(DebugFlags.Implicit, depth, $"Trying pattern rule '{rule}' with stem '{stem}'.");
        if (fullStem.Length > MaximumPath)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Stem too long: '{fullStem}'.");
            return Outcome.Fails;
        }
        if (rule.Dependencies.Count == 0)
            return Outcome.Applies;
        rule.IsInUse = true;
        try
        {
            foreach ((Trial trial, bool isOwnName) in Names(file, subject, candidate, stem, fullStem))
            {
                Outcome outcome = TryPrerequisite(file, rule, trial, isOwnName, allowsIntermediate, depth, recursion, allowCompatible, ref foundCompatible);
                if (outcome != Outcome.Applies)
                    return outcome;
                tried.Add(trial);
            }
        }
        finally
        {
            rule.IsInUse = false;
        }
        return Outcome.Applies;
    }

    private static string StemOf(Subject subject, Candidate candidate)
    {
        int start = candidate.Target.Percent + (candidate.DropsDirectory ? subject.DirectoryLength : 0);
        return subject.Name.Substring(start, candidate.StemLength);
    }

    private Outcome TryPrerequisite(FileNode file, PatternRule rule, Trial trial, bool isOwnName, bool allowsIntermediate, int depth, int recursion, bool allowCompatible, ref bool foundCompatible)
    {
        string name = trial.Name;
        string kind = isOwnName ? "rule" : "implicit";
        if (_impossible.Contains(name))
        {
            state.Debug(DebugFlags.Implicit, depth, $"Rejecting rule '{rule}' due to impossible {(isOwnName ? "rule prerequisite" : "implicit prerequisite")} '{name}'.");
            return Outcome.Impossible;
        }
        state.Debug(DebugFlags.Implicit, depth, $"Trying {kind} prerequisite '{name}'.");
        bool writtenOut = trial.IsExplicit;
        FileNode? known = state.Files.Find(name);
        if (known is { IsExplicit: true })
            trial.IsExplicit = true;
        if (known is { IsExplicit: false } && !writtenOut)
            known.IsIntermediate = true;
        if (known is { IsTarget: true } || file.Dependencies.Exists(dependency => dependency.Name == name))
        {
            state.Debug(DebugFlags.Implicit, depth, $"'{name}' ought to exist.");
            return Outcome.Applies;
        }
        if (state.Exists(name))
        {
            state.Debug(DebugFlags.Implicit, depth, $"Found '{name}'.");
            return Outcome.Applies;
        }
        if (known is not null && allowCompatible)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Using compatibility rule '{rule}' due to '{name}'.");
            return Outcome.Applies;
        }
        if (known is not null)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Prerequisite '{name}' of rule '{rule}' does not qualify as ought to exist.");
            foundCompatible = true;
        }
        if (state.SearchPaths.Find(name, out _, out _, out _) is { } elsewhere)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Found prerequisite '{name}' as VPATH '{elsewhere}'.");
            return Outcome.Applies;
        }
        if (!allowsIntermediate)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Not found '{name}'.");
            return Outcome.Fails;
        }
        state.Debug(DebugFlags.Implicit, depth, $"Looking for a rule with {(writtenOut || known is { IsExplicit: true } ? "explicit" : "intermediate")} file '{name}'.");
        var intermediate = new FileNode(name);
        if (Search(intermediate, asMember: false, depth, recursion + 1, allowCompatible))
        {
            // The search leaves the pattern that matched in the name.
            trial.IntermediatePattern = intermediate.Name;
            intermediate.Name = name;
            trial.Intermediate = intermediate;
            return Outcome.Applies;
        }
        if (known is null)
            _impossible.Add(name);
        state.Debug(DebugFlags.Implicit, depth, $"Rejecting rule '{rule}' due to impossible prerequisite '{name}'.");
        return Outcome.Fails;
    }

    /// <summary>The prerequisites of a rule for a stem, second expansion included, one after the other as they are tried.</summary>
    private IEnumerable<(Trial Trial, bool IsOwnName)> Names(FileNode file, Subject subject, Candidate candidate, string stem, string fullStem)
    {
        bool variablesSet = false;
        foreach (Dependency dependency in candidate.Rule.Dependencies)
        {
            if (dependency.NeedsExpansion)
            {
                bool isOrderOnly = false;
                foreach (string word in ExpansionWords(dependency.Name))
                {
                    if (!isOrderOnly && word == "|")
                    {
                        isOrderOnly = true;
                        continue;
                    }
                    if (!variablesSet)
                    {
                        state.TargetVariables.Prepare(file, reading: false);
                        state.AutomaticVariables.Set(file, fullStem);
                        variablesSet = true;
                    }
                    else
                    {
                        state.TargetVariables.SetAutomatic(file, "*", fullStem);
                    }
                    bool hasStem = word.Contains('%');
                    string text = state.Expander.ExpandFor(file, hasStem ? ReplaceStems(word, candidate.DropsDirectory ? "$(*F)" : "$*") : word);
                    string prefix = hasStem && candidate.DropsDirectory ? subject.Directory : "";
                    foreach (Trial trial in SplitExpanded(text, prefix, isExplicit: !hasStem, isOrderOnly, dependency))
                        yield return (trial, false);
                    isOrderOnly |= text.Contains('|');
                }
                continue;
            }
            int percent = dependency.Name.IndexOf('%');
            string name = percent < 0
                ? dependency.Name
                : string.Concat(candidate.DropsDirectory ? subject.Directory : "", dependency.Name.AsSpan(0, percent), stem, dependency.Name.AsSpan(percent + 1));
            foreach (SequenceName found in state.Sequences.Parse(name, FileSequenceOptions.OneWord | FileSequenceOptions.Wait))
                yield return (new Trial
                {
                    Name = found.Name,
                    IsOrderOnly = dependency.IsOrderOnly,
                    IsHidden = dependency.IsHidden,
                    WaitsHere = found.WaitsHere || dependency.WaitsHere,
                    IsExplicit = percent < 0,
                }, found.Name == dependency.Name);
        }
    }

    private IEnumerable<Trial> SplitExpanded(string text, string prefix, bool isExplicit, bool isOrderOnly, Dependency dependency)
    {
        while (true)
        {
            List<SequenceName> names = state.Sequences.Parse(text, isOrderOnly ? "" : "|", prefix, FileSequenceOptions.Wait, out string remaining, out int end);
            foreach (SequenceName name in names)
                yield return new Trial { Name = name.Name, IsOrderOnly = isOrderOnly, IsHidden = dependency.IsHidden, WaitsHere = name.WaitsHere, IsExplicit = isExplicit };
            if (end >= remaining.Length)
                yield break;
            isOrderOnly = true;
            text = remaining[(end + 1)..];
        }
    }

    /// <summary>The words of a text to be expanded: references belong to their word whole; a <c>|</c> ends a word and belongs to it.</summary>
    private static IEnumerable<string> ExpansionWords(string text)
    {
        int at = 0;
        while ((at = Characters.NextToken(text, at)) < text.Length)
        {
            int start = at;
            while (at < text.Length && !Characters.IsBlank(text[at]) && text[at] != '|')
                at = text[at] == '$' ? Quoting.EndOfReference(text, at) : at + 1;
            if (at < text.Length && text[at] == '|')
                at++;
            yield return text[start..at];
        }
    }

    private static string ReplaceStems(string word, string replacement)
    {
        var result = new StringBuilder();
        int at = 0;
        int percent = word.IndexOf('%');
        while (percent >= 0)
        {
            result.Append(word, at, percent - at).Append(replacement);
            at = percent + 1;
            int end = Characters.EndOfToken(word, at);
            percent = end < word.Length ? word.IndexOf('%', end) : -1;
        }
        return result.Append(word, at, word.Length - at).ToString();
    }

    /// <summary>Gives the file what the rule says.</summary>
    private void Adopt(FileNode file, Subject subject, Candidate candidate, List<Trial> trials, int recursion)
    {
        PatternRule rule = candidate.Rule;
        // A recursive search tells its caller which pattern matched.
        if (recursion > 0)
            file.Name = candidate.Target.Text;
        var added = new List<Dependency>(trials.Count);
        for (int i = trials.Count - 1; i >= 0; i--)
        {
            Trial trial = trials[i];
            if (trial.Intermediate is not null)
                EnterIntermediate(trial);
            var dependency = new Dependency
            {
                Name = trial.Name,
                IsOrderOnly = trial.IsOrderOnly,
                IsExplicit = trial.IsExplicit,
                IsHidden = trial.IsHidden,
                WaitsHere = trial.WaitsHere,
            };
            if (recursion == 0)
                dependency.Enter(state.Files.FindOrEnter(trial.Name));
            if (trial.Intermediate is null && rule.IsTerminal)
            {
                // What a terminal rule found exists; no rule need be searched for it.
                if (dependency.File is null)
                    dependency.Changed = true;
                else
                    dependency.File.TriedImplicit = true;
            }
            added.Insert(0, dependency);
        }
        file.Dependencies = [.. added, .. file.Dependencies];
        file.IsShuffled = false;
        if (recursion == 0)
            state.Shuffle(file.Dependencies);
        string stem = StemOf(subject, candidate);
        file.Stem = candidate.DropsDirectory ? subject.Directory + stem : stem;
        file.Recipe = rule.Recipe;
        file.IsTarget = true;
        if (state.Files.Find(candidate.Target.Text) is { } pattern)
        {
            file.IsPrecious |= pattern.IsPrecious;
            file.IsNotIntermediate |= pattern.IsNotIntermediate;
        }
        foreach (TargetPattern other in rule.Targets)
            if (other != candidate.Target)
                AddPeer(file, other);
    }

    private void AddPeer(FileNode file, TargetPattern other)
    {
        string name = string.Concat(other.Text.AsSpan(0, other.Percent), file.Stem, other.Text.AsSpan(other.Percent + 1));
        FileNode peer = state.Files.Enter(name);
        if (state.Files.Find(other.Text) is { } pattern)
        {
            peer.IsPrecious |= pattern.IsPrecious;
            peer.IsNotIntermediate |= pattern.IsNotIntermediate;
        }
        peer.IsTarget = true;
        var also = new Dependency { Name = name };
        also.Enter(peer);
        file.AlsoMakes.Insert(0, also);
    }

    private void EnterIntermediate(Trial trial)
    {
        FileNode intermediate = trial.Intermediate!;
        FileNode file = state.Files.FindOrEnter(intermediate.Name);
        file.Dependencies = intermediate.Dependencies;
        file.Recipe = intermediate.Recipe;
        file.Stem = intermediate.Stem;
        if (file.Variables is null)
            file.Variables = intermediate.Variables;
        file.PatternVariables = intermediate.PatternVariables;
        file.PatternsSearched = intermediate.PatternsSearched;
        file.AlsoMakes = intermediate.AlsoMakes;
        file.IsTarget = true;
        file.IsExplicit |= intermediate.IsExplicit || trial.IsExplicit;
        file.IsNotIntermediate |= intermediate.IsNotIntermediate || state.NoIntermediates;
        file.IsIntermediate |= !file.IsExplicit && !file.IsNotIntermediate;
        file.TriedImplicit = true;
        if (state.Files.Find(trial.IntermediatePattern!) is { IsPrecious: true })
            file.IsPrecious = true;
        foreach (Dependency dependency in file.Dependencies)
        {
            if (dependency.File is null)
                dependency.Enter(state.Files.Enter(dependency.Name));
            dependency.File!.TriedImplicit |= dependency.Changed;
        }
    }
}
