namespace Oot.Genksyms.Tests.Tables;

/// <summary>Rows of numbers, equal ones kept once.</summary>
internal sealed class Rows
{
    private readonly Dictionary<string, int> _known = [];

    internal List<int> Numbers { get; } = [];

    /// <summary>Where the row begins in <see cref="Numbers"/>.</summary>
    internal int Add(int[] row)
    {
        string key = string.Join(' ', row);
        if (!_known.TryGetValue(key, out int start))
        {
            _known.Add(key, start = Numbers.Count);
            Numbers.AddRange(row);
        }
        return start;
    }
}
