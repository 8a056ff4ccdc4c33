using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>What indexes are made of.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Files">The modules in their order.</param>
/// <param name="Facts">What each one is.</param>
/// <param name="Graph">Who needs whom.</param>
/// <param name="Symbols">Who has what.</param>
internal sealed record IndexSources(IDisk Disk, DepmodRequest Request, IReadOnlyList<IndexedFile> Files, LinkFacts[] Facts, DependencyGraph Graph, SymbolTable Symbols)
{
    /// <summary>The modules' names as bytes.</summary>
    internal byte[][] Names { get; } = [.. Files.Select(file => ByteText.ToBytes(file.Name))];

    /// <summary>Goes over the values of a key of <c>.modinfo</c>, module after module.</summary>
    internal void ForEach(string key, ValueAction action)
    {
        byte[] start = ByteText.ToBytes(key + "=");
        for (int i = 0; i < Facts.Length; i++)
        {
            LinkFacts facts = Facts[i];
            for (int at = facts.Strings; facts.NextString(ref at, out ReadOnlySpan<byte> text);)
            {
                if (text.StartsWith(start))
                    action(i, text[start.Length..]);
                else if (text.Length == start.Length - 1 && text.SequenceEqual(start.AsSpan(0, text.Length)))
                    action(i, []);
            }
        }
    }

    /// <summary>A value of a module, by the module's index.</summary>
    internal delegate void ValueAction(int module, ReadOnlySpan<byte> value);
}
