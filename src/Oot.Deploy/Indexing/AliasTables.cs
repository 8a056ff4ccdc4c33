using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary><c>modules.alias</c>: <c>alias PATTERN MODULE</c> as the modules have them; and the same by the patterns, with <c>_</c> for <c>-</c> outside of brackets.</summary>
internal static class AliasTables
{
    // kmod's buffer has 4096 bytes.
    private const int LongestAlias = 4095;

    internal static ReadOnlyMemory<byte> Text(IndexSources sources, IndexMessages messages)
    {
        TextTable table = new TextTable().Add("# Aliases extracted from modules themselves.\n"u8);
        sources.ForEach("alias", (module, value) => table.Add("alias "u8).Add(value).Add(" "u8).Add(sources.Names[module]).Add("\n"u8));
        return table.Content;
    }

    internal static ReadOnlyMemory<byte> Binary(IndexSources sources, IndexMessages messages)
    {
        var keys = new IndexKeys();
        HashSet<string>? known = sources.Request.WarnsOfDuplicates ? new HashSet<string>(StringComparer.Ordinal) : null;
        byte[] normal = new byte[LongestAlias];
        sources.ForEach("alias", (module, value) =>
        {
            if (!TryNormalize(value, normal, out int length))
            {
                messages.Say(MessageLevel.Warning, $"Unmatched bracket in {ByteText.FromBytes(value)}");
                return;
            }
            ReadOnlySpan<byte> alias = normal.AsSpan(0, length);
            keys.Add(alias, sources.Names[module], (uint)module);
            string? pair = known is null ? null : $"{ByteText.FromBytes(alias)} {sources.Files[module].Name}";
            if (pair is not null && !known!.Add(pair))
                messages.Say(MessageLevel.Warning, $"duplicate module alias:\n{pair}");
        });
        return new IndexTrie(keys, sources.Request.Level.PutsRootFirst).Write();
    }

    /// <summary>An alias as a key; false where a bracket has no partner.</summary>
    internal static bool TryNormalize(ReadOnlySpan<byte> alias, Span<byte> normal, out int length)
    {
        length = Math.Min(alias.Length, LongestAlias);
        alias = alias[..length];
        for (int i = 0; i < alias.Length; i++)
        {
            normal[i] = alias[i] == (byte)'-' ? (byte)'_' : alias[i];
            if (alias[i] == (byte)']')
                return false;
            if (alias[i] != (byte)'[')
                continue;
            int close = alias[i..].IndexOf((byte)']');
            if (close < 0)
                return false;
            alias.Slice(i, close + 1).CopyTo(normal[i..]);
            i += close;
        }
        return true;
    }
}
