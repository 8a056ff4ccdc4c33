namespace Oot.Make.Rules;

/// <summary>Makes an implicit rule that was found a file's own.</summary>
internal sealed class ImplicitAdoption(MakeState state)
{
    /// <summary>Gives the file the rule's recipe and prerequisites.</summary>
    /// <param name="file">The file.</param>
    /// <param name="subject">Its name.</param>
    /// <param name="candidate">The rule.</param>
    /// <param name="trials">The rule's prerequisites.</param>
    /// <param name="isIntermediate">The file was searched for as another rule's prerequisite.</param>
    public void Adopt(FileNode file, ImplicitSubject subject, ImplicitCandidate candidate, List<ImplicitTrial> trials, bool isIntermediate)
    {
        PatternRule rule = candidate.Rule;
        // A recursive search tells its caller which pattern matched.
        if (isIntermediate)
            file.Name = candidate.Target.Text;
        var added = new Dependency[trials.Count];
        for (int i = trials.Count - 1; i >= 0; i--)
        {
            ImplicitTrial trial = trials[i];
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
            if (!isIntermediate)
                dependency.Enter(state.Files.FindOrEnter(trial.Name));
            if (trial.Intermediate is null && rule.IsTerminal)
            {
                // What a terminal rule found exists; no rule need be searched for it.
                if (dependency.File is null)
                    dependency.Changed = true;
                else
                    dependency.File.TriedImplicit = true;
            }
            added[i] = dependency;
        }
        DependencyList own = file.Dependencies;
        file.Dependencies = [.. added];
        file.Dependencies.AddRange(own);
        file.IsShuffled = false;
        if (!isIntermediate)
            state.Shuffle(file.Dependencies);
        file.Stem = candidate.FullStemOf(subject);
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

    private void EnterIntermediate(ImplicitTrial trial)
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
