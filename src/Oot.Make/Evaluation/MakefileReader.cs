using System.Buffers;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Runs;
using Oot.Make.Observing;
using Oot.Make.Options;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>
/// Reads makefiles: statement by statement, variables are set, rules recorded, other files included. A rule is complete only when the
/// next statement begins, because its recipe lines follow it.
/// </summary>
internal sealed partial class MakefileReader
{
    private static readonly string[] DefaultNames = ["GNUmakefile", "makefile", "Makefile"];

    /// <summary>From here on a line is not copied to be read, if the name that it assigns to ends within the head.</summary>
    private const int LongLine = 4096, LongHead = 1024;

    private const int ManyAssignments = 100;

    /// <summary>GNU make keeps every including makefile open, so one that includes itself ends where descriptors do.</summary>
    private const int MaximumDepth = 1020;

    private readonly MakeState _state;
    private readonly Expander _expander;
    private readonly RuleRecorder _recorder;
    private readonly NameListReader _names;
    private readonly Stack<TextRoom> _rooms = new();
    private int _depth;

    /// <summary>A reader that fills <paramref name="state"/>.</summary>
    public MakefileReader(MakeState state)
    {
        _state = state;
        _expander = state.Expander;
        _recorder = new RuleRecorder(state);
        _names = new NameListReader(_expander);
        _expander.EvaluateText = EvaluateText;
    }

    /// <summary>All makefiles read or wanted, the last one first.</summary>
    public List<IncludedMakefile> Makefiles { get; } = [];

    /// <summary>Directories that included makefiles are looked for in.</summary>
    public IReadOnlyList<string> IncludeDirectories { get; set; } = [];

    /// <summary>Reads the makefiles of <c>MAKEFILES</c>, of <c>-f</c>, or the first default one.</summary>
    public void ReadAll(List<string> makefiles)
    {
        _state.Variables.DefineGlobal("MAKEFILE_LIST", "", Origin.File);
        _state.Debug(DebugFlags.Basic, 0, $"Reading makefiles...");
        foreach (string name in _expander.Expand("$(MAKEFILES)").Split((char[])[' ', '\t', '\n', '\v', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries))
            ReadFile(name, setsGoal: false, isIncluded: true, isOptional: true, expandsTilde: true);
        for (int i = 0; i < makefiles.Count; i++)
        {
            IncludedMakefile read = ReadFile(makefiles[i], setsGoal: true, isIncluded: false, isOptional: false, expandsTilde: true);
            if (read.ReadError != 0)
                _state.Messages.Error($"{makefiles[i]}: {Errno.Message(read.ReadError)}");
            makefiles[i] = read.File.Name;
        }
        if (makefiles.Count > 0)
            return;
        if (Array.Find(DefaultNames, _state.Exists) is { } found)
        {
            IncludedMakefile read = ReadFile(found, setsGoal: true, isIncluded: false, isOptional: false, expandsTilde: true);
            if (read.ReadError != 0)
                _state.Messages.Error($"{found}: {Errno.Message(read.ReadError)}");
            return;
        }
        // None yet: perhaps a rule can make one.
        foreach (string name in DefaultNames)
            Makefiles.Insert(0, new IncludedMakefile(_state.Files.Enter(name)) { IsOptional = true });
    }

    /// <summary>Evaluates a text as makefile lines (<c>$(eval)</c>, <c>--eval</c>).</summary>
    public void EvaluateText(string text)
    {
        LocationCursor? outer = _expander.Reading;
        var cursor = new LocationCursor(outer?.File, outer?.Line ?? 1);
        _expander.Reading = cursor;
        try
        {
            Evaluate(MakefileLines.OfString(text), cursor, setsGoal: true);
        }
        finally
        {
            _expander.Reading = outer;
        }
    }

    private IncludedMakefile ReadFile(string name, bool setsGoal, bool isIncluded, bool isOptional, bool expandsTilde)
    {
        int slot = 0;
        var cursor = new LocationCursor(name, 1);
        string path = name;
        if (_state.Debugs(DebugFlags.Verbose))
            Messages.Debug($"Reading makefile '{name}'{(setsGoal ? "" : " (no default goal)")}{(isIncluded ? " (search path)" : "")}{(isOptional ? " (don't care)" : "")}{(expandsTilde ? "" : " (no ~ expansion)")}...\n");
        if (expandsTilde && path.StartsWith('~'))
            path = _state.Sequences.ExpandTilde(path);
        TextRoom text = _rooms.TryPop(out TextRoom? free) ? free : new TextRoom();
        PlainAssignments? assignments = KnownAssignments(path);
        int errno = assignments is null ? ReadSource(path, text) : 0;
        int firstErrno = errno;
        if (errno == Errno.NoEntry && isIncluded && !path.StartsWith('/'))
        {
            foreach (string directory in IncludeDirectories)
            {
                string candidate = $"{directory}/{path}";
                int result = ReadSource(candidate, text);
                if (result == Errno.NoEntry)
                    continue;
                path = candidate;
                errno = result;
                firstErrno = result;
                break;
            }
        }
        FileNode file = _state.Files.FindOrEnter(path);
        file.IsExplicit = true;
        var makefile = new IncludedMakefile(file) { IsIncluded = isIncluded, IsOptional = isOptional };
        Makefiles.Insert(slot, makefile);
        if (errno != 0)
        {
            makefile.ReadError = firstErrno;
            file.ModifiedTime = Timestamp.Nonexistent;
            _rooms.Push(text);
            return makefile;
        }
        if (++_depth > MaximumDepth || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _state.Messages.Fatal(_expander.ReadingLocation, Errno.Message(Errno.TooManyFiles));
        if (file.ModifiedTime == Timestamp.Nonexistent)
            file.ModifiedTime = Timestamp.Unknown;
        _state.Definitions.Define(cursor.Location, "MAKEFILE_LIST", file.Name, Origin.File, AssignmentOperator.AppendValue, forTarget: false);
        LocationCursor? outer = _expander.Reading;
        _expander.Reading = cursor;
        _state.Trace?.Begin(RunTrace.Own, file.Name, "evaluation", new TraceArgument("makefile", file.Name));
        try
        {
            assignments ??= AssignmentsOf(path, text);
            if (assignments is null)
                Evaluate(MakefileLines.OfFile(text.Text), cursor, setsGoal);
            else
                Define(assignments, cursor);
            _state.Trace?.End(RunTrace.Own);
        }
        finally
        {
            _depth--;
            _expander.Reading = outer;
            _rooms.Push(text);
        }
        return makefile;
    }

    /// <summary>What a file holds that another make of this process has read, and that is as it was then.</summary>
    private PlainAssignments? KnownAssignments(string path) =>
        PlainAssignments.IsKnown(path) && _state.RecipePrefix == '\t' && _state.Disk.Identify(path, out FileStatus status) == 0 ? PlainAssignments.Find(path, status) : null;

    private PlainAssignments? AssignmentsOf(string path, TextRoom text) =>
        text.Text.Length >= PlainAssignments.ShortestText && text.Status is { IsRegular: true } status && RunRecorder.IsSettled(NativeFiles.Of(status)) && _state.RecipePrefix == '\t'
            ? PlainAssignments.Of(path, status, text.Text)
            : null;

    private void Define(PlainAssignments assignments, LocationCursor cursor)
    {
        foreach (string name in _state.Variables.Defer(assignments, cursor.File))
        {
            _ = assignments.TryFind(name, out string value, out _, out int line);
            _state.Definitions.Define(new SourceLocation(cursor.File, line), name, value, Origin.File, AssignmentOperator.Recursive, forTarget: false);
        }
    }

    private int ReadSource(string path, TextRoom text)
    {
        int errno = _state.Disk.Read(path, text);
        // fopen opens a directory; reading it is what fails.
        if (errno == Errno.IsDirectory)
            throw _state.Messages.Fatal($"{path}: {Errno.Message(errno)}");
        return errno;
    }

    private void Evaluate(MakefileLines lines, LocationCursor cursor, bool setsGoal)
    {
        var text = new TextBeingRead(lines, cursor, setsGoal, new ConditionalStack(_expander), _state.RecipePrefix);
        bool isFirst = true;
        while (TryNextLine(text, out ReadOnlySpan<char> line))
        {
            if (isFirst && line.StartsWith("\u00EF\u00BB\u00BF") && cursor.Line == 1)
                line = SkipByteOrderMark(line, cursor.File);
            isFirst = false;
            if (line.Length > 0)
                Interpret(text, line);
        }
        if (text.Conditionals.IsOpen)
            throw _state.Messages.Fatal(cursor.Location, "missing 'endif'");
        FinishRule(text);
    }

    private ReadOnlySpan<char> SkipByteOrderMark(ReadOnlySpan<char> line, string? file)
    {
        if (_state.Debugs(DebugFlags.Basic))
            Messages.Debug(file is null ? "Skipping UTF-8 BOM in makefile buffer\n" : $"Skipping UTF-8 BOM in makefile '{file}'\n");
        return line[3..];
    }

    /// <summary>The next logical line; the cursor stands on its first physical one.</summary>
    private bool TryNextLine(TextBeingRead text, out ReadOnlySpan<char> line)
    {
        text.Cursor.Line += text.LinesToSkip;
        bool isThere = text.Lines.TryNext(out line);
        text.LinesToSkip = text.Lines.PhysicalLines;
        for (int i = 0; i < text.Lines.NulLines; i++)
            _state.Messages.Error(text.Cursor.Location, "warning: NUL character seen; rest of line ignored");
        return isThere;
    }

    private void Interpret(TextBeingRead text, ReadOnlySpan<char> line)
    {
        if (line[0] == _state.RecipePrefix)
        {
            if (text.IgnoresRecipe)
                return;
            if (text.Rule is not null)
            {
                if (!text.Conditionals.IsIgnoring)
                    text.AddRecipeLine(line[1..]);
                return;
            }
        }
        if (AssignmentSyntax.EndOfPlainName(line) is > 0 and var equals)
        {
            if (text.Conditionals.IsIgnoring)
                return;
            FinishRule(text);
            // A kernel's configuration: thousands more.
            if (++text.PlainAssignments == ManyAssignments)
                _state.Variables.GlobalSet.EnsureCapacity(_state.Variables.GlobalSet.Count + text.Lines.LinesLeft);
            ReadOnlySpan<char> value = line[Characters.NextToken(line, equals + 1)..];
            _state.Definitions.Define(text.Cursor.Location, line[..equals].ToString(), value switch { "y" => "y", "m" => "m", _ => value.ToString() }, Origin.File, AssignmentOperator.Recursive, forTarget: false);
            return;
        }
        if (line.Length >= LongLine && ReadLongAssignment(text, line))
            return;
        string collapsed = Quoting.RemoveComment(Quoting.CollapseContinuations(line, _state.Posix));
        VariableStatement statement = VariableStatement.Parse(collapsed, 0, targetSpecific: false);
        if (statement.Kind != VariableStatementKind.None)
        {
            if (text.Conditionals.IsIgnoring)
                text.IsInIgnoredDefine |= statement.Kind == VariableStatementKind.Define;
            else
                SetVariable(text, statement);
            return;
        }
        string rest = statement.Rest;
        if (rest.Length == 0)
            return;
        int wordEnd = Characters.EndOfToken(rest, 0);
        ReadOnlySpan<char> word = rest.AsSpan(0, wordEnd);
        string arguments = rest[Characters.NextToken(rest, wordEnd)..];
        if (text.IsInIgnoredDefine)
        {
            if (word is "endef" && (arguments.Length == 0 || arguments[0] == '#'))
                text.IsInIgnoredDefine = false;
            return;
        }
        if (text.Conditionals.Interpret(word, arguments, text.Cursor.Location) || text.Conditionals.IsIgnoring)
            return;
        switch (word)
        {
            case "export" or "unexport":
                FinishRule(text);
                Export(word is "export", arguments, text.Cursor.Location);
                break;
            case "vpath":
                FinishRule(text);
                SetSearchPath(arguments);
                break;
            case "include" or "-include" or "sinclude":
                FinishRule(text);
                Include(text, arguments, isOptional: word is not "include");
                break;
            case "load" or "-load":
                FinishRule(text);
                Load(text, arguments, isOptional: word is "-load");
                break;
            default:
                if (line[0] == _state.RecipePrefix)
                    throw _state.Messages.Fatal(text.Cursor.Location, "recipe commences before first target");
                ReadRule(text, collapsed.Length == line.Length ? collapsed : line.ToString());
                break;
        }
    }

    /// <summary>A dependency file's list of thousands of names is joined and expanded without a copy of its own; false, and nothing done, for any other line.</summary>
    private bool ReadLongAssignment(TextBeingRead text, ReadOnlySpan<char> line)
    {
        if (text.Conditionals.IsIgnoring)
            return false;
        if (!_state.Posix && TryReadHead(line, out string head, out int start) && _names.Read(line[start..]) is { } list)
        {
            FinishRule(text);
            _state.Definitions.DefineSimple(text.Cursor.Location, head, list, Origin.File);
            return true;
        }
        char[] room = ArrayPool<char>.Shared.Rent(line.Length + 1);
        try
        {
            ReadOnlySpan<char> joined = room.AsSpan(0, Quoting.CollapseContinuations(line, room, _state.Posix));
            if (joined.Contains('#') || !AssignmentSyntax.TryParse(joined[..Math.Min(LongHead, joined.Length)].ToString(), 0, out AssignmentSyntax assignment) || assignment is not { Operator: AssignmentOperator.Simple, Value.Length: > 0 })
                return false;
            FinishRule(text);
            string name = _state.Definitions.ExpandName(text.Cursor.Location, assignment.Name);
            ReadOnlySpan<char> value = joined[assignment.Value.Start..];
            if (_names.Read(value) is { } names)
                _state.Definitions.DefineSimple(text.Cursor.Location, name, names, Origin.File);
            else
                _state.Definitions.DefineSimple(text.Cursor.Location, name, _expander.ExpandLong(value), Origin.File);
            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    /// <summary>Reads <c>NAME :=</c> before the first continuation, as <c>fixdep</c> writes it; false for a name that is more than a text.</summary>
    private static bool TryReadHead(ReadOnlySpan<char> line, out string name, out int value)
    {
        int end = line[..LongHead].IndexOf("\\\n");
        (name, value) = ("", 0);
        if (end <= 0 || line[end - 1] == '\\' || !AssignmentSyntax.TryParse(line[..end].ToString(), 0, out AssignmentSyntax assignment) || assignment.Operator != AssignmentOperator.Simple)
            return false;
        (name, value) = (assignment.Name, assignment.Value.Start);
        return name.Length > 0 && name.AsSpan().IndexOfAny('$', '#') < 0;
    }

    private void FinishRule(TextBeingRead text)
    {
        if (text.Rule is { } rule)
        {
            text.Rule = null;
            _recorder.Record(rule, text.TakeRecipe(), text.RecipeLine, text.RecipePrefix);
        }
        text.IgnoresRecipe = false;
    }
}
