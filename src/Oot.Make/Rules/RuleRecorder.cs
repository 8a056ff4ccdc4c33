using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>A rule as it was read, before its targets are entered.</summary>
/// <param name="Pattern">The target pattern of a static pattern rule, or null.</param>
/// <param name="Percent">Index of the <c>%</c> in <paramref name="Pattern"/>.</param>
/// <param name="Prerequisites">Expanded once; null: none.</param>
internal sealed record ReadRule(
    string[] Targets,
    bool IsGrouped,
    bool IsDoubleColon,
    string? Pattern,
    int Percent,
    string? Prerequisites,
    SourceLocation Location)
{
    /// <summary>The prerequisites where they are known to be a plain list of names; else null.</summary>
    public string[]? PrerequisiteNames { get; init; }
}

/// <summary>Enters rules into the tables of files and implicit rules.</summary>
internal sealed class RuleRecorder(MakeState state)
{
    private bool _warnedWaitPrerequisites;
    private bool _warnedWaitRecipe;

    /// <summary>Enters a rule; a null recipe text means that no recipe was given.</summary>
    public void Record(ReadRule rule, string? recipeText, int recipeLine, char recipePrefix)
    {
        if (state.IsComplete)
            throw state.Messages.Fatal(rule.Location, "prerequisites cannot be defined in recipes");
        string first = rule.Targets[0];
        int percent = Quoting.FindPercent(ref first);
        Recipe? recipe = recipeText is null ? null : new Recipe(recipeText, new SourceLocation(rule.Location.File, recipeLine), recipePrefix);
        if (recipe is null && rule.IsGrouped)
            throw state.Messages.Fatal(rule.Location, "grouped targets must provide a recipe");
        DependencyList dependencies = ReadPrerequisites(rule, isImplicit: percent >= 0);
        if (percent >= 0)
            RecordPatternRule(rule, first, percent, dependencies, recipe);
        else
            RecordTargets(rule, first, dependencies, recipe);
    }

    private DependencyList ReadPrerequisites(ReadRule rule, bool isImplicit)
    {
        if (rule.PrerequisiteNames is { } names)
            return state.Prerequisites.Enter(names);
        if (rule.Prerequisites is null)
            return [];
        string text = Quoting.Unescape(rule.Prerequisites, ':');
        if (state.SecondExpansion && text.Contains('$'))
            return [new Dependency { Name = text, NeedsExpansion = true, IsStaticPattern = rule.Pattern is not null }];
        DependencyList dependencies = state.Prerequisites.Split(text);
        // Those of static pattern rules wait for the stem; those of implicit rules are no files yet.
        return rule.Pattern is null && !isImplicit ? state.Prerequisites.Enter(dependencies, null) : dependencies;
    }

    private void RecordPatternRule(ReadRule rule, string first, int firstPercent, DependencyList dependencies, Recipe? recipe)
    {
        if (rule.Pattern is not null)
            throw state.Messages.Fatal(rule.Location, "mixed implicit and static pattern rules");
        var targets = new TargetPattern[rule.Targets.Length];
        targets[0] = new TargetPattern(first, firstPercent);
        for (int i = 1; i < targets.Length; i++)
        {
            string name = rule.Targets[i];
            int percent = Quoting.FindPercent(ref name);
            if (percent < 0)
                throw state.Messages.Fatal(rule.Location, "mixed implicit and normal rules");
            targets[i] = new TargetPattern(name, percent);
        }
        state.PatternRules.Add(new PatternRule(targets, dependencies, recipe, rule.IsDoubleColon), overrides: true);
    }

    private void RecordTargets(ReadRule rule, string first, DependencyList dependencies, Recipe? recipe)
    {
        var group = new List<FileNode>();
        DependencyList none = [];
        for (int i = 0; i < rule.Targets.Length; i++)
        {
            string name = i == 0 ? first : rule.Targets[i];
            if (i > 0 && Quoting.FindPercent(ref name) >= 0)
                state.Messages.Error(rule.Location, "*** mixed implicit and normal rules: deprecated syntax");
            DependencyList own = none;
            if (rule.Pattern is not null && !PatternText.Matches(rule.Pattern, rule.Percent, name))
                state.Messages.Error(rule.Location, $"target '{name}' doesn't match the target pattern");
            else if (dependencies.Count > 0)
                own = i + 1 < rule.Targets.Length ? dependencies.Copy() : dependencies;
            FileNode file = rule.IsDoubleColon ? EnterDoubleColon(rule, name, recipe) : EnterSingleColon(rule, name, own, recipe);
            if (rule.IsGrouped)
                group.Add(file);
            file.IsTarget = true;
            if (rule.Pattern is not null)
                own = EnterWithStem(rule, file, name, own);
            if (own.Count > 0)
            {
                // Prerequisites of the rule with the recipe come first.
                own.InsertRange(recipe is null ? 0 : own.Count, file.Dependencies);
                file.Dependencies = own;
            }
            WarnAboutWait(file, rule.Location);
        }
        RecordGroup(group, recipe);
    }

    private FileNode EnterSingleColon(ReadRule rule, string name, DependencyList own, Recipe? recipe)
    {
        FileNode file = state.Files.Enter(name);
        if (file.DoubleColon is not null)
            throw state.Messages.Fatal(rule.Location, $"target file '{file.Name}' has both : and :: entries");
        if (recipe is not null && recipe == file.Recipe)
        {
            state.Messages.Error(rule.Location, $"target '{file.Name}' given more than once in the same rule");
        }
        else if (recipe is not null && file.Recipe is not null && file.IsTarget)
        {
            state.Messages.Error(recipe.Location, $"warning: overriding recipe for target '{file.Name}'");
            state.Messages.Error(file.Recipe.Location, $"warning: ignoring old recipe for target '{file.Name}'");
        }
        // .DEFAULT and .SUFFIXES with nothing clear what was there.
        if (file == state.DefaultFile && own.Count == 0 && recipe is null)
            file.Recipe = null;
        if (recipe is not null)
            file.Recipe = recipe;
        if (file == state.SuffixFile && own.Count == 0)
            file.Dependencies = [];
        file.IsExplicit = true;
        return file;
    }

    private FileNode EnterDoubleColon(ReadRule rule, string name, Recipe? recipe)
    {
        if (state.Files.Find(name) is { IsTarget: true, DoubleColon: null } single)
            throw state.Messages.Fatal(rule.Location, $"target file '{single.Name}' has both : and :: entries");
        FileNode file = state.Files.Enter(name);
        file.DoubleColon ??= file;
        file.Recipe = recipe;
        return file;
    }

    private DependencyList EnterWithStem(ReadRule rule, FileNode file, string name, DependencyList own)
    {
        int suffix = rule.Pattern!.Length - rule.Percent - 1;
        // A name that does not match the pattern is its own stem.
        file.Stem = PatternText.Matches(rule.Pattern, rule.Percent, name) ? name[rule.Percent..(name.Length - suffix)] : name;
        if (own.Count > 0 && own[0].NeedsExpansion)
        {
            own[0].Stem = file.Stem;
            return own;
        }
        return state.Prerequisites.Enter(own, file.Stem);
    }

    private void WarnAboutWait(FileNode file, SourceLocation location)
    {
        if (file.Name != ".WAIT")
            return;
        if (!_warnedWaitPrerequisites && file.Dependencies.Count > 0)
        {
            state.Messages.Error(location, ".WAIT should not have prerequisites");
            _warnedWaitPrerequisites = true;
        }
        if (!_warnedWaitRecipe && file.Recipe is not null)
        {
            state.Messages.Error(location, ".WAIT should not have commands");
            _warnedWaitRecipe = true;
        }
    }

    private void RecordGroup(List<FileNode> group, Recipe? recipe)
    {
        for (int i = group.Count - 1; i >= 0; i--)
        {
            FileNode file = group[i];
            if (file.AlsoMakes.Count > 0)
                state.Messages.Error(recipe!.Location, $"warning: overriding group membership for target '{file.Name}'");
            file.AlsoMakes = [];
            for (int j = group.Count - 1; j >= 0; j--)
            {
                var peer = new Dependency { Name = group[j].Name };
                peer.Enter(group[j]);
                file.AlsoMakes.Add(peer);
            }
        }
    }
}
