namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>A dependency file as fixdep reads it since 6.3: statements of targets, a colon and files, with comments and escaped characters (kernel 6.12, scripts/basic/fixdep.c).</summary>
internal static class DependencyStatements
{
    /// <summary>Writes the lists; false when there is no target with a file.</summary>
    /// <param name="text">The file; escaped characters are unescaped in place.</param>
    /// <param name="files">What is listed; empty before.</param>
    internal static bool Copy(Span<byte> text, ByteSet files, FixdepOutput output, Func<ReadOnlySpan<byte>, bool> isIgnored)
    {
        bool hasSource = false, isTarget = true, first = false;
        int at = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case (byte)'#':
                    at = EndOfComment(text, at + 1);
                    continue;
                case (byte)' ' or (byte)'\t':
                    at++;
                    continue;
                case (byte)'\\' when at + 1 < text.Length && text[at + 1] == '\n':
                    at += 2;
                    continue;
                case (byte)'\n':
                    at++;
                    isTarget = true;
                    continue;
                case (byte)':':
                    at++;
                    isTarget = false;
                    first = true;
                    continue;
            }
            ReadOnlySpan<byte> word = Word(text, ref at);
            if (isTarget)
                continue;
            bool listed = first ? !hasSource : !isIgnored(word) && files.Add(word);
            if (listed && first)
                output.Source(word);
            else if (listed)
                output.Dependency(word);
            if (listed && !IsBinary(word))
                output.OptionsIn(word, isSource: first);
            hasSource |= first;
            first = false;
        }
        return hasSource;
    }

    private static int EndOfComment(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] != '\n')
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at, text.Length);
    }

    // Only \# and \: lose their backslash; any other escaped character stays, backslash included, and ends no word.
    private static Span<byte> Word(Span<byte> text, ref int at)
    {
        int start = at, end = at;
        while (at < text.Length && text[at] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'#' or (byte)':'))
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                byte next = text[at + 1];
                if (next == '\n')
                    break;
                if (next is not ((byte)'#' or (byte)':'))
                    text[end++] = (byte)'\\';
                at++;
            }
            text[end++] = text[at++];
        }
        return text[start..end];
    }

    // What rustc lists besides sources.
    private static bool IsBinary(ReadOnlySpan<byte> name) => name.EndsWith(".rlib"u8) || name.EndsWith(".rmeta"u8) || name.EndsWith(".so"u8);
}
