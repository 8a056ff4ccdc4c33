using System.Buffers.Binary;
using Oot.Core;

namespace Oot.Kernel.Modules.Indexes;

/// <summary>
/// One of depmod's binary indexes (<c>modules.dep.bin</c> and so on): keys, each with values in the order of their priority, as a trie whose edges are characters. Numbers are big endian:
/// <code>
/// b007f457 | version 0002 xxxx | root
/// node: [prefix 0] [first 8, last 8, child 32 × (last − first + 1)] [count 32, (priority 32, value 0) × count]
/// </code>
/// What a node has is in the top four bits of the number that points to it: 8 prefix, 4 values, 2 children. Nothing that the file says makes a search leave it or go on for ever.
/// </summary>
internal sealed class IndexFile
{
    private const uint Magic = 0xb007f457, OffsetBits = 0x0fffffff, HasPrefix = 0x80000000, HasValues = 0x40000000, HasChildren = 0x20000000;
    private const int DeepestNode = 1024, MostNodes = 4_000_000;
    private readonly byte[] bytes;
    private readonly int length;
    private int visited;

    private IndexFile(byte[] bytes, int length) => (this.bytes, this.length) = (bytes, length);

    /// <summary>Reads an index; null where there is none that can be read.</summary>
    internal static IndexFile? Read(IDisk disk, string path)
    {
        byte[] content = [];
        if (disk.Read(path, ref content, out int length) != 0 || length < 12)
            return null;
        ReadOnlySpan<byte> head = content;
        return BinaryPrimitives.ReadUInt32BigEndian(head) == Magic && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) >> 16 == 2 ? new IndexFile(content, length) : null;
    }

    /// <summary>The first value of a key; null when the key is not there.</summary>
    internal string? Search(string key)
    {
        int at = 0;
        uint place = Root;
        while (TryNode(place, out Node node))
        {
            if (!key.AsSpan(at).StartsWith(node.Prefix))
                return null;
            at += node.Prefix.Length;
            if (at == key.Length)
                return node.Values.Count > 0 ? node.Values[0].Text : null;
            place = Child(node, key[at++]);
        }
        return null;
    }

    /// <summary>The values of every key that, as a pattern, fits a text; by priority, of equal ones the last found first, as kmod has it.</summary>
    internal IReadOnlyList<string> SearchPatterns(string text)
    {
        var found = new List<IndexValue>();
        visited = 0;
        Descend(Root, "", text, found);
        return found.ConvertAll(value => value.Text);
    }

    private uint Root => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8));

    private void Descend(uint place, string key, string text, List<IndexValue> found)
    {
        int at = 0;
        for (int depth = 0; depth < DeepestNode && TryNode(place, out Node node); depth++)
        {
            for (int i = 0; i < node.Prefix.Length; i++, at++)
            {
                if (node.Prefix[i] is '*' or '?' or '[')
                {
                    All(node, node.Prefix[i..], text.AsSpan(at), found, 0);
                    return;
                }
                if (at >= text.Length || node.Prefix[i] != text[at])
                    return;
            }
            foreach (char wild in "*?[")
            {
                if (TryNode(Child(node, wild), out Node child))
                    All(child, wild + child.Prefix, text.AsSpan(at), found, 0);
            }
            if (at == text.Length)
            {
                foreach (IndexValue value in node.Values)
                    Insert(found, value);
                return;
            }
            place = Child(node, text[at++]);
        }
    }

    /// <param name="pattern">What the key has from its first wildcard to this node's end.</param>
    private void All(in Node node, string pattern, ReadOnlySpan<char> text, List<IndexValue> found, int depth)
    {
        if (depth > DeepestNode)
            return;
        for (int c = node.First; c <= node.Last; c++)
        {
            if (TryNode(Child(node, (char)c), out Node child))
                All(child, pattern + (char)c + child.Prefix, text, found, depth + 1);
        }
        if (node.Values.Count > 0 && AliasPattern.Matches(pattern, text))
        {
            foreach (IndexValue value in node.Values)
                Insert(found, value);
        }
    }

    private static void Insert(List<IndexValue> values, IndexValue value)
    {
        int at = 0;
        while (at < values.Count && values[at].Priority < value.Priority)
            at++;
        values.Insert(at, value);
    }

    private uint Child(in Node node, char c) =>
        c < node.First || c > node.Last ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(node.Children + (4 * (c - node.First))));

    private bool TryNode(uint place, out Node node)
    {
        node = default;
        int at = (int)(place & OffsetBits);
        if (at == 0 || at >= length || ++visited > MostNodes)
            return false;
        string prefix = "";
        if ((place & HasPrefix) != 0 && !TryText(ref at, out prefix))
            return false;
        int first = 1, last = 0, children = 0;
        if ((place & HasChildren) != 0)
        {
            if (at > length - 2 || bytes[at] > bytes[at + 1])
                return false;
            (first, last, children) = (bytes[at], bytes[at + 1], at + 2);
            at = children + (4 * (last - first + 1));
            if (at > length)
                return false;
        }
        var values = new List<IndexValue>();
        if ((place & HasValues) != 0)
        {
            if (at > length - 4)
                return false;
            uint count = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            at += 4;
            for (uint i = 0; i < count; i++)
            {
                if (at > length - 4)
                    return false;
                uint priority = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
                at += 4;
                if (!TryText(ref at, out string text))
                    return false;
                Insert(values, new IndexValue(priority, text));
            }
        }
        node = new Node(prefix, first, last, children, values);
        return true;
    }

    private bool TryText(ref int at, out string text)
    {
        int end = at < length ? bytes.AsSpan(at, length - at).IndexOf((byte)0) : -1;
        text = end < 0 ? "" : ByteText.FromBytes(bytes.AsSpan(at, end));
        at += end + 1;
        return end >= 0;
    }

    private readonly record struct IndexValue(uint Priority, string Text);

    private readonly record struct Node(string Prefix, int First, int Last, int Children, List<IndexValue> Values);
}
