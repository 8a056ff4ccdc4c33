using System.Text;
using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// Reads one source line by line: directives decide when lines are compiled and define macros, and calls of exporting macros export. No C is understood beyond that.
/// </summary>
internal sealed class SourceReader
{
    // Macros of macros stay far below; a source that multiplies calls without end is left at some point.
    private const int DeepestCall = 8, MostCalls = 200_000;

    private const string DefaultNamespace = "DEFAULT_SYMBOL_NAMESPACE";

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("EXPORT_");

    private readonly string path;
    private readonly FreeVariables free;
    private readonly ExportMacros shared;
    private readonly IReadOnlyList<byte[]> sharedNames;
    private readonly ISourceIncludes includes;
    private readonly PreprocessorConditionals conditionals;
    private readonly List<ExportMacro> local = [];
    private readonly List<byte[]> localNames = [];
    private readonly Dictionary<string, string> objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExportMacro> functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> fixedNames = new(StringComparer.Ordinal);
    private readonly SourceExports exports = new([], [], [], []);
    private int calls;
    private bool onlyRenamed;
    private bool hasIncludes;
    private readonly bool isHeader;

    private SourceReader(string path, FreeVariables free, ExportMacros shared, IReadOnlyList<byte[]> sharedNames, ISourceIncludes includes, Condition outermost)
    {
        this.path = path;
        this.free = free;
        this.shared = shared;
        this.sharedNames = sharedNames;
        this.includes = includes;
        isHeader = path.EndsWith(".h", StringComparison.Ordinal);
        conditionals = new PreprocessorConditionals(free, path.EndsWith(".S", StringComparison.Ordinal), outermost);
    }

    /// <summary>Reads a source.</summary>
    /// <param name="path">Its path in the tree.</param>
    /// <param name="text">Its text; the comments are taken out of it.</param>
    /// <param name="free">The options.</param>
    /// <param name="shared">The exporting macros of headers.</param>
    /// <param name="sharedNames">Those of their names that have to be looked for.</param>
    /// <param name="includes">The files that it includes.</param>
    public static SourceExports Read(string path, Span<byte> text, FreeVariables free, ExportMacros shared, IReadOnlyList<byte[]> sharedNames, ISourceIncludes includes)
    {
        SourceText.BlankComments(text);
        var reader = new SourceReader(path, free, shared, sharedNames, includes, Condition.True);
        reader.ReadLines(text, 0);
        return reader.exports;
    }

    /// <param name="fixedLine">The line that every site has, for text that stands elsewhere; 0: its own.</param>
    private void ReadLines(ReadOnlySpan<byte> text, int fixedLine)
    {
        int at = 0, line = 1, nextMark = NextMark(text, 0);
        while (at < text.Length)
        {
            int end = text[at..].IndexOf((byte)'\n') is >= 0 and var newline ? at + newline : text.Length;
            int first = at;
            while (first < end && text[first] is (byte)' ' or (byte)'\t')
                first++;
            int lines = 1;
            if (first < end && text[first] == '#')
            {
                while (end < text.Length && end > at && (text[end - 1] == '\\' || (text[end - 1] == '\r' && end > at + 1 && text[end - 2] == '\\')))
                {
                    end = text[(end + 1)..].IndexOf((byte)'\n') is >= 0 and var more ? end + 1 + more : text.Length;
                    lines++;
                }
                Directive(SourceText.OneLine(text[(first + 1)..end]).Trim(), fixedLine > 0 ? fixedLine : line);
            }
            else if (nextMark < end || localNames.Count > 0 || sharedNames.Count > 0)
            {
                Calls(text, first, end, fixedLine > 0 ? fixedLine : line);
            }
            if (nextMark < end)
                nextMark = NextMark(text, end);
            at = end + 1;
            line += lines;
        }
    }

    private static int NextMark(ReadOnlySpan<byte> text, int from) => text[from..].IndexOf(Mark) is >= 0 and var found ? from + found : int.MaxValue;

    private void Directive(string directive, int line)
    {
        int end = 0;
        while (end < directive.Length && char.IsAsciiLetter(directive[end]))
            end++;
        string word = directive[..end], rest = directive[end..].TrimStart();
        if (word == "define")
            Define(rest);
        else if (word == "undef")
            Undefine(rest);
        else if (word == "include" && !conditionals.Current.IsFalse && rest.Length > 2 && rest.IndexOf(rest[0] == '<' ? '>' : '"', 1) is > 1 and var close)
            Include(rest[..(close + 1)], line);
        conditionals.Read(word, rest);
    }

    private void Define(string text)
    {
        int end = 0;
        while (end < text.Length && SourceText.IsIdentifier((byte)text[end]))
            end++;
        string name = text[..end];
        // No name is no macro, and would be found everywhere.
        if (end == 0 || fixedNames.Contains(name))
            return;
        if (end == text.Length || text[end] != '(')
        {
            // export.h asks for it when it is included: later it is too late.
            if (name != DefaultNamespace || !hasIncludes)
                objects[name] = text[end..].Trim();
            if (isHeader && !conditionals.Current.IsFalse)
                exports.Objects.Add(new ObjectMacro(name, text[end..].Trim(), conditionals.Current));
            return;
        }
        int close = text.IndexOf(')', end);
        if (close < 0 || ExportForm.Find(name) is not null)
            return;
        string body = text[(close + 1)..];
        string[] parameters = [.. text[(end + 1)..close].Split(',').Select(parameter => parameter.Trim())];
        var macro = new ExportMacro(name, parameters, body, conditionals.Current);
        if (!IsExporting(body))
        {
            functions[name] = macro;
            return;
        }
        local.Add(macro);
        exports.Macros.Add(macro);
        localNames.Add(ByteText.ToBytes(name));
    }

    private void Undefine(string text)
    {
        string name = text.Trim();
        objects.Remove(name);
        functions.Remove(name);
        if (local.RemoveAll(macro => macro.Name == name) > 0)
            localNames.RemoveAll(bytes => bytes.AsSpan().SequenceEqual(ByteText.ToBytes(name)));
    }

    private bool IsExporting(string body)
    {
        if (body.Contains("EXPORT_", StringComparison.Ordinal))
            return true;
        foreach (ExportMacro macro in local)
            if (body.Contains(macro.Name, StringComparison.Ordinal))
                return true;
        return false;
    }

    private void Include(string name, int line)
    {
        hasIncludes = true;
        if (isHeader)
            exports.Headers.Add(name[1..^1]);
        if (includes.Resolve(path, name) is { } file)
        {
            exports.Includes.Add(new SourceInclude(file, conditionals.Current));
            if (file.EndsWith(".c", StringComparison.Ordinal) && objects.Count + functions.Count > 0)
                IncludeRenamed(file, line);
        }
        else if (localNames.Count > 0 && includes.ReadHeader(path, name) is { } text)
        {
            IncludeForMacros(text, line);
        }
    }

    // A list of calls in a file of its own, read once for each meaning of the macro (asm/GEN-for-each-reg.h, linux/cgroup_subsys.h).
    private void IncludeForMacros(byte[] text, int line)
    {
        SourceText.BlankComments(text);
        if (localNames.Exists(local => text.AsSpan().IndexOf(local) >= 0))
            ReadInside(text, line, renamed: false);
    }

    // A source compiled once more with other names for what it exports (lib/lzo, kernel/locking/qspinlock.c).
    private void IncludeRenamed(string file, int line)
    {
        if (includes.Read(file) is not { } text)
            return;
        SourceText.BlankComments(text);
        ReadInside(text, line, renamed: true);
    }

    private void ReadInside(byte[] text, int line, bool renamed)
    {
        var inner = new SourceReader(path, free, shared, [], ISourceIncludes.None, conditionals.Current) { onlyRenamed = renamed };
        inner.local.AddRange(local);
        inner.localNames.AddRange(localNames);
        foreach ((string name, string value) in objects)
            inner.objects[name] = value;
        foreach ((string name, ExportMacro macro) in functions)
            inner.functions[name] = macro;
        inner.fixedNames.UnionWith([.. objects.Keys, .. functions.Keys]);
        inner.ReadLines(text, line);
        exports.Sites.AddRange(inner.exports.Sites);
    }

    private void Calls(ReadOnlySpan<byte> text, int start, int end, int line)
    {
        Find(text, start, end, line, Mark);
        foreach (byte[] name in localNames.ToArray())
            if (name.AsSpan().IndexOf(Mark) < 0)
                Find(text, start, end, line, name);
        foreach (byte[] name in sharedNames)
            Find(text, start, end, line, name);
    }

    private void Find(ReadOnlySpan<byte> text, int start, int end, int line, ReadOnlySpan<byte> name)
    {
        int at = start;
        while (text[at..end].IndexOf(name) is >= 0 and var found)
        {
            int first = at + found, last = first + name.Length;
            while (first > start && SourceText.IsIdentifier(text[first - 1]))
                first--;
            while (last < end && SourceText.IsIdentifier(text[last]))
                last++;
            int open = last;
            while (open < text.Length && text[open] is (byte)' ' or (byte)'\t')
                open++;
            at = last;
            if (open < text.Length && text[open] == '(' && SourceText.EndOfParentheses(text, open) is > 0 and var close)
                Call(ByteText.FromBytes(text[first..last]), SourceText.OneLine(text[(open + 1)..(close - 1)]), conditionals.Current, line, 0);
        }
    }

    private void Call(string name, string arguments, Condition when, int line, int depth)
    {
        if (when.IsFalse || depth > DeepestCall || ++calls > MostCalls)
            return;
        if (ExportForm.Find(name) is { } forms)
        {
            foreach (ExportForm form in forms)
                Export(form, SourceText.Arguments(arguments), when, line);
            return;
        }
        List<ExportMacro> own = local.FindAll(macro => macro.Name == name);
        foreach (ExportMacro macro in own.Count > 0 ? own : shared.Find(name))
            Inner(macro.Expand(SourceText.Arguments(arguments)), when.And(macro.When), line, depth);
    }

    /// <summary>The calls in what a macro became.</summary>
    private void Inner(string body, Condition when, int line, int depth)
    {
        int at = 0;
        while (at < body.Length)
        {
            if (!char.IsAsciiLetter(body[at]) && body[at] != '_')
            {
                at++;
                continue;
            }
            int start = at;
            while (at < body.Length && SourceText.IsIdentifier((byte)body[at]))
                at++;
            string name = body[start..at];
            int open = at;
            while (open < body.Length && body[open] == ' ')
                open++;
            bool isExport = ExportForm.Find(name) is not null || local.Exists(macro => macro.Name == name) || shared.Find(name).Count > 0;
            if (!isExport || open == body.Length || body[open] != '(')
                continue;
            int close = SourceText.EndOfParentheses(ByteText.ToBytes(body), open);
            if (close > 0)
                Call(name, body[(open + 1)..(close - 1)], when, line, depth + 1);
        }
    }

    private void Export(ExportForm form, string[] arguments, Condition when, int line)
    {
        string name = Symbol(arguments[0]);
        if (onlyRenamed && name == arguments[0])
            return;
        if (!form.Symbols.All(symbol => IsName(symbol.Replace("*", name, StringComparison.Ordinal))))
        {
            exports.Unresolved.Add($"{path}:{line}: {arguments[0]}");
            return;
        }
        foreach (string option in form.Options)
            when = when.And(ConfigurationVariables.Option(free, option, ConfigurationVariables.Yes));
        bool isGpl = form.IsGpl ?? (arguments.Length > 1 && arguments[1].Contains("GPL", StringComparison.Ordinal));
        foreach (string symbol in form.Symbols)
            exports.Sites.Add(new ExportSite(symbol.Replace("*", name, StringComparison.Ordinal), path, line, isGpl, Namespace(form, arguments), when));
    }

    private string? Namespace(ExportForm form, string[] arguments)
    {
        if (form.NamespaceArgument < 0)
            return objects.TryGetValue(DefaultNamespace, out string? own) ? Unquoted(own) : null;
        string text = form.NamespaceArgument < arguments.Length ? Unquoted(arguments[form.NamespaceArgument]) : "";
        if (objects.TryGetValue(text, out string? value))
            text = Unquoted(value);
        return form.NamesModules ? ExportForm.ForModules + text : text;
    }

    private static string Unquoted(string text) => text.Replace("\"", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A symbol as it is once the preprocessor is done with it, as far as this source tells.</summary>
    private string Symbol(string argument)
    {
        string name = argument.Trim();
        if (name.StartsWith("__PASTE(", StringComparison.Ordinal) && name.EndsWith(')'))
            name = string.Concat(SourceText.Arguments(name[8..^1]).Select(Symbol));
        else if (name.EndsWith(')') && name.IndexOf('(') is > 0 and var open && functions.TryGetValue(name[..open].Trim(), out ExportMacro? macro))
            name = macro.Expand(SourceText.Arguments(name[(open + 1)..^1])).Trim();
        for (int i = 0; i < 4 && objects.TryGetValue(name, out string? value) && IsName(value); i++)
            name = value;
        return name;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && !text.AsSpan().ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$");
}
