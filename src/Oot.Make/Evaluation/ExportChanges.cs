namespace Oot.Make.Evaluation;

/// <summary>Counts the changes after which children's environments may have other variables in them; their values are not counted.</summary>
internal sealed class ExportChanges
{
    private readonly List<Variable> _candidates = [];
    private int _created;

    /// <summary>How many there were.</summary>
    public int Count { get; set; }

    /// <summary>The number of a variable that is made now.</summary>
    public int NextNumber() => Reserve(1);

    /// <summary>The first of so many numbers for variables that are made later.</summary>
    public int Reserve(int count)
    {
        int first = _created;
        _created += count;
        return first;
    }

    /// <summary>A variable that may be exported from now on without <c>export</c> for all.</summary>
    public void Add(Variable candidate) => _candidates.Add(candidate);

    /// <summary>Of thousands of variables, those that may ever have been exported, in the order in which they were made; sets that they belonged to may have others by now.</summary>
    public IReadOnlyList<Variable> Candidates
    {
        get
        {
            _candidates.Sort((one, other) => one.Number.CompareTo(other.Number));
            return _candidates;
        }
    }
}
