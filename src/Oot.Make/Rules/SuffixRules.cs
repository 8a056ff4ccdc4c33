namespace Oot.Make.Rules;

/// <summary>Old-fashioned suffix rules (<c>.c.o:</c>) as the pattern rules that they mean.</summary>
internal static class SuffixRules
{
    /// <summary>Adds a pattern rule for every pair of known suffixes that has a rule.</summary>
    public static void Convert(MakeState state)
    {
        DependencyList suffixes = state.SuffixFile.Dependencies;
        foreach (Dependency source in suffixes)
        {
            // Only so that match-anything rules leave files of a known suffix alone.
            Add(state, "%" + source.Name, null, null);
            if (source.File?.Recipe is { } single)
                Add(state, "%", "%" + source.Name, single);
            foreach (Dependency target in suffixes)
            {
                if (source.Name == target.Name)
                    continue;
                if (state.Files.Find(source.Name + target.Name) is not { Recipe: { } recipe } rule)
                    continue;
                if (rule.Dependencies.Count > 0)
                {
                    if (state.Posix)
                        continue;
                    state.Messages.Error(recipe.Location, "warning: ignoring prerequisites on suffix rule definition");
                }
                if (target.Name == ".a")
                    Add(state, "(%.o)", "%" + source.Name, recipe);
                Add(state, "%" + target.Name, "%" + source.Name, recipe);
            }
        }
    }

    private static void Add(MakeState state, string target, string? source, Recipe? recipe)
    {
        DependencyList dependencies = source is null ? [] : [new Dependency { Name = source }];
        state.PatternRules.Add(new PatternRule([new TargetPattern(target, target.IndexOf('%'))], dependencies, recipe, isTerminal: false), overrides: false);
    }
}
