using System.Collections.Concurrent;
using System.Globalization;
using Oot.Core;

namespace Oot.Kernel.Provenance;

/// <summary>Looks in sources for the definitions of functions and variables that nothing exports: by the kernel's style they stand at the beginning of a line, and are not static.</summary>
/// <param name="disk">Where the tree is.</param>
/// <param name="root">The tree, ending in <c>/</c>.</param>
/// <param name="architecture">The directory below <c>arch/</c> that counts; null: all.</param>
public sealed class DefinitionSearch(IDisk disk, string root, string? architecture)
{
    /// <summary>The definitions that were found, as <c>FILE:LINE</c> by name.</summary>
    public IReadOnlyDictionary<string, string> Find(IReadOnlyList<string> names)
    {
        var found = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        if (SourceFiles.List(disk, root) is not { } files)
            return found;
        string[] sources = [.. files.Sources.Where(path => !path.StartsWith("arch/", StringComparison.Ordinal) || architecture is null || path.StartsWith($"arch/{architecture}/", StringComparison.Ordinal))];
        byte[][] wanted = [.. names.Select(ByteText.ToBytes)];
        ParallelWork.Run(sources.Length, () => new StrongBuffer(), (i, buffer) =>
        {
            if (disk.Read(root + sources[i], ref buffer.Bytes, out int length) != 0)
                return;
            for (int n = 0; n < wanted.Length; n++)
                if (LineOf(buffer.Bytes.AsSpan(0, length), wanted[n]) is > 0 and var line)
                    found.AddOrUpdate(names[n], _ => At(i, line), (_, before) => string.CompareOrdinal(before, At(i, line)) <= 0 ? before : At(i, line));
        });
        return found;

        string At(int file, int line) => string.Create(CultureInfo.InvariantCulture, $"{sources[file]}:{line}");
    }

    /// <summary>The line of a definition; 0 without one.</summary>
    private static int LineOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        int at = 0;
        while (text[at..].IndexOf(name) is >= 0 and var next)
        {
            at += next;
            int end = at + name.Length;
            if ((at == 0 || !SourceText.IsIdentifier(text[at - 1])) && end < text.Length && IsDefinition(text, at, end))
                return SourceText.LineOf(text, at);
            at = end;
        }
        return 0;
    }

    private static bool IsDefinition(ReadOnlySpan<byte> text, int start, int end)
    {
        int line = text[..start].LastIndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> before = text[line..start];
        // The type and perhaps its star; nothing indented, no declaration, nothing that only this file sees.
        if (before.Length > 0 && !(char.IsAsciiLetter((char)before[0]) || before[0] == '_'))
            return false;
        if (before.StartsWith("static"u8) || before.StartsWith("extern"u8) || before.StartsWith("typedef"u8) || before.StartsWith("return"u8) || before.IndexOfAny("(=;,\""u8) >= 0)
            return false;
        if (text[end] == '(')
        {
            int close = SourceText.EndOfParentheses(text, end);
            return close > 0 && IsBody(text[close..]) && (before.Length > 0 || !IsStaticAbove(text, line));
        }
        return before.Length > 0 && text[end] is (byte)';' or (byte)'[' || text[end..].StartsWith(" = "u8) || text[end..].StartsWith(" ="u8);
    }

    private static bool IsBody(ReadOnlySpan<byte> after)
    {
        int brace = after.IndexOfAny("{;"u8);
        return brace >= 0 && after[brace] == '{' && brace < 200;
    }

    private static bool IsStaticAbove(ReadOnlySpan<byte> text, int line) =>
        line > 1 && text[..(line - 1)] is var above && above[(above.LastIndexOf((byte)'\n') + 1)..].StartsWith("static"u8);

    /// <summary>A worker's room for a file.</summary>
    private sealed class StrongBuffer
    {
        public byte[] Bytes = new byte[1 << 20];
    }
}
