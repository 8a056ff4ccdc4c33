using System.Text;

namespace Oot.Deploy.Indexing;

/// <summary>The lines of a configuration file as kmod reads them: a backslash before a line's end joins the next one to it, before anything else it only vanishes.</summary>
internal static class WrappedLines
{
    /// <summary>Each line with the number of the last line that it has (1-based).</summary>
    internal static IEnumerable<(string Text, int Number)> Of(string content)
    {
        var line = new StringBuilder();
        int number = 0;
        for (int i = 0; i < content.Length; i++)
        {
            char c = content[i];
            if (c == '\n')
            {
                yield return (line.ToString(), ++number);
                line.Clear();
            }
            else if (c == '\\' && i + 1 < content.Length)
            {
                c = content[++i];
                if (c == '\n')
                    number++;
                else
                    line.Append(c);
            }
            else if (c != '\\')
                line.Append(c);
        }
        if (line.Length > 0)
            yield return (line.ToString(), number + 1);
    }
}
