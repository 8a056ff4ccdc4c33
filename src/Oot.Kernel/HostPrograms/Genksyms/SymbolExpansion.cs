namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// The version of a symbol: the CRC of its definition, in which every type is replaced by its own definition where it first
/// occurs and named from then on (kernel 6.12, scripts/genksyms/genksyms.c).
/// </summary>
internal sealed class SymbolExpansion(NameTable names, SymbolTable symbols, Report report, bool dumps)
{
    private readonly Crc32 _crc = new();
    private (int Symbol, int Next)[] _open = new (int, int)[64];
    private int[] _seen = new int[1024];
    private int[] _visited = new int[1024];
    private int _seenCount;
    private int _visitedCount;
    private int _depth;
    private int _export;

    /// <summary>What the last export's expansion met, in order.</summary>
    internal ReadOnlySpan<int> Seen => _seen.AsSpan(0, _seenCount);

    /// <summary>What any export's expansion has met, in the order in which the expansions ended: the type dump.</summary>
    internal ReadOnlySpan<int> Visited => _visited.AsSpan(0, _visitedCount);

    internal uint Version(int export)
    {
        _export++;
        _seenCount = 0;
        uint crc = uint.MaxValue;
        Enter(export);
        while (_depth > 0)
        {
            ref (int Symbol, int Next) open = ref _open[_depth - 1];
            ReadOnlySpan<int> words = symbols.DefinitionOf(open.Symbol);
            if (open.Next == words.Length)
            {
                Leave(open.Symbol, words.Length);
                continue;
            }
            int word = words[open.Next++];
            SymbolType tag = Definition.Tag(word);
            int name = Definition.Name(word);
            int symbol = tag == SymbolType.Normal ? -1 : Meaning(name, tag);
            if (symbol >= 0 && symbols[symbol].SeenBy != _export)
                Enter(symbol);
            else
                crc = AddName(crc, name, tag);
        }
        return ~crc;
    }

    /// <summary>The symbol that a word of a definition stands for; −1 when there is none, which only a damaged reference file brings about.</summary>
    private int Meaning(int name, SymbolType tag)
    {
        int symbol = symbols.Find(name, tag);
        if (symbol >= 0 || !SymbolTypes.IsTagged(tag))
            return symbol;
        report.UndefinedType(tag, name);
        WordStore words = symbols.Words;
        int start = words.Count;
        words.Add(Definition.Word(names.Add(SymbolTypes.Words(tag)), SymbolType.Normal));
        words.Add(Definition.Word(name, SymbolType.Normal));
        words.Add(Definition.Word('{', SymbolType.Normal));
        words.Add(Definition.Word(names.Add("UNKNOWN"u8), SymbolType.Normal));
        words.Add(Definition.Word('}', SymbolType.Normal));
        return symbols.Declare(name, tag, start, isExtern: false);
    }

    private uint AddName(uint crc, int name, SymbolType tag)
    {
        if (SymbolTypes.IsTagged(tag))
            crc = AddText(crc, SymbolTypes.Words(tag));
        return AddText(crc, names.Bytes(name));
    }

    private uint AddText(uint crc, ReadOnlySpan<byte> text)
    {
        if (dumps)
        {
            report.Output.Add(text);
            report.Output.Add((byte)' ');
        }
        return _crc.Add(_crc.Add(crc, text), (byte)' ');
    }

    private void Enter(int symbol)
    {
        symbols[symbol].SeenBy = _export;
        if (_seenCount == _seen.Length)
            Array.Resize(ref _seen, 2 * _seenCount);
        _seen[_seenCount++] = symbol;
        if (_depth == _open.Length)
            Array.Resize(ref _open, 2 * _depth);
        _open[_depth++] = (symbol, 0);
    }

    private void Leave(int symbol, int length)
    {
        _depth--;
        ref Symbol left = ref symbols[symbol];
        if (left.IsVisited || length == 0)
            return;
        left.IsVisited = true;
        if (_visitedCount == _visited.Length)
            Array.Resize(ref _visited, 2 * _visitedCount);
        _visited[_visitedCount++] = symbol;
    }
}
