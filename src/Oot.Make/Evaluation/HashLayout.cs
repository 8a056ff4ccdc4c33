namespace Oot.Make.Evaluation;

/// <summary>Where items lie in a table of GNU make's, and what filling it cost: computed anew from the order in which they were entered.</summary>
internal sealed class HashLayout<T>
    where T : class
{
    private readonly Func<T, uint> _hash;
    private T?[] _slots;

    /// <summary>Enters the items one after the other.</summary>
    /// <param name="size">How many slots the table begins with: a power of two.</param>
    public HashLayout(IReadOnlyCollection<T> items, Func<T, uint> hash, int size)
    {
        _hash = hash;
        _slots = new T?[size];
        foreach (T item in items)
        {
            Place(item);
            Count++;
            if (Count > Size - (Size / 16))
                Grow();
        }
    }

    /// <summary>The items in the order of their slots.</summary>
    public IEnumerable<T> Items => _slots.Where(item => item is not null)!;

    /// <summary>How many items there are.</summary>
    public int Count { get; }

    /// <summary>How many slots there are.</summary>
    public int Size => _slots.Length;

    /// <summary>How often the table grew.</summary>
    public int Growths { get; private set; }

    /// <summary>How many occupied slots were met.</summary>
    public int Collisions { get; private set; }

    /// <summary>How many slots were looked for.</summary>
    public int Lookups { get; private set; }

    private void Place(T item)
    {
        uint mask = (uint)(Size - 1);
        uint slot = _hash(item) & mask;
        Lookups++;
        while (_slots[slot] is not null)
        {
            Collisions++;
            slot = (slot + 1) & mask;
        }
        _slots[slot] = item;
    }

    private void Grow()
    {
        T?[] old = _slots;
        _slots = new T?[old.Length * 2];
        Growths++;
        foreach (T? item in old)
            if (item is not null)
                Place(item);
    }
}
