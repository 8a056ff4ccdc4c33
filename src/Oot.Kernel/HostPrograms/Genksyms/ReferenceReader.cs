namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Reads a reference file: a type dump, each line a symbol with its definition, after <c>override</c> where its version is kept.</summary>
internal sealed class ReferenceReader(string text, NameTable names, SymbolTable symbols)
{
    private const int LongestToken = 255;

    private int _next;

    /// <returns>What is wrong with the file; null when nothing is.</returns>
    internal string? Read()
    {
        while (_next < text.Length)
        {
            string? problem = ReadSymbol();
            if (problem is not null)
                return problem;
        }
        return null;
    }

    private string? ReadSymbol()
    {
        string? problem = Token(out int word);
        bool isOverride = word >= 0 && Is(word, "override"u8);
        if (isOverride)
            problem = Token(out word);
        if (word < 0)
            return problem;
        int start = symbols.Words.Count;
        bool isExtern = false;
        problem = Token(out int defining);
        if (defining >= 0 && Is(defining, "extern"u8))
        {
            isExtern = true;
            problem = Token(out defining);
        }
        while (defining >= 0)
        {
            symbols.Words.Add(defining);
            problem = Token(out defining);
        }
        if (problem is null)
            symbols.DeclareReference(Definition.Name(word), Definition.Tag(word), start, isExtern, isOverride);
        return problem;
    }

    private bool Is(int word, ReadOnlySpan<byte> text) =>
        Definition.Tag(word) == SymbolType.Normal && names.Bytes(Definition.Name(word)).SequenceEqual(text);

    /// <summary>The next word of the line, with its tag; −1 at the line's end, which is read only when no word precedes it.</summary>
    private string? Token(out int word)
    {
        word = -1;
        Span<byte> bytes = stackalloc byte[LongestToken];
        int length = 0;
        bool quoted = false;
        for (; _next < text.Length; _next++)
        {
            char next = text[_next];
            if (next == ' ' && !quoted)
            {
                if (length == 0)
                    continue;
                _next++;
                break;
            }
            if (next == '"')
                quoted = !quoted;
            if (next == '\n')
            {
                _next += length == 0 ? 1 : 0;
                break;
            }
            if (length == LongestToken)
                return "Token too long\n";
            bytes[length++] = (byte)next;
        }
        return length == 0 ? null : Tagged(bytes[..length], out word);
    }

    private string? Tagged(ReadOnlySpan<byte> bytes, out int word)
    {
        SymbolType tag = SymbolType.Normal;
        word = -1;
        if (bytes.Length > 1 && bytes[1] == '#')
        {
            int letter = SymbolTypes.Letters.IndexOf(bytes[0]);
            if (letter < 0)
                return $"Unknown type {(char)bytes[0]}\n";
            tag = (SymbolType)letter;
            bytes = bytes[2..];
        }
        int zero = bytes.IndexOf((byte)0);
        word = Definition.Word(names.Add(zero < 0 ? bytes : bytes[..zero]), tag);
        return null;
    }
}
