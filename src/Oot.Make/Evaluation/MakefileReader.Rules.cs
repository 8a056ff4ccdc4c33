using System.Buffers;
using Oot.Core;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>Lines that name targets: rules and target-specific variables.</summary>
internal sealed partial class MakefileReader
{
    private const string EightSpaces = "        ";

    private static readonly SearchValues<char> MoreThanAName = SearchValues.Create("$():=,# \t\n");

    /// <summary>
    /// Reads a line with targets. It cannot be expanded as a whole, because the right side of a target-specific variable must not be: words
    /// are expanded one by one up to the first colon.
    /// </summary>
    private void ReadRule(TextBeingRead text, string original)
    {
        SourceLocation location = text.Cursor.Location;
        FinishRule(text);
        if (ReadRuleOfNames(text, original, location))
            return;
        string line = original;
        string? semicolonTail = null;
        string? recipe = null;
        int cut = Quoting.Find(ref line, ";#", skipReferences: true);
        if (cut >= 0)
        {
            if (line[cut] == ';')
            {
                semicolonTail = line[cut..];
                recipe = line[(cut + 1)..];
            }
            line = line[..cut];
        }
        line = Quoting.CollapseContinuations(line, _state.Posix);

        MakefileWord word = MakefileWord.Next(line, 0);
        if (word.Kind == MakefileWordKind.End)
        {
            if (recipe is not null)
                throw _state.Messages.Fatal(location, "missing rule before recipe");
            return;
        }
        if (word.Kind == MakefileWordKind.Colon)
        {
            text.IgnoresRecipe = true;
            return;
        }
        if (!ExpandToColon(line, word, ref recipe, out string before, out bool isGrouped, out string expandedRest, out int unexpanded))
        {
            if (Characters.NextToken(before) == before.Length)
                return;
            throw MissingSeparator(original, location);
        }
        List<string> targets = _state.Sequences.Names(before);
        if (targets.Count == 0)
        {
            text.IgnoresRecipe = true;
            return;
        }
        bool isDoubleColon = expandedRest.StartsWith(':');
        if (isDoubleColon)
            expandedRest = expandedRest[1..];
        string lineRest = line[unexpanded..];

        VariableStatement statement = VariableStatement.Parse(expandedRest + lineRest, 0, targetSpecific: true);
        if (statement.Kind == VariableStatementKind.Assign)
        {
            string definition = semicolonTail is null ? statement.Rest : statement.Rest + Quoting.CollapseContinuations(semicolonTail, _state.Posix);
            foreach (string target in targets)
                SetTargetVariable(target, definition, statement, location);
            return;
        }
        StartRule(text, targets, isGrouped, isDoubleColon, expandedRest, lineRest, recipe, location);
    }

    /// <summary>A dependency file's two rules, <c>TARGET: $(NAMES)</c> and <c>$(NAMES):</c>, where the variable is a plain list; false, and nothing done, for any other line.</summary>
    private bool ReadRuleOfNames(TextBeingRead text, string line, SourceLocation location)
    {
        const string Open = "$(", BetweenNames = ": $(";
        if (line.StartsWith(Open, StringComparison.Ordinal) && line.EndsWith("):", StringComparison.Ordinal) && ListOf(line.AsSpan(Open.Length, line.Length - Open.Length - 2)) is { Names.Length: > 0 } targets)
        {
            EnterRule(text, new ReadRule(targets.Names, false, false, null, -1, null, location));
            return true;
        }
        int colon = line.IndexOf(BetweenNames, StringComparison.Ordinal);
        if (colon <= 0 || line[^1] != ')' || !FileSequence.IsPlainWord(line.AsSpan(0, colon)) || line.AsSpan(0, colon).ContainsAny('=', '#')
            || ListOf(line.AsSpan(colon + BetweenNames.Length, line.Length - colon - BetweenNames.Length - 1)) is not { Names.Length: > 0 } prerequisites)
        {
            return false;
        }
        EnterRule(text, new ReadRule([line[..colon]], false, false, null, -1, null, location) { PrerequisiteNames = prerequisites.Names });
        return true;
    }

    private NameList? ListOf(ReadOnlySpan<char> name) => name.IndexOfAny(MoreThanAName) < 0 ? _expander.NamesOf(name.ToString()) : null;

    private void EnterRule(TextBeingRead text, ReadRule rule)
    {
        text.RecipePrefix = _state.RecipePrefix;
        text.Rule = rule;
        CheckSpecialTargets(rule.Targets, text.SetsGoal);
    }

    /// <summary>Expands words of a line until a colon appears; false if none does.</summary>
    /// <param name="recipe">What follows a semicolon that appeared by expansion.</param>
    /// <param name="before">What is expanded before the colon, or all of it where there is none.</param>
    /// <param name="isGrouped">The colon has an ampersand before it.</param>
    /// <param name="after">What is expanded after the colon.</param>
    /// <param name="unexpanded">Where in <paramref name="line"/> the part begins that is not expanded yet.</param>
    private bool ExpandToColon(string line, MakefileWord word, ref string? recipe, out string before, out bool isGrouped, out string after, out int unexpanded)
    {
        var done = new List<string>();
        string part = _expander.Expand(line[word.Start..word.End]);
        unexpanded = word.Start;
        while (true)
        {
            unexpanded = word.End;
            if (recipe is null)
            {
                int semicolon = Quoting.Find(ref part, ';');
                if (semicolon >= 0)
                {
                    recipe = part[(semicolon + 1)..] + _expander.Expand(line[unexpanded..]);
                    part = part[..semicolon];
                    unexpanded = line.Length;
                }
            }
            int colon = Quoting.Find(ref part, ':');
            isGrouped = colon > 0 && part[colon - 1] == '&';
            if (colon != 0 || done.Count == 0)
                done.Add(colon < 0 ? part : part[..(isGrouped ? colon - 1 : colon)]);
            if (colon < 0)
                word = MakefileWord.Next(line, unexpanded);
            if (colon >= 0 || word.Kind == MakefileWordKind.End)
            {
                // A dependency file's targets, one long variable, are not copied.
                before = done.Count == 1 ? done[0] : string.Join(' ', done);
                after = colon < 0 ? "" : part[(colon + 1)..];
                return colon >= 0;
            }
            part = _expander.Expand(line[word.Start..word.End]);
        }
    }

    private MakeStopException MissingSeparator(string line, SourceLocation location)
    {
        if (_state.RecipePrefix == '\t' && line.StartsWith(EightSpaces, StringComparison.Ordinal))
            return _state.Messages.Fatal(location, "missing separator (did you mean TAB instead of 8 spaces?)");
        ReadOnlySpan<char> text = line.AsSpan(Characters.NextToken(line));
        bool isGlued = (text.StartsWith("ifneq") && (text.Length == 5 || !Characters.IsBlank(text[5])))
            || (text.StartsWith("ifeq") && (text.Length == 4 || !Characters.IsBlank(text[4])));
        return _state.Messages.Fatal(location, isGlued ? "missing separator (ifeq/ifneq must be followed by whitespace)" : "missing separator");
    }

    private void StartRule(TextBeingRead text, List<string> targets, bool isGrouped, bool isDoubleColon, string expandedRest, string lineRest, string? recipe, SourceLocation location)
    {
        // A quoted equals sign has kept this from being an assignment; its work is done.
        _ = Quoting.Find(ref lineRest, '=');
        string prerequisites = expandedRest;
        if (lineRest.Length > 0)
        {
            prerequisites += _expander.Expand(prerequisites.Length == 0 ? lineRest[Characters.NextToken(lineRest)..] : lineRest);
            if (recipe is null)
            {
                int semicolon = Quoting.Find(ref prerequisites, ';');
                if (semicolon >= 0)
                {
                    recipe = prerequisites[(semicolon + 1)..];
                    prerequisites = prerequisites[..semicolon];
                }
            }
        }
        string? pattern = null;
        int percent = -1;
        if (FindUnquotedColon(prerequisites))
            ReadTargetPattern(ref prerequisites, location, out pattern, out percent);
        if (_state.SecondExpansion || Characters.NextToken(prerequisites) == prerequisites.Length)
            prerequisites = Characters.Strip(prerequisites);
        EnterRule(text, new ReadRule([.. targets], isGrouped, isDoubleColon, pattern, percent, prerequisites.Length == 0 ? null : prerequisites, location));
        if (recipe is not null)
            text.AddRecipeLine(recipe);
    }

    private static bool FindUnquotedColon(string text)
    {
        for (int colon = text.IndexOf(':'); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            int slashes = 0;
            while (colon - slashes > 0 && text[colon - slashes - 1] == '\\')
                slashes++;
            if (slashes % 2 == 0)
                return true;
        }
        return false;
    }

    private void ReadTargetPattern(ref string prerequisites, SourceLocation location, out string pattern, out int percent)
    {
        List<SequenceName> names = _state.Sequences.Parse(prerequisites, ":", "", FileSequenceOptions.NoWildcards, out string remaining, out int end);
        prerequisites = end < remaining.Length ? remaining[(end + 1)..] : "";
        if (names.Count == 0)
            throw _state.Messages.Fatal(location, "missing target pattern");
        if (names.Count > 1)
            throw _state.Messages.Fatal(location, "multiple target patterns");
        pattern = names[0].Name;
        percent = Quoting.FindPercent(ref pattern);
        if (percent < 0)
            throw _state.Messages.Fatal(location, "target pattern contains no '%'");
    }

    private void SetTargetVariable(string target, string definition, VariableStatement statement, SourceLocation location)
    {
        Origin origin = statement.Override ? Origin.Override : Origin.File;
        ExportMode export = statement.Export switch
        {
            ExportModifier.Export => ExportMode.Export,
            ExportModifier.Unexport => ExportMode.Unexport,
            _ => ExportMode.Default,
        };
        int percent = Quoting.FindPercent(ref target);
        if (percent >= 0)
        {
            SetPatternVariable(target, percent, definition, origin, export, statement.Private, location);
            return;
        }
        FileNode file = _state.Files.FindOrEnter(target).First;
        _state.TargetVariables.Prepare(file, reading: true);
        VariableScope outer = _state.Variables.Current;
        _state.Variables.Current = file.Variables!;
        Variable variable;
        try
        {
            variable = _state.Definitions.Assign(location, definition, origin, forTarget: true)
                ?? throw _state.Messages.Fatal(location, "Malformed target-specific variable definition");
        }
        finally
        {
            _state.Variables.Current = outer;
        }
        variable.IsPerTarget = true;
        variable.IsPrivate = statement.Private;
        if (export != ExportMode.Default)
            variable.Export = export;
        if (variable.Origin != Origin.Override && Stronger(variable.Name) is { } stronger && stronger != variable)
        {
            variable.Value = stronger.Value;
            variable.Origin = stronger.Origin;
            variable.IsRecursive = stronger.IsRecursive;
            variable.IsAppend = false;
        }
    }

    private void SetPatternVariable(string pattern, int percent, string definition, Origin origin, ExportMode export, bool isPrivate, SourceLocation location)
    {
        AssignmentSyntax.TryParse(definition, 0, out AssignmentSyntax assignment);
        string name = _state.Definitions.ExpandName(location, assignment.Name);
        string value = assignment.Operator == AssignmentOperator.Simple ? _expander.Expand(assignment.Value) : assignment.Value.ToString();
        bool isShownRecursive = false;
        if (origin != Origin.Override && Stronger(name) is { } stronger)
            (value, origin, isShownRecursive) = (stronger.Value, stronger.Origin, stronger.IsRecursive);
        _state.PatternVariables.Add(new PatternVariable(pattern, percent, name, value, assignment.Operator, origin, location, export, isPrivate, isShownRecursive));
    }

    /// <summary>A variable of the command line or of an overriding environment: targets' settings do not beat it.</summary>
    private Variable? Stronger(string name) =>
        _state.Variables.Find(name) is { Origin: Origin.EnvironmentOverride or Origin.CommandLine } variable ? variable : null;

    /// <summary>Special targets that change how the following lines are read, and the default goal.</summary>
    private void CheckSpecialTargets(string[] targets, bool setsGoal)
    {
        bool wantsGoal = setsGoal && HasNoGoal();
        foreach (string target in targets)
        {
            if (!_state.Posix && target == ".POSIX")
            {
                _state.Posix = true;
                foreach ((string name, string value) in PosixDefaults)
                    _state.Variables.DefineGlobal(name, value, Origin.Default);
            }
            else if (!_state.SecondExpansion && target == ".SECONDEXPANSION")
            {
                _state.SecondExpansion = true;
            }
            else if (!_state.OneShell && target == ".ONESHELL")
            {
                _state.OneShell = true;
            }
            else if (wantsGoal)
            {
                if (target.Contains('%'))
                    return;
                if ((target[0] != '.' || target.Contains('/')) && !IsSuffixRule(target))
                {
                    _state.Variables.DefineGlobal(".DEFAULT_GOAL", target, Origin.File);
                    wantsGoal = HasNoGoal();
                }
            }
        }
    }

    private bool HasNoGoal() => _state.Variables.GlobalSet[".DEFAULT_GOAL"].Value.Length == 0;

    /// <summary>IEEE Std 1003.1-2008's values of the built-in variables.</summary>
    private static readonly (string Name, string Value)[] PosixDefaults =
    [
        (".SHELLFLAGS", "-ec"), ("CC", "c99"), ("CFLAGS", "-O1"), ("FC", "fort77"), ("FFLAGS", "-O1"), ("SCCSGETFLAGS", "-s"), ("ARFLAGS", "-rv"),
    ];

    private bool IsSuffixRule(string target)
    {
        DependencyList suffixes = _state.SuffixFile.Dependencies;
        foreach (Dependency last in suffixes)
        {
            if (last.Name[0] != '.' && target == last.Name)
                return true;
            foreach (Dependency first in suffixes)
                if (target.Length == first.Name.Length + last.Name.Length && target.StartsWith(first.Name, StringComparison.Ordinal) && target.EndsWith(last.Name, StringComparison.Ordinal))
                    return true;
        }
        return false;
    }
}
