namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The words of all definitions, one behind the other (<see cref="Definition.Word"/>). The last definition can be taken back.</summary>
internal sealed class WordStore
{
    private int[] _words = new int[1 << 15];

    internal int Count { get; private set; }

    internal ReadOnlySpan<int> Slice(int start, int length) => _words.AsSpan(start, length);

    internal void Add(int word)
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, 2 * Count);
        _words[Count++] = word;
    }

    internal void Add(ReadOnlySpan<int> words)
    {
        foreach (int word in words)
            Add(word);
    }

    /// <summary>Adds a list from its last word back to <paramref name="stop"/>, which stays out; in reading order.</summary>
    internal void Add(TokenList list, int last, int stop)
    {
        int start = Count;
        for (int node = last; node != stop && node != 0; node = list[node].Previous)
            Add(Definition.Word(list[node].Name, list[node].Tag));
        _words.AsSpan(start, Count - start).Reverse();
    }

    internal void TakeBack(int count) => Count = count;
}
