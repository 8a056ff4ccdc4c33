using System.Text;
using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>
/// Reads every Makefile and Kbuild file of a tree for lines <c>obj-$(CONFIG_X) += …</c>, with variables of the file replaced by what was assigned last; nothing else of make is understood
/// (kernel 5.10 to 7.x, scripts/kconfig/streamline_config.pl).
/// </summary>
/// <param name="tree">The source tree.</param>
internal sealed class ObjectOptionsReader(IDisk disk, string tree)
{
    private const string Suffix = ".o";

    // A variable that is doubled in each line would soon fill the memory.
    private const int LongestLine = 1 << 16;

    private readonly ObjectOptions found = new();

    /// <summary>Reads the files, in the order of their names.</summary>
    internal ObjectOptions Read(IReadOnlyList<string> makefiles)
    {
        var texts = new string?[makefiles.Count];
        ParallelWork.Run(makefiles.Count, () => disk, (i, disk) => texts[i] = disk.Read($"{tree}/{makefiles[i]}", out string text) == 0 ? text : null);
        foreach (string? text in texts)
        {
            if (text is not null)
                ReadText(text);
        }
        return found;
    }

    private void ReadText(string text)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new ContinuedLines(between: "");
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            if (!lines.Ends(text.AsSpan()[range], out ReadOnlySpan<char> line) || line.IndexOf('=') < 0)
                continue;
            ReadOnlySpan<char> expanded = Expanded(line, variables);
            if (!AddObjects(expanded))
                Assign(expanded, variables);
        }
    }

    /// <summary>A line with the file's variables replaced, once; what the file does not set stays as it is.</summary>
    private static ReadOnlySpan<char> Expanded(ReadOnlySpan<char> line, Dictionary<string, string> variables)
    {
        if (variables.Count == 0 || line.IndexOf("$(") < 0)
            return line;
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byName = variables.GetAlternateLookup<ReadOnlySpan<char>>();
        var expanded = new StringBuilder(line.Length + 64);
        while (expanded.Length < LongestLine && line.IndexOf("$(") is >= 0 and var at && line[at..].IndexOf(')') is > 0 and var length)
        {
            ReadOnlySpan<char> name = line.Slice(at + 2, length - 2);
            expanded.Append(line[..at]);
            if (byName.TryGetValue(name, out string? value))
                expanded.Append(value);
            else
                expanded.Append(line.Slice(at, length + 1));
            line = line[(at + length + 1)..];
        }
        return expanded.Append(line).ToString();
    }

    /// <summary>Whether the line adds objects under an option.</summary>
    private bool AddObjects(ReadOnlySpan<char> line)
    {
        for (int at = 0; line[at..].IndexOf("obj-$") is >= 0 and var next;)
        {
            at += next + 5;
            if (!IsConditional(line[at..], out ReadOnlySpan<char> option, out ReadOnlySpan<char> objects))
                continue;
            string name = option.ToString();
            foreach (Range range in objects.SplitAny(LineText.Spaces))
            {
                if (objects[range] is [_, ..] word && word.EndsWith(Suffix))
                    found.Add(word[..^Suffix.Length].ToString().Replace('-', '_'), name);
            }
            return true;
        }
        return false;
    }

    /// <summary>Whether this is <c>(CONFIG_X) += objects</c>.</summary>
    private static bool IsConditional(ReadOnlySpan<char> text, out ReadOnlySpan<char> option, out ReadOnlySpan<char> objects)
    {
        option = objects = default;
        if (text is not ['(' or '{', ..] || text[1..].IndexOfAny(')', '}') is not (> 0 and var length))
            return false;
        option = text.Slice(1, length);
        ReadOnlySpan<char> rest = text[(length + 2)..].TrimStart(LineText.Spaces);
        if (rest is ['+' or ':', ..])
            rest = rest[1..];
        objects = rest.IsEmpty ? default : rest[1..];
        return option.StartsWith("CONFIG_") && rest is ['=', ..];
    }

    /// <summary>Remembers <c>NAME = VALUE</c> and <c>NAME := VALUE</c>. The name goes as far as the word has an equals sign behind it: it ends in a colon where no space stands before <c>:=</c>.</summary>
    private static void Assign(ReadOnlySpan<char> line, Dictionary<string, string> variables)
    {
        line = line.TrimStart(LineText.Spaces);
        ReadOnlySpan<char> word = LineText.FirstWord(line);
        for (int length = word.Length; length > 0; length--)
        {
            ReadOnlySpan<char> rest = line[length..];
            if (length == word.Length)
                rest = rest.TrimStart(LineText.Spaces);
            if (rest is [':', ..])
                rest = rest[1..];
            if (rest is not ['=', ..])
                continue;
            ReadOnlySpan<char> value = rest[1..].Trim(LineText.Spaces);
            if (value.IsEmpty)
                continue;
            variables[line[..length].ToString()] = value.ToString();
            return;
        }
    }
}
