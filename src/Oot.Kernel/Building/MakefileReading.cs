using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>
/// What one makefile and those that it includes from its own directory say in one <see cref="MakefilePass"/>. Conditionals are decided where that is possible
/// without a run; where it is not, both branches count.
/// </summary>
internal sealed class MakefileReading
{
    private const int LargestFile = 4 << 20;
    private readonly IDisk disk;
    private readonly string directory;
    private readonly Stack<Branch> conditionals = new();
    private readonly HashSet<string> filesRead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> uncertain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MakefileAssignment>> definitions = new(StringComparer.Ordinal);
    private MakefileRule? rule;

    private MakefileReading(IDisk disk, string directory, MakefilePass pass, IReadOnlyDictionary<string, string> given)
    {
        this.disk = disk;
        this.directory = directory;
        Pass = pass;
        foreach ((string name, string value) in given)
            values[name] = value;
        Given = given;
        if (pass == MakefilePass.Kbuild)
            uncertain.Add("KERNELRELEASE");
    }

    /// <summary>Who reads.</summary>
    internal MakefilePass Pass { get; }

    /// <summary>What the command line sets.</summary>
    internal IReadOnlyDictionary<string, string> Given { get; }

    /// <summary>Every assignment that may happen, in order.</summary>
    internal List<MakefileAssignment> Assignments { get; } = [];

    /// <summary>Assignments whose value holds a piece of a command that calls kbuild.</summary>
    internal List<MakefileAssignment> CommandPieces { get; } = [];

    /// <summary>Every rule that may be defined, in order.</summary>
    internal List<MakefileRule> Rules { get; } = [];

    /// <summary>Every variable that is read anywhere in the text, in either pass.</summary>
    internal HashSet<string> References { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables that a conditional asks about.</summary>
    internal HashSet<string> Tested { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables whose state decides whether the file defines objects: setting one would make the wrapper believe that kbuild reads it.</summary>
    internal HashSet<string> PassMarkers { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables that are handed to what make starts.</summary>
    internal HashSet<string> Exported { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts that make evaluates while it reads: conditionals, includes, messages.</summary>
    internal List<string> EvaluatedTexts { get; } = [];

    /// <summary>Whether something is assigned to <c>obj-m</c>, <c>obj-y</c> or <c>obj-$(…)</c>.</summary>
    internal bool DefinesObjects { get; private set; }

    /// <summary>Reads a file; 0 or errno.</summary>
    internal static int Read(IDisk disk, string directory, string name, MakefilePass pass, IReadOnlyDictionary<string, string> given, out MakefileReading reading)
    {
        reading = new MakefileReading(disk, directory, pass, given);
        return reading.ReadFile(directory + "/" + name);
    }

    /// <summary>What is known of a text with every assignment of the file applied.</summary>
    internal string Expand(string text) => MakeExpression.Expand(text, Lookup);

    /// <summary>A variable's assignments, in order.</summary>
    internal IReadOnlyList<MakefileAssignment> Definitions(string name) => definitions.TryGetValue(name, out List<MakefileAssignment>? found) ? found : [];

    /// <summary>All variables that a text reads, through the definitions of those variables too.</summary>
    internal HashSet<string> Closure(IEnumerable<string> texts)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<string>(texts);
        while (rest.TryPop(out string? text))
        {
            foreach (string name in MakeText.References(text).Where(found.Add))
            {
                foreach (MakefileAssignment assignment in Definitions(name))
                    rest.Push(assignment.Value);
            }
        }
        return found;
    }

    /// <summary>The variables whose values reach kbuild: those that a flag, an object list, a test or an include comes from.</summary>
    internal HashSet<string> ReadsForKbuild =>
        Closure(EvaluatedTexts.Concat(Assignments.Where(assignment => IsReadByKbuild(assignment.Name)).Select(assignment => assignment.Value)));

    /// <summary>Whether what kbuild reads may depend on the answer of <c>uname</c>, asked in the text or in a script that it runs.</summary>
    internal bool AsksUnameForKbuild
    {
        get
        {
            HashSet<string> read = ReadsForKbuild;
            return EvaluatedTexts.Concat(Assignments.Where(assignment => read.Contains(assignment.Name) || IsReadByKbuild(assignment.Name)).Select(assignment => assignment.Value))
                .Any(text => text.Contains("uname", StringComparison.Ordinal) || (text.Contains("$(shell", StringComparison.Ordinal) && text.Contains(".sh", StringComparison.Ordinal)));
        }
    }

    private static bool IsReadByKbuild(string name) =>
        name.StartsWith("obj-", StringComparison.Ordinal) || name.Contains("flags-", StringComparison.Ordinal) || name.Contains("FLAGS", StringComparison.Ordinal)
        || name.EndsWith("-objs", StringComparison.Ordinal) || name.EndsWith("-y", StringComparison.Ordinal) || name.EndsWith("-m", StringComparison.Ordinal)
        || name is "LINUXINCLUDE" or "KBUILD_EXTRA_SYMBOLS";

    private string? Lookup(string name) =>
        uncertain.Contains(name) ? null
        : values.TryGetValue(name, out string? value) ? value
        : name.Length == 1 && !char.IsAsciiLetterOrDigit(name[0]) ? null
        : name is "MAKEFILE_LIST" or "MAKEFLAGS" or "MAKECMDGOALS" or "MAKELEVEL" or "CC" or "src" or "obj" or "srctree" or "objtree" ? null
        : Pass == MakefilePass.Kbuild && name.StartsWith("CONFIG_", StringComparison.Ordinal) ? null
        : "";

    private int ReadFile(string path)
    {
        if (!filesRead.Add(path))
            return 0;
        int errno = disk.Stat(path, out FileStatus status);
        if (errno != 0)
            return errno;
        if (status.IsDirectory)
            return Errno.IsDirectory;
        if (status.Size > LargestFile)
            return 0;
        errno = disk.Read(path, out string text);
        if (errno != 0)
            return errno;
        int depth = conditionals.Count;
        foreach (MakefileLine line in MakefileLines.Of(text))
            ReadLine(line);
        while (conditionals.Count > depth)
            conditionals.Pop();
        return 0;
    }

    private void ReadLine(MakefileLine line)
    {
        References.UnionWith(MakeText.References(line.Text));
        if (!(line.IsRecipe && rule is not null) && MakefileConditional.Read(line.Text, out MakefileConditional conditional))
        {
            Apply(conditional);
            return;
        }
        if (Activity == Truth.No)
            return;
        if (line.IsRecipe && rule is not null)
        {
            rule.Recipe.Add(line.Text);
            return;
        }
        if (Keyword(line.Text) == "export")
            Export(line.Text["export".Length..].Trim());
        if (MakefileAssignment.Read(line.Text, out MakefileAssignment assignment))
            Assign(assignment);
        else if (Keyword(line.Text) is "include" or "-include" or "sinclude")
            Include(line.Text[line.Text.IndexOf(' ')..]);
        else if (line.Text.StartsWith('$'))
            EvaluatedTexts.Add(line.Text);
        else if (Keyword(line.Text) is not ("export" or "unexport" or "define" or "endef" or "vpath" or "undefine"))
            Define(line.Text);
    }

    private void Export(string text)
    {
        if (MakefileAssignment.Read(text, out MakefileAssignment assignment))
            Exported.Add(assignment.Name);
        else
            Exported.UnionWith(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Keyword(string text) => text.IndexOfAny([' ', '\t']) is var blank and > 0 ? text[..blank] : text;

    private Truth Activity => conditionals.TryPeek(out Branch branch) ? branch.Activity : Truth.Yes;

    private void Apply(MakefileConditional conditional)
    {
        switch (conditional.Kind)
        {
            case ConditionalKind.EndIf:
                conditionals.TryPop(out _);
                return;
            case ConditionalKind.Else:
                if (!conditionals.TryPop(out Branch before))
                    return;
                Truth rest = Not(before.Taken);
                Truth taken = conditional.Test is MakefileTest next ? And(rest, Evaluate(next)) : rest;
                conditionals.Push(before with
                {
                    Activity = And(before.Outside, taken),
                    Taken = Or(before.Taken, taken),
                    Variables = conditional.Test is MakefileTest test ? [.. before.Variables, .. Names(test)] : before.Variables,
                });
                return;
            default:
                Truth outside = Activity;
                Truth truth = Evaluate(conditional.Test!.Value);
                conditionals.Push(new Branch(And(outside, truth), outside, truth, Names(conditional.Test.Value)));
                return;
        }
    }

    private Truth Evaluate(MakefileTest test)
    {
        foreach (string name in Names(test))
            Tested.Add(name);
        // Whether it is empty is asked of a variable in order to give it a default: that is no use of its value.
        if (!test.IsDefined && test.Left.Length > 0 && test.Right.Length > 0)
            EvaluatedTexts.Add(test.Left + test.Right);
        if (test.IsDefined)
        {
            string name = Expand(test.Left).Trim();
            Truth defined = Lookup(name) is not string value ? name == "KERNELRELEASE" ? Truth.Yes : Truth.Maybe : value.Length > 0 ? Truth.Yes : Truth.No;
            return test.Negated ? Not(defined) : defined;
        }
        string left = Expand(test.Left).Trim(), right = Expand(test.Right).Trim();
        if (Pass == MakefilePass.Kbuild && IsRelease(test.Left) != IsRelease(test.Right) && (IsRelease(test.Left) ? right : left).Length == 0)
            return test.Negated ? Truth.Yes : Truth.No;
        if (IsOpen(left) || IsOpen(right))
            return Truth.Maybe;
        return (left == right) != test.Negated ? Truth.Yes : Truth.No;
    }

    private static bool IsRelease(string text) => text.Trim(' ', '"', '\'') is "$(KERNELRELEASE)" or "${KERNELRELEASE}" or "$(strip $(KERNELRELEASE))";

    private static bool IsOpen(string text) => text.AsSpan().IndexOfAny(MakeExpression.Unknown, MakeExpression.RunningRelease, MakeExpression.ThisDirectory) >= 0;

    private static List<string> Names(MakefileTest test) =>
        [.. MakeText.References(test.Left), .. MakeText.References(test.Right), .. test.IsDefined ? [test.Left] : Array.Empty<string>()];

    private void Assign(MakefileAssignment assignment)
    {
        rule = null;
        Assignments.Add(assignment);
        if (!definitions.TryGetValue(assignment.Name, out List<MakefileAssignment>? known))
            definitions[assignment.Name] = known = [];
        known.Add(assignment);
        if (KbuildCalls.HoldsCommand(assignment.Value))
            CommandPieces.Add(assignment);
        if (assignment.Name.StartsWith("obj-", StringComparison.Ordinal) && assignment.Value.Length > 0)
        {
            DefinesObjects = true;
            foreach (Branch branch in conditionals)
                PassMarkers.UnionWith(branch.Variables);
        }
        if (Given.ContainsKey(assignment.Name) && !assignment.IsOverride)
            return;
        string name = assignment.Name.Contains('$') ? Expand(assignment.Name) : assignment.Name;
        if (Activity == Truth.Maybe && values.GetValueOrDefault(name) is { Length: > 0 } old && assignment.Operator != "?=" && old != assignment.Value)
            uncertain.Add(name);
        switch (assignment.Operator)
        {
            case "+=" when values.GetValueOrDefault(name) is { Length: > MakeExpression.LongestValue }:
                uncertain.Add(name);
                break;
            case "+=":
                values[name] = (values.GetValueOrDefault(name) + " " + assignment.Value).Trim();
                break;
            case "?=" when values.ContainsKey(name):
                break;
            case "!=":
                values[name] = $"$(shell {assignment.Value})";
                break;
            case ":=":
                values[name] = Expand(assignment.Value);
                break;
            default:
                values[name] = assignment.Value;
                break;
        }
    }

    private void Include(string names)
    {
        rule = null;
        EvaluatedTexts.Add(names);
        foreach (string name in Expand(names).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            string path = name.Replace(MakeExpression.ThisDirectory.ToString(), directory, StringComparison.Ordinal);
            if (IsOpen(path))
                continue;
            if (path[0] != '/')
                path = directory + "/" + path;
            // Only what lies in the module's own tree: a kernel's .config or a system's rules say nothing of this module.
            if (path.StartsWith(directory + "/", StringComparison.Ordinal))
                ReadFile(path);
        }
    }

    private void Define(string text)
    {
        int colon = ColonOf(text);
        if (colon < 0)
        {
            rule = null;
            return;
        }
        string after = text[(colon + 1)..].TrimStart(':');
        int semicolon = after.IndexOf(';');
        rule = new MakefileRule(text[..colon].Trim(), (semicolon < 0 ? after : after[..semicolon]).Trim());
        if (semicolon >= 0)
            rule.Recipe.Add(after[(semicolon + 1)..].Trim());
        Rules.Add(rule);
    }

    private static int ColonOf(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '$' && at + 1 < text.Length && text[at + 1] is '(' or '{')
            {
                at = MakeExpression.ClosingOf(text, at + 1);
                if (at < 0)
                    return -1;
            }
            else if (text[at] == ':')
                return at;
        }
        return -1;
    }

    private static Truth Not(Truth truth) => truth switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Maybe };

    private static Truth And(Truth a, Truth b) => a == Truth.No || b == Truth.No ? Truth.No : a == Truth.Yes && b == Truth.Yes ? Truth.Yes : Truth.Maybe;

    private static Truth Or(Truth a, Truth b) => Not(And(Not(a), Not(b)));

    private enum Truth
    {
        No,
        Maybe,
        Yes,
    }

    /// <summary>One open conditional: whether its present branch counts, whether what is around it does, whether a branch was taken so far, and what it asks about.</summary>
    private readonly record struct Branch(Truth Activity, Truth Outside, Truth Taken, List<string> Variables);
}
