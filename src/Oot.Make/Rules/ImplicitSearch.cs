using Oot.Make.Options;

namespace Oot.Make.Rules;

/// <summary>
/// Finds the implicit rule that can make a file (the manual's "Implicit Rule Search Algorithm"): of the rules whose target
/// matches, shortest stem first, the first whose prerequisites exist or ought to; then the first whose prerequisites can be made by further rules.
/// </summary>
internal sealed class ImplicitSearch(MakeState state)
{
    private const int MaximumPath = 4096;

    private readonly HashSet<string> _impossible = new(StringComparer.Ordinal);

    /// <summary>What the search for one target has not found on the disk: it is looked for once more when rules may be combined.</summary>
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly ImplicitPrerequisites _prerequisites = new(state);
    private readonly ImplicitAdoption _adoption = new(state);

    /// <summary>Gives a file the recipe and prerequisites of an implicit rule; false if none applies.</summary>
    public bool Apply(FileNode file, int depth)
    {
        state.Debug(DebugFlags.Implicit, depth, $"Looking for an implicit rule for '{file.Name}'.");
        _missing.Clear();
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
        var subject = new ImplicitSubject(name, slash + 1);
        depth++;
        List<ImplicitCandidate?> candidates = FindCandidates(subject, depth, recursion);
        bool foundCompatible = false;
        var tried = new List<ImplicitTrial>();
        ImplicitCandidate? found = null;
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
            _adoption.Adopt(file, subject, found, tried, isIntermediate: recursion > 0);
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

    private List<ImplicitCandidate?> FindCandidates(ImplicitSubject subject, int depth, int recursion)
    {
        var result = new List<ImplicitCandidate?>();
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
                result.Add(new ImplicitCandidate(rule, target, match.StemLength, match.DropsDirectory));
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

    private static (int StemLength, bool DropsDirectory)? Match(ImplicitSubject subject, TargetPattern target)
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

    private Outcome Try(FileNode file, ImplicitSubject subject, ImplicitCandidate candidate, bool allowsIntermediate, int depth, int recursion, bool allowCompatible, ref bool foundCompatible, List<ImplicitTrial> tried)
    {
        PatternRule rule = candidate.Rule;
        tried.Clear();
        string stem = candidate.StemOf(subject);
        string fullStem = candidate.FullStemOf(subject);
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
            foreach ((ImplicitTrial trial, bool isOwnName) in _prerequisites.Names(file, subject, candidate))
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

    private Outcome TryPrerequisite(FileNode file, PatternRule rule, ImplicitTrial trial, bool isOwnName, bool allowsIntermediate, int depth, int recursion, bool allowCompatible, ref bool foundCompatible)
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
        if (known is { IsTarget: true } || file.Dependencies.Names(name))
        {
            state.Debug(DebugFlags.Implicit, depth, $"'{name}' ought to exist.");
            return Outcome.Applies;
        }
        bool isMissing = _missing.Contains(name);
        if (!isMissing && state.Exists(name))
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
        if (!isMissing && state.SearchPaths.Find(name, out _, out _, out _) is { } elsewhere)
        {
            state.Debug(DebugFlags.Implicit, depth, $"Found prerequisite '{name}' as VPATH '{elsewhere}'.");
            return Outcome.Applies;
        }
        _missing.Add(name);
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
}
