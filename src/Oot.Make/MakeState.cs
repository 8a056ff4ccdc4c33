using System.Runtime.CompilerServices;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Objects;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Observing;
using Oot.Make.Options;
using Oot.Make.Rules;

namespace Oot.Make;

/// <summary>What one make knows: its options, variables and rules. Stages read and extend it; none owns it.</summary>
internal sealed class MakeState
{
    private FileNode? _suffixFile;
    private FileNode? _defaultFile;

    /// <summary>An empty state.</summary>
    public MakeState(MakeOptions options, Messages messages, IDisk disk)
    {
        Options = options;
        Messages = messages;
        Disk = disk;
        Files = new FileTable(messages);
        Expander = new Expander(Variables, messages, disk);
        Definitions = new VariableDefinitions(Expander);
        Wildcard = new Wildcard(disk);
        Archives = new Archives(disk, messages);
        Sequences = new FileSequence(Wildcard, Archives) { KnownName = name => Files!.KnownName(name) };
        SearchPaths = new SearchPaths(disk, Files);
        TargetVariables = new TargetVariables(Variables, Definitions, PatternVariables);
        AutomaticVariables = new AutomaticVariables(this);
        Prerequisites = new Prerequisites(this);
    }

    /// <summary>The command line's switches, which makefiles may add to.</summary>
    public MakeOptions Options { get; }

    /// <summary>Where make speaks.</summary>
    public Messages Messages { get; }

    /// <summary>The file system.</summary>
    public IDisk Disk { get; }

    /// <summary>What may put another program in a command's place; null: nothing.</summary>
    public ICommandSubstitution? Substitution { get; init; }

    /// <summary>Where it is written what happens when; null: nowhere.</summary>
    public RunTrace? Trace { get; init; }

    /// <summary>Who is told why targets are made; null: nobody.</summary>
    public IUpdateObserver? Observer { get; init; }

    /// <summary>Variables that only makes below are to see.</summary>
    public IReadOnlyList<string> ForMakesBelow { get; init; } = [];

    /// <summary>How many commands of <c>$(shell)</c> have been run, not answered from memory.</summary>
    public int ShellCommandsRun { get; set; }

    /// <summary>All variables.</summary>
    public VariableTable Variables { get; } = new();

    /// <summary>Expands references.</summary>
    public Expander Expander { get; }

    /// <summary>Carries out assignments.</summary>
    public VariableDefinitions Definitions { get; }

    /// <summary>All files.</summary>
    public FileTable Files { get; }

    /// <summary>The implicit rules.</summary>
    public PatternRules PatternRules { get; } = new();

    /// <summary>Variables for patterns of targets.</summary>
    public PatternVariables PatternVariables { get; } = new();

    /// <summary>Scopes of targets.</summary>
    public TargetVariables TargetVariables { get; }

    /// <summary>Sets <c>$@</c> and its kin.</summary>
    public AutomaticVariables AutomaticVariables { get; }

    /// <summary>Reads prerequisites.</summary>
    public Prerequisites Prerequisites { get; }

    /// <summary>Matches names on the disk.</summary>
    public Wildcard Wildcard { get; }

    /// <summary>Looks into archives.</summary>
    public Archives Archives { get; }

    /// <summary>Reads lists of names.</summary>
    public FileSequence Sequences { get; }

    /// <summary><c>vpath</c> and <c>VPATH</c>.</summary>
    public SearchPaths SearchPaths { get; }

    /// <summary><c>--shuffle</c>, or null.</summary>
    public Shuffler? Shuffler { get; set; }

    /// <summary>The target <c>.SUFFIXES</c>; a file from the first asking on.</summary>
    public FileNode SuffixFile => _suffixFile ??= Files.Enter(".SUFFIXES");

    /// <summary>The target <c>.DEFAULT</c>; a file from the first asking on.</summary>
    public FileNode DefaultFile => _defaultFile ??= Files.Enter(".DEFAULT");

    /// <summary>Remembered answers of <c>$(shell)</c>, or null.</summary>
    public ProbeCache? Probes { get; set; }

    /// <summary>Objects that need no compiler, or null.</summary>
    public CompiledObjects? Objects { get; set; }

    /// <summary>The exit code of commands whose work can be done here and now; null: they have to run.</summary>
    /// <param name="pipeline">The words of each; several are joined by pipes.</param>
    /// <param name="environment">Their environment.</param>
    public int? Settle(IReadOnlyList<IReadOnlyList<string>> pipeline, IReadOnlyList<string> environment)
    {
        if (Substitution?.Settle(pipeline, environment) is { } known)
            return known;
        if (pipeline.Count > 1 || Objects?.Produce(pipeline[0], environment) is not true)
            return null;
        FilesChanged();
        return 0;
    }

    /// <summary>What is known of how commands behave, or null.</summary>
    public CommandHabits? Habits { get; set; }

    /// <summary>Says which targets are being made; null where there is no place for it.</summary>
    public RecipeJournal? Journal { get; set; }

    /// <summary>Judges recipes while the run is noted, or null.</summary>
    public CommandRecorder? Commands { get; set; }

    /// <summary>Something has run or was written: what is known of files may be out of date.</summary>
    public void FilesChanged()
    {
        Disk.Forget();
        Wildcard.Invalidate();
        Probes?.Forget();
    }

    /// <summary>The first character of recipe lines.</summary>
    public char RecipePrefix { get; set; } = '\t';

    /// <summary><c>.POSIX</c> was seen.</summary>
    public bool Posix { get; set; }

    /// <summary><c>.SECONDEXPANSION</c> was seen.</summary>
    public bool SecondExpansion { get; set; }

    /// <summary><c>.ONESHELL</c> was seen.</summary>
    public bool OneShell { get; set; }

    /// <summary><c>.NOTPARALLEL</c> without prerequisites was seen.</summary>
    public bool NotParallel { get; set; }

    /// <summary><c>.SECONDARY</c> without prerequisites was seen.</summary>
    public bool AllSecondary { get; set; }

    /// <summary><c>.NOTINTERMEDIATE</c> without prerequisites was seen.</summary>
    public bool NoIntermediates { get; set; }

    /// <summary><c>export</c> without a name, or <c>.EXPORT_ALL_VARIABLES</c>.</summary>
    public bool ExportsAll { get; set; }

    /// <summary>All makefiles are read: no rule can be added any more.</summary>
    public bool IsComplete { get; set; }

    /// <summary><c>-s</c> or <c>.SILENT</c>: commands are not shown.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Makefiles are being remade.</summary>
    public bool RemakesMakefiles { get; set; }

    /// <summary><c>-B</c>, in force after makefiles have been remade.</summary>
    public bool AlwaysMake { get; set; }

    /// <summary>How deep this make is nested.</summary>
    public int Level { get; set; }

    /// <summary>Whether debugging output of a kind is wanted.</summary>
    public bool Debugs(DebugFlags kinds) => (Options.Debug & kinds) != 0;

    /// <summary>Writes debugging output of these kinds where it is wanted, indented by the depth of the target in the graph.</summary>
    public void Debug(DebugFlags kinds, int depth, [InterpolatedStringHandlerArgument("", nameof(kinds))] DebugText text)
    {
        if (text.IsPrinted)
            Messages.Debug(new string(' ', depth) + text.ToString() + "\n");
    }

    /// <summary>The environment for a command: with <see cref="ForMakesBelow"/> when it may run make.</summary>
    public IReadOnlyList<string> EnvironmentFor(IReadOnlyList<string> words, IReadOnlyList<string> environment) =>
        ForMakesBelow.Count > 0 && words.Any(word => word.Contains("make", StringComparison.Ordinal)) ? [.. environment, .. ForMakesBelow] : environment;

    /// <summary>Whether a name exists on the disk, dangling links included, or in an archive.</summary>
    public bool Exists(string name) => Archives.TryParse(name, out ArchiveName member) ? Archives.DateOf(member) != -1 : Disk.LinkStat(name, out _) == 0;
}
