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
    private readonly ExpansionMemory? _memory = dumps || symbols.HasReference ? null : new ExpansionMemory();
    private readonly Stack<Recording> _recordings = new();
    private long _length;

    /// <summary>What the last export's expansion met, in order.</summary>
    internal ReadOnlySpan<int> Seen => _seen.AsSpan(0, _seenCount);

    /// <summary>What any export's expansion has met, in the order in which the expansions ended: the type dump.</summary>
    internal ReadOnlySpan<int> Visited => _visited.AsSpan(0, _visitedCount);

    internal uint Version(int export)
    {
        _export++;
        _seenCount = 0;
        uint crc = uint.MaxValue;
        Enter(export, crc);
        while (_depth > 0)
        {
            ref (int Symbol, int Next) open = ref _open[_depth - 1];
            ReadOnlySpan<int> words = symbols.DefinitionOf(open.Symbol);
            if (open.Next == words.Length)
            {
                Leave(open.Symbol, words.Length, crc);
                continue;
            }
            int word = words[open.Next++];
            SymbolType tag = Definition.Tag(word);
            int name = Definition.Name(word);
            int symbol = tag == SymbolType.Normal ? -1 : Meaning(name, tag);
            if (symbol < 0)
                crc = AddName(crc, name, tag);
            else if (symbols[symbol].SeenBy == _export)
                crc = AddSeen(crc, symbol, name, tag);
            else if (_depth > ExpansionMemory.Deepest || !Recall(symbol, ref crc))
                Enter(symbol, crc);
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

    private uint AddSeen(uint crc, int symbol, int name, SymbolType tag)
    {
        if (_recordings.TryPeek(out Recording recording) && symbols[symbol].SeenAt < recording.Seen)
            AddBefore(recording, symbol);
        return AddName(crc, name, tag);
    }

    private static void AddBefore(in Recording recording, int symbol)
    {
        // The same one often comes several times running.
        List<int> before = recording.Before;
        if (before.Count == 0 || before[^1] != symbol)
            before.Add(symbol);
    }

    /// <summary>Puts in the text of an earlier expansion, where that is certain to be the same.</summary>
    private bool Recall(int symbol, ref uint crc)
    {
        for (RememberedExpansion? known = _memory?.Of(symbol); known is not null; known = known.Next)
        {
            if (!IsSame(known))
                continue;
            crc = CrcShift.Multiply(crc, known.Shift) ^ known.Crc;
            _length += known.Length;
            if (_recordings.TryPeek(out Recording recording))
            {
                foreach (int before in known.Before)
                {
                    if (symbols[before].SeenAt < recording.Seen)
                        AddBefore(recording, before);
                }
            }
            foreach (int met in known.Met)
                See(met);
            return true;
        }
        return false;
    }

    private bool IsSame(RememberedExpansion known)
    {
        foreach (int before in known.Before)
        {
            if (symbols[before].SeenBy != _export)
                return false;
        }
        foreach (int met in known.Met)
        {
            if (symbols[met].SeenBy == _export)
                return false;
        }
        return true;
    }

    private uint AddText(uint crc, ReadOnlySpan<byte> text)
    {
        if (dumps)
        {
            report.Output.Add(text);
            report.Output.Add((byte)' ');
        }
        _length += text.Length + 1;
        return _crc.Add(_crc.Add(crc, text), (byte)' ');
    }

    private void Enter(int symbol, uint crc)
    {
        if (_memory is not null && _depth is > 0 and <= ExpansionMemory.Deepest)
            _recordings.Push(new Recording(symbol, _seenCount, crc, _length, []));
        See(symbol);
        if (_depth == _open.Length)
            Array.Resize(ref _open, 2 * _depth);
        _open[_depth++] = (symbol, 0);
    }

    private void See(int symbol)
    {
        ref Symbol seen = ref symbols[symbol];
        seen.SeenBy = _export;
        seen.SeenAt = _seenCount;
        if (_seenCount == _seen.Length)
            Array.Resize(ref _seen, 2 * _seenCount);
        _seen[_seenCount++] = symbol;
    }

    private void Leave(int symbol, int length, uint crc)
    {
        _depth--;
        if (_memory is not null && _depth is > 0 and <= ExpansionMemory.Deepest)
            EndRecording(crc);
        ref Symbol left = ref symbols[symbol];
        if (left.IsVisited || length == 0)
            return;
        left.IsVisited = true;
        if (_visitedCount == _visited.Length)
            Array.Resize(ref _visited, 2 * _visitedCount);
        _visited[_visitedCount++] = symbol;
    }

    private void EndRecording(uint crc)
    {
        Recording recording = _recordings.Pop();
        _memory!.Add(recording, _seen.AsSpan(recording.Seen, _seenCount - recording.Seen), crc, _length - recording.Length);
        if (!_recordings.TryPeek(out Recording outer))
            return;
        foreach (int before in recording.Before)
        {
            if (symbols[before].SeenAt < outer.Seen)
                AddBefore(outer, before);
        }
    }
}
