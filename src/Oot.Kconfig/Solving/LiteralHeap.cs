namespace Oot.Kconfig.Solving;

/// <summary>Variables ordered by how often they took part in conflicts lately: the most active first.</summary>
internal sealed class LiteralHeap
{
    private double[] _activity = new double[1024];
    private int[] _places = new int[1024];
    private int[] _heap = new int[1024];
    private int _count;

    internal bool IsEmpty => _count == 0;

    internal double[] Activity => _activity;

    internal void Grow(int variables)
    {
        if (variables <= _activity.Length)
            return;
        int size = Math.Max(variables, _activity.Length * 2);
        Array.Resize(ref _activity, size);
        Array.Resize(ref _places, size);
        Array.Resize(ref _heap, size);
    }

    /// <summary>Adds a variable that is not in it.</summary>
    internal void Add(int variable)
    {
        if (_places[variable] != 0)
            return;
        _heap[_count] = variable;
        _places[variable] = ++_count;
        Up(_count - 1);
    }

    internal int Take()
    {
        int top = _heap[0];
        _places[top] = 0;
        int last = _heap[--_count];
        if (_count > 0)
        {
            _heap[0] = last;
            _places[last] = 1;
            Down(0);
        }
        return top;
    }

    internal void Raised(int variable)
    {
        if (_places[variable] != 0)
            Up(_places[variable] - 1);
    }

    private void Up(int place)
    {
        int variable = _heap[place];
        while (place > 0)
        {
            int parent = (place - 1) >> 1;
            if (_activity[_heap[parent]] >= _activity[variable])
                break;
            _heap[place] = _heap[parent];
            _places[_heap[place]] = place + 1;
            place = parent;
        }
        _heap[place] = variable;
        _places[variable] = place + 1;
    }

    private void Down(int place)
    {
        int variable = _heap[place];
        while (true)
        {
            int child = (place * 2) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _activity[_heap[child + 1]] > _activity[_heap[child]])
                child++;
            if (_activity[_heap[child]] <= _activity[variable])
                break;
            _heap[place] = _heap[child];
            _places[_heap[place]] = place + 1;
            place = child;
        }
        _heap[place] = variable;
        _places[variable] = place + 1;
    }
}
