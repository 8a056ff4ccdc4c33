using System.Text;

namespace Oot.Kernel.Building;

/// <summary>
/// Splits a makefile's text into <see cref="MakefileLine"/>s. It knows continuation, comments and the tab before a recipe, and nothing of what lines mean.
/// </summary>
internal static class MakefileLines
{
    /// <summary>All lines that are not empty. Any text is accepted, binary too; the cost is linear in its length.</summary>
    internal static List<MakefileLine> Of(string text)
    {
        var lines = new List<MakefileLine>();
        int at = 0;
        int number = 1;
        while (at < text.Length)
        {
            int first = number;
            bool isRecipe = text[at] == '\t';
            string line = Joined(text, ref at, ref number);
            if (!isRecipe)
                line = WithoutComment(line);
            line = line.Trim();
            if (line.Length > 0)
                lines.Add(new MakefileLine(first, line, isRecipe));
        }
        return lines;
    }

    private static string Joined(string text, ref int at, ref int number)
    {
        StringBuilder? joined = null;
        while (true)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0)
                end = text.Length;
            ReadOnlySpan<char> part = text.AsSpan(at, end - at);
            at = Math.Min(text.Length, end + 1);
            number++;
            if (part.EndsWith("\r"))
                part = part[..^1];
            bool continues = EndsInOddBackslashes(part) && at < text.Length;
            if (continues)
                part = part[..^1].TrimEnd();
            if (joined is null && !continues)
                return part.ToString();
            joined = (joined ?? new StringBuilder()).Append(joined is null ? part : part.TrimStart());
            if (!continues)
                return joined.ToString();
            joined.Append(' ');
        }
    }

    private static bool EndsInOddBackslashes(ReadOnlySpan<char> part) => (part.Length - part.TrimEnd('\\').Length) % 2 == 1;

    private static string WithoutComment(string line)
    {
        for (int at = line.IndexOf('#'); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (!EndsInOddBackslashes(line.AsSpan(0, at)))
                return line[..at];
        }
        return line;
    }
}
