using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>
/// Reads Kconfig files into an outline (kernel 5.10 to 7.x, scripts/kconfig/streamline_config.pl). A file that is not there is passed over, where the kernel's script gives up: the parser that
/// computes the configuration afterwards says what is wrong.
/// </summary>
/// <param name="tree">The source tree.</param>
/// <param name="environment">Names of files may have <c>$(VARIABLE)</c> in them.</param>
/// <param name="takesEarlyDefaults">Whether a default counts that stands before every <c>depends on</c>: the script of 7.x does that, 6.12's does not yet.</param>
internal sealed class KconfigOutlineReader(IDisk disk, string tree, IReadOnlyList<string> environment, bool takesEarlyDefaults)
{
    private const int DeepestSource = 100, DeepestCondition = 200, MostVariables = 32;

    private readonly KconfigOutline outline = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> conditions = [];

    private enum State
    {
        /// <summary>In no entry.</summary>
        None,

        /// <summary>In an entry that has no condition yet.</summary>
        New,

        /// <summary>In an entry with conditions.</summary>
        Conditional,
    }

    internal KconfigOutline Read(string top)
    {
        ReadFile(top, 0);
        return outline;
    }

    private void ReadFile(string name, int depth)
    {
        if (depth > DeepestSource || disk.Read(Expanded($"{tree}/{name}"), out string text) != 0)
            return;
        State state = State.None;
        string option = "";
        var lines = new ContinuedLines(between: " ");
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            if (!lines.Ends(text.AsSpan()[range], out ReadOnlySpan<char> line))
                continue;
            if (LineText.After(line, "source", out ReadOnlySpan<char> rest))
                Include(rest, depth);
            else
                ReadLine(line, name, ref state, ref option);
        }
    }

    private void Include(ReadOnlySpan<char> name, int depth)
    {
        if (name.StartsWith('"'))
            name = name[1..];
        int end = name.IndexOf('"');
        string file = (end < 0 ? name : name[..end]).ToString();
        if (file.Length > 0 && seen.Add(file))
            ReadFile(file, depth + 1);
    }

    private void ReadLine(ReadOnlySpan<char> line, string file, ref State state, ref string option)
    {
        ReadOnlySpan<char> text = line.TrimStart(LineText.Spaces);
        if (OptionOf(text) is { Length: > 0 } begun)
        {
            option = begun;
            state = Begin(option, file);
        }
        else if (state != State.None && DependencyOf(text, out ReadOnlySpan<char> condition))
        {
            if (state == State.New)
                outline.SetCondition(option, condition);
            else
                outline.AddCondition(option, condition);
            state = State.Conditional;
        }
        else if ((state == State.Conditional || (state == State.New && takesEarlyDefaults)) && DefaultOf(text, out ReadOnlySpan<char> value))
        {
            AddDefault(option, value);
        }
        else if (state != State.None && LineText.After(text, "select", out ReadOnlySpan<char> selected) && !selected.IsEmpty)
        {
            outline.AddSelector(LineText.FirstWord(selected).ToString(), option);
        }
        else if (state != State.None && IsPrompt(text))
        {
            outline.AddPrompt(option);
        }
        else if (LineText.After(line, "if", out ReadOnlySpan<char> tested) && !tested.IsEmpty)
        {
            conditions.Add(WordsOf(tested));
        }
        else if (line.StartsWith("endif"))
        {
            if (conditions.Count > 0)
                conditions.RemoveAt(conditions.Count - 1);
        }
        else if (EndsEntry(line, text))
        {
            state = State.None;
        }
    }

    private State Begin(string option, string file)
    {
        outline.Define(option, file);
        // Nobody means hundreds of conditions within one another, and each option would have them all.
        for (int i = 0; i < Math.Min(conditions.Count, DeepestCondition); i++)
        {
            if (i == 0)
                outline.SetCondition(option, conditions[i]);
            else
                outline.AddCondition(option, conditions[i]);
        }
        return conditions.Count > 0 ? State.Conditional : State.New;
    }

    /// <summary>A default asks for what stands behind its last <c>if</c>, or else for what it names.</summary>
    private void AddDefault(string option, ReadOnlySpan<char> value)
    {
        outline.AddDefault(option);
        ReadOnlySpan<char> bare = value.Trim(LineText.Spaces);
        if (bare is "y" or "m" or "n")
            return;
        for (int at = value.Length - 3; at > 0; at--)
        {
            if (!LineText.IsSpace(value[at - 1]) || !value[at..].StartsWith("if") || !LineText.IsSpace(value[at + 2]))
                continue;
            value = value[(at + 2)..].TrimStart(LineText.Spaces);
            break;
        }
        outline.AddCondition(option, value);
    }

    private static string? OptionOf(ReadOnlySpan<char> text)
    {
        if (!LineText.After(text, "config", out ReadOnlySpan<char> rest) && !LineText.After(text, "menuconfig", out rest))
            return null;
        ReadOnlySpan<char> name = LineText.FirstWord(rest);
        return rest[name.Length..].Trim(LineText.Spaces).IsEmpty ? name.ToString() : null;
    }

    private static bool DependencyOf(ReadOnlySpan<char> text, out ReadOnlySpan<char> condition)
    {
        condition = default;
        return LineText.After(text, "depends", out ReadOnlySpan<char> rest) && LineText.After(rest, "on", out condition);
    }

    private static bool DefaultOf(ReadOnlySpan<char> text, out ReadOnlySpan<char> value) =>
        (LineText.After(text, "default", out value) || LineText.After(text, "def_bool", out value) || LineText.After(text, "def_tristate", out value)) && !value.IsEmpty;

    private static bool IsPrompt(ReadOnlySpan<char> text) =>
        (LineText.After(text, "tristate", out ReadOnlySpan<char> prompt) && !prompt.IsEmpty) || IsKeyword(text, "prompt");

    private static bool EndsEntry(ReadOnlySpan<char> line, ReadOnlySpan<char> text) =>
        text.TrimEnd(LineText.Spaces) is "help" or "---help---" or "---help" or "help---" || IsKeyword(line, "comment") || IsKeyword(line, "choice") || IsKeyword(line, "menu");

    private static bool IsKeyword(ReadOnlySpan<char> text, ReadOnlySpan<char> word) => text.StartsWith(word) && (text.Length == word.Length || !LineText.IsWord(text[word.Length]));

    /// <summary>The words of a condition, with a colon between them.</summary>
    private static string WordsOf(ReadOnlySpan<char> text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (LineText.IsWord(c))
                words.Append(c);
            else if (words.Length > 0 && words[^1] != ':')
                words.Append(':');
        }
        return words.ToString();
    }

    private string Expanded(string path)
    {
        for (int i = 0, at = 0; i < MostVariables && (at = path.IndexOf("$(", at, StringComparison.Ordinal)) >= 0; i++)
        {
            int end = at + 2;
            while (end < path.Length && LineText.IsWord(path[end]))
                end++;
            if (end == path.Length || path[end] != ')' || end == at + 2)
                at += 2;
            else
                path = $"{path[..at]}{ProcessEnvironment.Value(environment, path[(at + 2)..end])}{path[(end + 1)..]}";
        }
        return path;
    }
}
