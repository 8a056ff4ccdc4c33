using System.Globalization;
using System.Text;
using Oot.Make.Evaluation;

namespace Oot.Make.Database;

/// <summary>The text of the data base on its way to standard output, written in large pieces.</summary>
internal sealed class DatabaseText
{
    private const int PieceLength = 1 << 16;

    private readonly StringBuilder _text = new();

    /// <summary>Adds text as it is.</summary>
    public void Add(string text)
    {
        _text.Append(text);
        if (_text.Length >= PieceLength)
            Flush();
    }

    /// <summary>Adds text and the end of the line.</summary>
    public void Line(string text)
    {
        _text.Append(text);
        Add("\n");
    }

    /// <summary>Adds how full a hash table is, without the end of the line.</summary>
    public void Statistics<T>(HashLayout<T> table)
        where T : class
    {
        string load = Percent(table.Count, table.Size), collisions = Percent(table.Collisions, table.Lookups);
        Add($"Load={table.Count}/{table.Size}={load}%, Rehash={table.Growths}, Collisions={table.Collisions}/{table.Lookups}={collisions}%");
    }

    /// <summary>A number of things; none are named in words.</summary>
    public static string Number(int count, string none) => count == 0 ? none : count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) =>
        whole == 0 ? "0" : Math.Round(100.0 * part / whole, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes what has been added.</summary>
    public void Flush()
    {
        Messages.WriteRaw(1, _text.ToString());
        _text.Clear();
    }
}
