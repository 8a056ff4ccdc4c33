namespace Oot.Make.Rules;

/// <summary>Carries out what special targets say, when all makefiles are read.</summary>
internal static class SpecialTargets
{
    /// <summary>Marks the files that special targets name, and closes the tables for new rules.</summary>
    public static void Apply(MakeState state)
    {
        state.IsComplete = true;
        foreach (FileNode file in Named(state, ".PRECIOUS"))
            file.IsPrecious = true;
        foreach (FileNode file in Named(state, ".LOW_RESOLUTION_TIME"))
            file.IsLowResolution = true;
        foreach (FileNode file in Named(state, ".PHONY"))
        {
            file.IsPhony = true;
            file.IsTarget = true;
            file.ModifiedTime = Timestamp.Nonexistent;
            file.TimeBeforeUpdate = Timestamp.Nonexistent;
        }
        MarkIntermediates(state);
        if (state.Files.Find(".EXPORT_ALL_VARIABLES") is { IsTarget: true })
            state.ExportsAll = true;
        if (state.Files.Find(".IGNORE") is { IsTarget: true } ignore)
            MarkRecipes(state, ignore, LineFlags.IgnoreErrors, () => state.Options.IgnoreErrors = true);
        if (state.Files.Find(".SILENT") is { IsTarget: true } silent)
            MarkRecipes(state, silent, LineFlags.Silent, () => state.IsSilent = true);
        ApplyNotParallel(state);
        AddExtraPrerequisites(state);
    }

    private static IEnumerable<FileNode> Named(MakeState state, string special)
    {
        if (state.Files.Find(special) is not { } file)
            yield break;
        foreach (FileNode rule in file.Chain())
            foreach (Dependency dependency in rule.Dependencies)
                if (dependency.File is not null)
                    foreach (FileNode named in dependency.File.Chain())
                        yield return named;
    }

    private static bool HasBare(MakeState state, string special) =>
        state.Files.Find(special) is { } file && file.Chain().Any(rule => rule.Dependencies.Count == 0);

    private static void MarkIntermediates(MakeState state)
    {
        foreach (FileNode file in Named(state, ".NOTINTERMEDIATE"))
            file.IsNotIntermediate = true;
        state.NoIntermediates |= HasBare(state, ".NOTINTERMEDIATE");
        foreach (FileNode file in Named(state, ".INTERMEDIATE"))
        {
            if (file.IsNotIntermediate)
                throw state.Messages.Fatal($"{file.Name} cannot be both .NOTINTERMEDIATE and .INTERMEDIATE");
            file.IsIntermediate = true;
        }
        foreach (FileNode file in Named(state, ".SECONDARY"))
        {
            if (file.IsNotIntermediate)
                throw state.Messages.Fatal($"{file.Name} cannot be both .NOTINTERMEDIATE and .SECONDARY");
            file.IsIntermediate = file.IsSecondary = true;
        }
        state.AllSecondary |= HasBare(state, ".SECONDARY");
        if (state.NoIntermediates && state.AllSecondary)
            throw state.Messages.Fatal(".NOTINTERMEDIATE and .SECONDARY are mutually exclusive");
    }

    private static void MarkRecipes(MakeState state, FileNode special, LineFlags flag, Action all)
    {
        if (special.Dependencies.Count == 0)
            all();
        else
            foreach (FileNode file in Named(state, special.Name))
                file.RecipeFlags |= flag;
    }

    private static void ApplyNotParallel(MakeState state)
    {
        if (state.Files.Find(".NOTPARALLEL") is not { IsTarget: true } special)
            return;
        if (special.Dependencies.Count == 0)
            state.NotParallel = true;
        foreach (FileNode file in Named(state, special.Name))
            for (int i = 1; i < file.Dependencies.Count; i++)
                file.Dependencies[i].WaitsHere = true;
    }

    private static void AddExtraPrerequisites(MakeState state)
    {
        DependencyList global = state.Prerequisites.Extra(state.Variables.Find(".EXTRA_PREREQS"));
        foreach (FileNode file in state.Files.All.ToList())
        {
            if (!state.SecondExpansion)
                file.IsUpdating = false;
            if (state.AllSecondary && !file.IsNotIntermediate)
                file.IsIntermediate = true;
            if (state.NoIntermediates && !file.IsIntermediate && !file.IsSecondary)
                file.IsNotIntermediate = true;
            if (global.Count == 0 && file.Variables is null)
                continue;
            DependencyList extra = file.Variables is not null
                ? state.Prerequisites.Extra(file.Variables.Set.GetValueOrDefault(".EXTRA_PREREQS"))
                : file.IsTarget ? global.Copy() : [];
            // A file that would depend on itself gets none of them.
            if (!extra.Exists(dependency => dependency.Name == file.Name))
                file.Dependencies.AddRange(extra);
        }
        foreach (PatternRule rule in state.PatternRules.All)
            rule.Dependencies.AddRange(global.Copy());
    }
}
