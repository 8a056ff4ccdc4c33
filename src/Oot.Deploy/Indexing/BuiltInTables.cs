using Oot.Core;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Indexing;

/// <summary>The names of what is built into the kernel, out of <c>modules.builtin</c>, and its aliases, out of <c>modules.builtin.modinfo</c>. Without the one file or the other the index is empty.</summary>
internal static class BuiltInTables
{
    internal static ReadOnlyMemory<byte> Names(IndexSources sources, IndexMessages messages)
    {
        if (Read(sources, "modules.builtin", messages) is not string content)
            return default;
        var keys = new IndexKeys();
        for (int start = 0; start < content.Length;)
        {
            int end = content.IndexOf('\n', start);
            end = end < 0 ? content.Length : end + 1;
            string line = content[start..end];
            start = end;
            if (char.IsAsciiLetter(line[0]))
                keys.Add(ByteText.ToBytes(ModuleIndexes.ModuleNameOfFile(line)), [], 0);
            else
                messages.Say(MessageLevel.Error, $"Invalid modules.builtin line: {line}");
        }
        return new IndexTrie(keys, sources.Request.Level.PutsRootFirst).Write();
    }

    internal static ReadOnlyMemory<byte> Aliases(IndexSources sources, IndexMessages messages)
    {
        if (Read(sources, "modules.builtin.modinfo", messages) is not string content)
            return default;
        var keys = new IndexKeys();
        byte[] normal = new byte[4096];
        int at = 0;
        while (at < content.Length)
        {
            if (Take(content, ref at, '.') is not { Length: > 0 } module)
                continue;
            if (Take(content, ref at, '=') is not "alias")
            {
                _ = Take(content, ref at, '\0');
                continue;
            }
            if (Take(content, ref at, '\0') is not { Length: > 0 } value)
                continue;
            if (AliasTables.TryNormalize(ByteText.ToBytes(value), normal, out int length))
                keys.Add(normal.AsSpan(0, length), ByteText.ToBytes(module), 0);
            else
                messages.Say(MessageLevel.Warning, $"Unmatched bracket in {value}");
        }
        return new IndexTrie(keys, sources.Request.Level.PutsRootFirst).Write();
    }

    // Up to a character, or null where a string or the file ends before it; that is passed over as well.
    private static string? Take(string content, ref int at, char end)
    {
        int start = at;
        while (at < content.Length && content[at] != end && content[at] != '\0')
            at++;
        bool found = at < content.Length && content[at] == end;
        string text = content[start..at];
        at++;
        return found ? text : null;
    }

    private static string? Read(IndexSources sources, string name, IndexMessages messages)
    {
        string directory = sources.Request.Directory;
        int errno = sources.Disk.Read($"{directory}/{name}", out string content);
        if (errno == 0)
            return content;
        messages.Say(MessageLevel.Warning, $"could not open {name} at {directory}: {Errno.Message(errno)}");
        return null;
    }
}
