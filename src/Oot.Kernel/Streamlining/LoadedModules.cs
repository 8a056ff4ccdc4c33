namespace Oot.Kernel.Streamlining;

/// <summary>Names of modules from lines as lsmod prints them, or <c>/proc/modules</c> has them: the first word counts, the heading does not.</summary>
internal static class LoadedModules
{
    /// <summary>The names, sorted, each once, with <c>_</c> for <c>-</c> as the kernel calls them.</summary>
    internal static SortedSet<string> In(string text)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = text.AsSpan()[range];
            if (!line.StartsWith("Module") && LineText.FirstWord(line) is [_, ..] name)
                names.Add(name.ToString().Replace('-', '_'));
        }
        return names;
    }
}
