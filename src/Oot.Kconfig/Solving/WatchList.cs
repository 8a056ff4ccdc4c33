namespace Oot.Kconfig.Solving;

/// <summary>The clauses that have to be looked at when a literal becomes false, each with a literal whose truth makes that unnecessary.</summary>
internal struct WatchList
{
    private (int Clause, int Blocker)[]? _items;

    internal int Count { get; private set; }

    internal readonly Span<(int Clause, int Blocker)> Items => _items.AsSpan(0, Count);

    internal void Add(int clause, int blocker)
    {
        if (_items is null)
            _items = new (int, int)[4];
        else if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = (clause, blocker);
    }

    internal void Cut(int count) => Count = count;
}
