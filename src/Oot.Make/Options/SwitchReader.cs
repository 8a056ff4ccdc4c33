using System.Text;
using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Options;

/// <summary>Reads switches, goals and variables from the command line and from <c>MAKEFLAGS</c>, and keeps <c>MAKEFLAGS</c> true.</summary>
internal sealed class SwitchReader(MakeState state)
{
    private static readonly string[] DefaultIncludeDirectories = ["/usr/gnu/include", "/usr/local/include", "/usr/include"];

    /// <summary>The command line's variables, the last one first.</summary>
    private readonly List<Variable> _overrides = [];

    /// <summary>The targets that were asked for.</summary>
    public List<FileNode> Goals { get; } = [];

    /// <summary>Told when the directories for included makefiles have changed.</summary>
    public Action<IReadOnlyList<string>>? IncludeDirectoriesChanged { get; set; }

    /// <summary>Reads the command line.</summary>
    public void ReadCommandLine(IReadOnlyList<string> words, string scannerName) => Read(words, Origin.CommandLine, scannerName);

    /// <summary>Reads the switches in a variable's value.</summary>
    public void ReadVariable(string name, Origin origin)
    {
        string value = state.Expander.Expand($"$({name})");
        if (value.AsSpan().Trim(" \t\n\v\f\r").Length > 0)
            Read(EnvironmentFlags.Split(value), origin, "");
    }

    private void Read(IReadOnlyList<string> words, Origin origin, string scannerName)
    {
        OptionParseResult result = OptionParser.Parse(words, state.Options, state.Messages.Prefix, OriginOf(origin), scannerName, state.Sequences.ExpandTilde);
        foreach (string error in result.Errors)
            Messages.WriteRaw(2, error + "\n");
        if (result.FatalText is not null)
            throw state.Messages.Fatal(result.FatalText);
        if (state.Options.EnvironmentOverrides)
            state.Variables.EnvironmentOverrides = true;
        state.Expander.WarnsUndefined = state.Options.WarnUndefined;
        state.IsSilent = state.Options.Silent;
        if (state.Debugs(DebugFlags.Verbose))
            state.Expander.VerboseDebug = Messages.Debug;
        foreach (string word in result.Words)
            TakeWord(word, origin);
        // A makefile's mistakes are passed over; those of the command line and of the environment at start are not.
        if (result.IsBad && origin == Origin.CommandLine)
            throw Usage(isMistake: true);
    }

    /// <summary>Says how make is called, and gives what to throw.</summary>
    public MakeStopException Usage(bool isMistake)
    {
        if (state.Options.PrintVersion)
            Messages.WriteRaw(1, VersionText.For(state.Options.PrintDataBase ? "# " : "") + "\n");
        Messages.WriteRaw(isMistake ? 2 : 1, UsageText.For(state.Messages.Program));
        return new MakeStopException(isMistake ? 2 : 0);
    }

    private static OptionOrigin OriginOf(Origin origin) => origin switch
    {
        Origin.Default => OptionOrigin.Default,
        Origin.Environment => OptionOrigin.Environment,
        Origin.File => OptionOrigin.File,
        Origin.EnvironmentOverride => OptionOrigin.EnvironmentOverride,
        Origin.CommandLine => OptionOrigin.Command,
        _ => OptionOrigin.Override,
    };

    private void TakeWord(string word, Origin origin)
    {
        if (state.Definitions.Assign(SourceLocation.None, word, origin, forTarget: false) is { } variable)
        {
            if (!_overrides.Contains(variable))
                _overrides.Insert(0, variable);
            return;
        }
        if (origin != Origin.CommandLine)
            return;
        string name = word.StartsWith('~') ? state.Sequences.ExpandTilde(word) : word;
        FileNode file = state.Files.Enter(FileTable.StripCurrentDirectory(name == "./" ? name : name));
        file.IsGoal = true;
        Goals.Add(file);
        string goals = state.Variables.Find("MAKECMDGOALS") is { } before ? $"{before.Value} {file.Name}" : file.Name;
        state.Variables.DefineGlobal("MAKECMDGOALS", goals, Origin.Default);
    }

    /// <summary>Defines <c>MAKEOVERRIDES</c> from the command line's variables.</summary>
    public void DefineOverrides()
    {
        if (_overrides.Count == 0)
            return;
        var text = new StringBuilder();
        foreach (Variable variable in _overrides)
            text.Append(text.Length > 0 ? " " : "").Append(MakeFlags.Quote(variable.Name)).Append(variable.IsRecursive ? "=" : ":=").Append(MakeFlags.Quote(variable.Value));
        // A name that no makefile can set holds the value; MAKEOVERRIDES only refers to it and may be changed.
        state.Variables.DefineGlobal("-*-command-variables-*-", text.ToString(), Origin.Automatic);
        state.Variables.DefineGlobal("MAKEOVERRIDES", "${-*-command-variables-*-}", Origin.Default, recursive: true);
    }

    /// <summary>A makefile has set <c>MAKEFLAGS</c>: what it says holds at once.</summary>
    public void Reset(Origin origin)
    {
        ReadVariable("MAKEFLAGS", origin);
        FindIncludeDirectories();
        DefineFlags(state.RemakesMakefiles);
    }

    /// <summary>Defines <c>MAKEFLAGS</c> and <c>MFLAGS</c> from the switches in force.</summary>
    public Variable DefineFlags(bool remaking)
    {
        string overrides = state.Posix ? "-*-command-variables-*-" : "MAKEOVERRIDES";
        bool hasOverrides = state.Variables.Find(overrides) is { Value.Length: > 0 };
        (string flags, string oldFlags) = MakeFlags.Format(state.Options, remaking, hasOverrides, state.Options.EvalStrings.Count > 0, state.Posix);
        state.Variables.DefineGlobal("MFLAGS", oldFlags, Origin.Environment, recursive: true);
        Variable variable = state.Variables.DefineGlobal("MAKEFLAGS", flags, state.Options.EnvironmentOverrides ? Origin.EnvironmentOverride : Origin.File, recursive: true);
        variable.IsSpecial = true;
        return variable;
    }

    /// <summary>Collects the directories of <c>-I</c> and the default ones that exist; <c>-I-</c> drops all before it and the defaults.</summary>
    public void FindIncludeDirectories()
    {
        var directories = new List<string>();
        bool usesDefaults = true;
        foreach (string given in state.Options.IncludeDirectories)
        {
            if (given == "-")
            {
                usesDefaults = false;
                directories.Clear();
                continue;
            }
            AddIfDirectory(directories, given.StartsWith('~') ? state.Sequences.ExpandTilde(given) : given);
        }
        if (usesDefaults)
            foreach (string directory in DefaultIncludeDirectories)
                AddIfDirectory(directories, directory);
        state.Variables.DefineGlobal(".INCLUDE_DIRS", string.Join(' ', directories), Origin.Default);
        IncludeDirectoriesChanged?.Invoke(directories);
    }

    private void AddIfDirectory(List<string> directories, string directory)
    {
        if (state.Disk.Stat(directory, out FileStatus status) == 0 && status.IsDirectory)
            directories.Add(directory.Length > 1 ? directory.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/" : directory);
    }
}
