namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// The words of the declaration being read, linked backwards. A place in the list is named by the node behind it: the
/// value of a symbol of the grammar is such a place, and taking a word out changes where the node behind it points. There
/// is always one node more than words, so that the last word has a place too. Node 0 is none.
/// </summary>
internal sealed class TokenList
{
    private TokenNode[] _nodes = new TokenNode[4096];
    private int _count = 2;

    /// <summary>The node behind the last word.</summary>
    internal int End { get; private set; } = 1;

    internal ref TokenNode this[int node] => ref _nodes[node];

    /// <summary>The word at a place; 0 when there is none.</summary>
    internal int At(int place) => _nodes[place].Previous;

    internal void SetAt(int place, int node)
    {
        if (place != 0)
            _nodes[place].Previous = node;
    }

    internal void SetTag(int node, SymbolType tag)
    {
        if (node != 0)
            _nodes[node].Tag = tag;
    }

    internal void Append(int name, SymbolType tag, bool inSourceFile)
    {
        int node = End;
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, 2 * _count);
        ref TokenNode filled = ref _nodes[node];
        filled.Name = name;
        filled.Tag = tag;
        filled.InSourceFile = inSourceFile;
        End = _count++;
        _nodes[End].Previous = node;
    }

    /// <summary>Takes out the word at a place.</summary>
    internal void RemoveAt(int place) => SetAt(place, At(At(place)));

    /// <summary>A node outside the list, of the same word.</summary>
    internal int Copy(int node, SymbolType tag)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, 2 * _count);
        _nodes[_count] = _nodes[node] with { Tag = tag, Previous = 0 };
        return _count++;
    }

    /// <summary>Does the list from <paramref name="from"/> back go through <paramref name="to"/>?</summary>
    internal bool Leads(int from, int to)
    {
        int node = from;
        while (node != 0 && node != to)
            node = _nodes[node].Previous;
        return node != 0;
    }

    /// <summary>Begins anew: nothing of the list is used any more.</summary>
    internal void Clear()
    {
        _count = 2;
        End = 1;
        _nodes[1].Previous = 0;
    }
}
