using System.Globalization;
using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make;

/// <summary>The variables and rules that make defines itself.</summary>
internal sealed partial class MakeRun
{
    private int _variablesVersion = -1;

    private void DefineBasics()
    {
        VariableTable variables = _state.Variables;
        variables.DefineGlobal(".VARIABLES", "", Origin.Default).IsSpecial = true;
        variables.DefineGlobal(".RECIPEPREFIX", "", Origin.Default).IsSpecial = true;
        variables.DefineGlobal(".SHELLFLAGS", "-c", Origin.Default);
        variables.DefineGlobal(".LOADED", "", Origin.Default);
        variables.DefineGlobal(".FEATURES", "target-specific order-only second-expansion else-if shortest-stem undefine oneshell nocomment"
            + " grouped-target extra-prereqs notintermediate shell-export archives jobserver jobserver-fifo output-sync check-symlink", Origin.Default);
    }

    private void DefineEnvironment()
    {
        foreach (string entry in _environment)
        {
            int equals = entry.IndexOf('=');
            if (equals < 0)
                continue;
            string name = entry[..equals], value = entry[(equals + 1)..];
            var export = ExportMode.Export;
            if (name == "MAKE_RESTARTS")
            {
                // A minus sign says that "Entering directory" has been printed.
                if (value.StartsWith('-'))
                {
                    _messages.HasAnnounced = true;
                    value = value[1..];
                }
                _ = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _restarts);
                export = ExportMode.Unexport;
            }
            Variable variable = _state.Variables.DefineGlobal(name, value, Origin.Environment, recursive: true);
            if (name == "SHELL")
            {
                // POSIX: what makefiles set SHELL to is not what their commands' environment has.
                export = ExportMode.Unexport;
                _environments.InheritedShell = value;
            }
            variable.Export = export;
        }
    }

    private void NameTerminal(int descriptor, string variable)
    {
        if (Console.IsTerminal(descriptor) && _state.Variables.Find(variable) is null)
        {
            _disk.ReadLink($"/proc/self/fd/{descriptor}", out string terminal);
            _state.Variables.DefineGlobal(variable, terminal.Length > 0 ? terminal : "true", Origin.Default).Export = ExportMode.Export;
        }
    }

    private void DefineCommandVariables()
    {
        string command = _name;
        if (_firstDirectory is not null && command.Length > 0 && command[0] != '/' && command.Contains('/'))
            command = $"{_firstDirectory}/{command}";
        _state.Variables.DefineGlobal("MAKE_COMMAND", command, Origin.Default);
        _state.Variables.DefineGlobal("MAKE", "$(MAKE_COMMAND)", Origin.Default, recursive: true);
        _switches.DefineOverrides();
    }

    private void DefineDefaults()
    {
        VariableTable variables = _state.Variables;
        _state.SuffixFile.IsBuiltin = true;
        if (!_options.NoBuiltinRules)
        {
            _state.SuffixFile.Dependencies = _state.Prerequisites.Enter(_state.Prerequisites.Split(BuiltinRules.DefaultSuffixes), null);
            foreach (Dependency suffix in _state.SuffixFile.Dependencies)
                suffix.File!.IsBuiltin = true;
        }
        _ = _state.DefaultFile;
        variables.DefineGlobal("SUFFIXES", _options.NoBuiltinRules ? "" : BuiltinRules.DefaultSuffixes, Origin.Default);
        variables.DefineGlobal("MAKELEVEL", _state.Level.ToString(CultureInfo.InvariantCulture), Origin.Environment);
        variables.DefineGlobal("MAKE_VERSION", "4.4.1", Origin.Default);
        variables.DefineGlobal("MAKE_HOST", "x86_64-pc-linux-gnu", Origin.Default);
        Variable shell = variables.DefineGlobal("SHELL", CommandLine.DefaultShell, Origin.Default);
        if (shell.Value.Length == 0 || shell.Origin is Origin.Environment or Origin.EnvironmentOverride)
        {
            shell.Origin = Origin.File;
            shell.Value = CommandLine.DefaultShell;
        }
        variables.DefineGlobal("MAKEFILES", "", Origin.Default).Export = ExportMode.IfSet;
        foreach (string name in (ReadOnlySpan<string>)["@", "%", "*", "<", "?", "^", "+"])
        {
            variables.DefineGlobal(name + "D", $"$(patsubst %/,%,$(dir ${name}))", Origin.Automatic, recursive: true);
            variables.DefineGlobal(name + "F", $"$(notdir ${name})", Origin.Automatic, recursive: true);
        }
        _switches.DefineFlags(remaking: false).Export = ExportMode.Export;
        if (!_options.NoBuiltinVariables)
            foreach ((string name, string value) in BuiltinRules.Variables)
                variables.DefineGlobal(name, value, Origin.Default, recursive: true);
        variables.DefineGlobal(".DEFAULT_GOAL", "", Origin.File);
    }

    private void EvaluateCommandLineTexts()
    {
        if (_options.EvalStrings.Count == 0)
            return;
        foreach (string text in _options.EvalStrings.ToArray())
            _reader.EvaluateText(text);
        _state.Variables.DefineGlobal("-*-eval-flags-*-", MakeFlags.EvalFlags(_options.EvalStrings), Origin.Automatic);
    }

    private void SpecialVariableChanged(Variable variable, Origin origin)
    {
        if (variable.Name == "MAKEFLAGS")
            _switches.Reset(origin);
        else if (variable.Name == ".RECIPEPREFIX")
            _state.RecipePrefix = variable.Value.Length == 0 ? '\t' : variable.Value[0];
    }

    private void RefreshSpecialVariable(Variable variable)
    {
        if (variable.Name == ".VARIABLES" && _memory is not null)
            _memory.Recorder.Variables.All = true;
        if (variable.Name != ".VARIABLES" || _variablesVersion == _state.Variables.NamesVersion)
            return;
        _variablesVersion = _state.Variables.NamesVersion;
        variable.Value = string.Join(' ', HashOrder.Sort(_state.Variables.WholeGlobalSet.Keys, HashOrder.OfCountedText, HashOrder.VariableTableSize));
    }

    private void InstallBuiltinRules()
    {
        if (!_options.NoBuiltinRules)
            foreach ((string target, string recipe) in BuiltinRules.SuffixRules)
            {
                FileNode file = _state.Files.Enter(target);
                if (file.Recipe is null)
                {
                    file.Recipe = new Recipe(recipe, SourceLocation.None, '\t');
                    file.IsBuiltin = true;
                }
            }
        SuffixRules.Convert(_state);
        if (_options.NoBuiltinRules)
            return;
        foreach ((string target, string prerequisites, string recipe) in BuiltinRules.PatternRules)
            InstallPatternRule(target, prerequisites, recipe, isTerminal: false);
        foreach ((string target, string prerequisites, string recipe) in BuiltinRules.TerminalRules)
            InstallPatternRule(target, prerequisites, recipe, isTerminal: true);
    }

    private void InstallPatternRule(string target, string prerequisites, string recipe, bool isTerminal)
    {
        DependencyList dependencies = [.. _state.Sequences.Parse(prerequisites).Select(name => new Dependency { Name = name.Name })];
        _state.PatternRules.Add(new PatternRule([new TargetPattern(target, target.IndexOf('%'))], dependencies, new Recipe(recipe, SourceLocation.None, '\t'), isTerminal), overrides: false);
    }
}
