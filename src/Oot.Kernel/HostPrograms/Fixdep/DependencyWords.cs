namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>A dependency file as fixdep read it before 6.3: words between blanks, backslashes and newlines; one that ends in a colon is a target (kernel 6.1, scripts/basic/fixdep.c).</summary>
internal static class DependencyWords
{
    /// <summary>Writes the lists; false when there is no target, or nothing behind it.</summary>
    internal static bool Copy(ReadOnlySpan<byte> text, FixdepOutput output, Func<ReadOnlySpan<byte>, bool> isIgnored)
    {
        bool hasSource = false, first = false;
        while (true)
        {
            int start = text.IndexOfAnyExcept(" \\\n"u8);
            if (start < 0)
                return hasSource;
            text = text[start..];
            int end = text.IndexOfAny(" \\\n"u8);
            ReadOnlySpan<byte> word = end < 0 ? text : text[..end];
            if (word[^1] == ':')
            {
                first = true;
            }
            else if (!isIgnored(word))
            {
                // Of several files in one, only the first has a source: the others' are made on the way.
                if (!first)
                    output.Dependency(word);
                else if (!hasSource)
                    output.Source(word);
                output.OptionsIn(word, isSource: first);
                hasSource |= first;
                first = false;
            }
            if (end < 0)
                return hasSource;
            text = text[(end + 1)..];
        }
    }
}
