using System.Collections;

namespace Oot.Make.Rules;

/// <summary>
/// Prerequisites in their order. Most are a file and nothing else, of which a module's dependency files name tens of thousands: such a one becomes a <see cref="Dependency"/> when somebody looks at it
/// as at one, and nearly all never do.
/// </summary>
internal sealed class DependencyList : IReadOnlyList<Dependency>
{
    private const int SmallestRoom = 4;

    /// <summary>Each a <see cref="FileNode"/>, where there is no more to say, or a <see cref="Dependency"/>.</summary>
    private object[] _items = [];

    /// <summary>An empty list.</summary>
    public DependencyList()
    {
    }

    /// <summary>An empty list with room for so many.</summary>
    public DependencyList(int room) => _items = new object[room];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The prerequisite at a place.</summary>
    public Dependency this[int index] => All[index] as Dependency ?? Look(index);

    private Span<object> All => _items.AsSpan(0, Count);

    /// <summary>The file at a place, where the prerequisite is nothing else; else null.</summary>
    public FileNode? PlainAt(int index) => All[index] as FileNode;

    /// <summary>Whether one of them has that name.</summary>
    public bool Names(string name)
    {
        foreach (object item in All)
        {
            if ((item is FileNode file ? file.Name : ((Dependency)item).Name) == name)
                return true;
        }
        return false;
    }

    /// <summary>Whether one of them fits.</summary>
    public bool Exists(Predicate<Dependency> fits)
    {
        foreach (Dependency dependency in this)
        {
            if (fits(dependency))
                return true;
        }
        return false;
    }

    /// <summary>One more.</summary>
    public void Add(Dependency dependency) => MakeRoom(Count, 1)[0] = dependency;

    /// <summary>One more that is a file and nothing else.</summary>
    public void Add(FileNode file) => MakeRoom(Count, 1)[0] = file;

    /// <summary>All of another list.</summary>
    public void AddRange(DependencyList others) => InsertRange(Count, others);

    /// <summary>All of another list, from a place on.</summary>
    public void InsertRange(int index, DependencyList others) => others.All.CopyTo(MakeRoom(index, others.Count));

    /// <summary>Leaves one out.</summary>
    public void RemoveAt(int index)
    {
        All[(index + 1)..].CopyTo(All[index..]);
        _items[--Count] = null!;
    }

    /// <summary>The same for another target.</summary>
    public DependencyList Copy()
    {
        var copy = new DependencyList(Count);
        foreach (object item in All)
            copy.MakeRoom(copy.Count, 1)[0] = item is Dependency dependency ? dependency.Copy() : item;
        return copy;
    }

    /// <inheritdoc/>
    public IEnumerator<Dependency> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dependency Look(int index)
    {
        var dependency = new Dependency();
        dependency.Enter((FileNode)_items[index]);
        _items[index] = dependency;
        return dependency;
    }

    private Span<object> MakeRoom(int index, int count)
    {
        if (count > _items.Length - Count)
            Array.Resize(ref _items, Math.Max(Count + count, Math.Max(SmallestRoom, 2 * Count)));
        Count += count;
        All[index..^count].CopyTo(All[(index + count)..]);
        return _items.AsSpan(index, count);
    }
}
