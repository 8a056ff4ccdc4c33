namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>A word of a definition as one number: the name, and below it the tag in three bits.</summary>
internal static class Definition
{
    private const int TagBits = 3;

    internal static int Word(int name, SymbolType tag) => (name << TagBits) | (int)tag;

    internal static int Name(int word) => word >> TagBits;

    internal static SymbolType Tag(int word) => (SymbolType)(word & ((1 << TagBits) - 1));

    /// <summary>Writes the words as a type dump has them.</summary>
    internal static void Write(ByteWriter output, NameTable names, ReadOnlySpan<int> words)
    {
        if (words.IsEmpty)
            output.Add("(nil)"u8);
        foreach (int word in words)
        {
            AddTag(output, Tag(word));
            output.Add(names.Bytes(Name(word)));
            output.Add((byte)' ');
        }
    }

    internal static void AddTag(ByteWriter output, SymbolType tag)
    {
        if (tag == SymbolType.Normal)
            return;
        output.Add(SymbolTypes.Letters[(int)tag]);
        output.Add((byte)'#');
    }
}
