using System.Globalization;
using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary><c>modules.devname</c>: <c>MODULE NODE TYPE MAJOR:MINOR</c> of modules that are loaded when their node is opened, for which the node has to be there before.</summary>
internal static class DeviceNameTable
{
    internal static ReadOnlyMemory<byte> Text(IndexSources sources, IndexMessages messages)
    {
        var table = new TextTable();
        var nodes = new Node?[sources.Files.Count];
        sources.ForEach("alias", (module, value) => nodes[module] = Take(nodes[module] ?? new Node(null, null), value));
        bool isEmpty = true;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is not { Name: string name } node)
                continue;
            if (node.Number is null)
            {
                messages.Say(MessageLevel.Error, $"Module '{sources.Files[i].Name}' has devname ({name}) but lacks major and minor information. Ignoring.");
                continue;
            }
            if (isEmpty)
                table.Add("# Device nodes to trigger on-demand module loading.\n"u8);
            isEmpty = false;
            table.Add($"{sources.Files[i].Name} {name} {node.Number}\n");
        }
        return table.Content;
    }

    // Once both are known nothing more counts.
    private static Node Take(Node node, ReadOnlySpan<byte> alias)
    {
        if (node is { Name: not null, Number: not null })
            return node;
        if (alias.StartsWith("devname:"u8))
            return node with { Name = ByteText.FromBytes(alias["devname:".Length..]) };
        return NumberOf(alias, "char-major-"u8, 'c') is string character ? node with { Number = character }
            : NumberOf(alias, "block-major-"u8, 'b') is string block ? node with { Number = block } : node;
    }

    private static string? NumberOf(ReadOnlySpan<byte> alias, ReadOnlySpan<byte> start, char type)
    {
        if (!alias.StartsWith(start))
            return null;
        string rest = ByteText.FromBytes(alias[start.Length..]);
        int dash = rest.IndexOf('-');
        return dash > 0 && Leading(rest[..dash], whole: true) is uint major && Leading(rest[(dash + 1)..], whole: false) is uint minor
            ? string.Create(CultureInfo.InvariantCulture, $"{type}{major}:{minor}") : null;
    }

    private static uint? Leading(string text, bool whole)
    {
        int end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end > 0 && (!whole || end == text.Length) && uint.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : null;
    }

    private sealed record Node(string? Name, string? Number);
}
