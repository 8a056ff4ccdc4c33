using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>Reads makefiles into a <see cref="MakefileSurvey"/>: lines, not meaning; both branches of every conditional count.</summary>
public sealed class MakefileSurveyReader
{
    private const int LargestFile = 4 << 20;
    private readonly IDisk disk;
    private readonly List<string> files = [];
    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private readonly HashSet<string> emptinessTests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> assignments = new(StringComparer.Ordinal);
    private readonly HashSet<string> objectLists = new(StringComparer.Ordinal);
    private readonly List<KernelCall> kernelCalls = [];
    private readonly HashSet<string> targets = new(StringComparer.Ordinal);
    private bool asksUname;

    private MakefileSurveyReader(IDisk disk) => this.disk = disk;

    /// <summary>Surveys makefiles and what they include from their own directories; missing ones are passed over.</summary>
    public static MakefileSurvey Read(IDisk disk, params IEnumerable<string> paths)
    {
        var reader = new MakefileSurveyReader(disk);
        foreach (string path in paths)
            reader.ReadFile(path);
        // Calls are recognised last: their words may come from variables assigned further down.
        return new MakefileSurvey(reader.files, reader.references, reader.emptinessTests, reader.assignments, reader.objectLists, reader.kernelCalls, reader.targets, reader.asksUname);
    }

    private void ReadFile(string path)
    {
        if (files.Count >= 200 || files.Contains(path) || disk.Stat(path, out FileStatus status) != 0 || !status.IsRegular || status.Size > LargestFile || disk.Read(path, out string text) != 0)
            return;
        files.Add(path);
        string directory = path[..(path.LastIndexOf('/') + 1)];
        foreach (string line in LogicalLines(text))
            ReadLine(line, directory);
    }

    private static IEnumerable<string> LogicalLines(string text)
    {
        string pending = "";
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.EndsWith('\r') ? raw[..^1] : raw;
            if (line.EndsWith('\\') && !line.EndsWith("\\\\", StringComparison.Ordinal))
            {
                pending += line[..^1] + " ";
                continue;
            }
            yield return pending + line;
            pending = "";
        }
        if (pending.Length > 0)
            yield return pending;
    }

    private void ReadLine(string line, string directory)
    {
        bool recipe = line.StartsWith('\t');
        string text = recipe ? line.TrimStart() : WithoutComment(line).Trim();
        if (text.Length == 0 || text[0] == '#')
            return;
        AddReferences(text);
        asksUname |= text.Contains("uname", StringComparison.Ordinal);
        if (IsConditional(text))
            ReadConditional(text);
        else if (recipe && !LooksLikeAssignment(text))
            AddCall(text);
        else if (IncludeOf(text) is string include)
            ReadInclude(include, directory);
        else if (Assignment.Parse(text) is Assignment assignment)
            Add(assignment);
        else
            ReadRule(text);
    }

    // Inside a conditional some people indent assignments with tabs; make takes them for assignments as long as no rule precedes.
    private static bool LooksLikeAssignment(string text) => Assignment.Parse(text) is { } a && (a.Name.StartsWith("obj-", StringComparison.Ordinal) || a.Operator is ":=" or "+=" or "?=");

    private void Add(Assignment assignment)
    {
        if (!assignments.TryGetValue(assignment.Name, out List<string>? values))
            assignments[assignment.Name] = values = [];
        values.Add(assignment.Value);
        if (assignment.Name.StartsWith("obj-", StringComparison.Ordinal) && assignment.Name.Length > 4)
            objectLists.Add(assignment.Name[4..]);
        AddCall(assignment.Value);
    }

    private void ReadRule(string text)
    {
        int colon = ColonOf(text);
        if (colon < 0)
            return;
        foreach (string target in text[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            targets.Add(target);
        if (text.IndexOf(';', colon) is > 0 and var semicolon)
            AddCall(text[(semicolon + 1)..]);
        // A target-specific variable: `target: NAME = value`.
        else if (Assignment.Parse(text[(colon + 1)..].TrimStart(':').Trim()) is Assignment assignment)
            Add(assignment);
    }

    private static int ColonOf(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '{')
                depth++;
            else if (text[i] is ')' or '}')
                depth--;
            else if (text[i] == ':' && depth == 0)
                return i;
        }
        return -1;
    }

    private void ReadInclude(string include, string directory)
    {
        foreach (string word in include.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = word;
            foreach (string here in new[] { "$(src)/", "$(obj)/", "$(PWD)/", "$(CURDIR)/", "${PWD}/", "${CURDIR}/", "$(M)/", "./" })
            {
                if (name.StartsWith(here, StringComparison.Ordinal))
                    name = name[here.Length..];
            }
            if (!name.Contains('$') && !name.StartsWith('/'))
                ReadFile(directory + name);
        }
    }

    private static string? IncludeOf(string text)
    {
        foreach (string word in new[] { "include ", "-include ", "sinclude " })
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return text[word.Length..];
        }
        return null;
    }

    private static bool IsConditional(string text)
    {
        string rest = text.StartsWith("else ", StringComparison.Ordinal) ? text[5..].TrimStart() : text;
        return rest.StartsWith("ifeq", StringComparison.Ordinal) || rest.StartsWith("ifneq", StringComparison.Ordinal)
            || rest.StartsWith("ifdef ", StringComparison.Ordinal) || rest.StartsWith("ifndef ", StringComparison.Ordinal)
            || rest is "else" or "endif" || rest.StartsWith("endif ", StringComparison.Ordinal);
    }

    private void ReadConditional(string text)
    {
        int start = text.IndexOf("if", StringComparison.Ordinal);
        string rest = start < 0 ? "" : text[start..];
        if (rest.StartsWith("ifdef ", StringComparison.Ordinal) || rest.StartsWith("ifndef ", StringComparison.Ordinal))
        {
            string name = rest[rest.IndexOf(' ')..].Trim();
            emptinessTests.Add(name);
            references.Add(name);
            return;
        }
        // ifneq ($(X),)   ifeq (,$(X))   ifeq "$(X)" ""   ifneq ($(strip $(X)),)
        string condition = rest[(rest.IndexOf('q') + 1)..].Trim();
        bool empty = condition.EndsWith(",)", StringComparison.Ordinal) || condition.StartsWith("(,", StringComparison.Ordinal)
            || condition.Contains("\"\"", StringComparison.Ordinal) || condition.Contains("''", StringComparison.Ordinal)
            || condition.EndsWith(", )", StringComparison.Ordinal);
        if (empty)
        {
            foreach (string name in MakeText.References(condition))
                emptinessTests.Add(name);
        }
    }

    private void AddReferences(string text)
    {
        foreach (string name in MakeText.References(text))
            references.Add(name);
    }

    private void AddCall(string text)
    {
        foreach (string command in text.Split([";", "&&", "||"], StringSplitOptions.None))
        {
            List<string> words = MakeText.Words(command);
            int change = words.FindIndex(word => word == "-C" || word.StartsWith("-C", StringComparison.Ordinal) && word.Length > 2);
            if (change < 0)
                continue;
            bool attached = words[change].Length > 2;
            if (!attached && change + 1 >= words.Count)
                continue;
            string tree = attached ? words[change][2..] : words[change + 1];
            var rest = words.Where((_, i) => i < change || i > change + (attached ? 0 : 1)).SkipWhile(IsProgram).ToList();
            bool module = rest.Any(word => word.StartsWith("M=", StringComparison.Ordinal) || word.StartsWith("SUBDIRS=", StringComparison.Ordinal) || word.StartsWith("KBUILD_EXTMOD=", StringComparison.Ordinal));
            // Whose -C names a kernel by its text is a kernel's even when the rest is in variables.
            if (module || tree.Contains("/lib/modules", StringComparison.Ordinal) || MakeText.References(tree).Any(KernelVariables.IsTree))
                kernelCalls.Add(new KernelCall(tree, rest));
        }
    }

    private static bool IsProgram(string word)
    {
        string bare = word.TrimStart('@', '+', '-');
        return bare is "$(MAKE)" or "${MAKE}" or "make" or "" || bare.EndsWith("/make", StringComparison.Ordinal);
    }

    private static string WithoutComment(string line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || line[i - 1] != '\\'))
                return line[..i];
        }
        return line;
    }
}
