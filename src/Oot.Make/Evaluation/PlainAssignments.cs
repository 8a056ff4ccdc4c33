using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>
/// A makefile that is nothing but <c>NAME=VALUE</c>, as a kernel's <c>auto.conf</c>: thousands of variables of which a driver's build looks at a few hundred. The makes of a process that read the same file share
/// it, and make variables only of what is asked for (<see cref="VariableTable.Defer"/>).
/// </summary>
internal sealed class PlainAssignments
{
    /// <summary>Shorter files are not worth it.</summary>
    public const int ShortestText = 16 << 10;

    private const int MostFiles = 16;

    private static readonly ConcurrentDictionary<string, (FileStatus Status, Lazy<PlainAssignments?> Assignments)> Shared = new(StringComparer.Ordinal);

    // Most names are never asked for: they stay where they are in the text, found by a table of those that share a place, each at the next free one (0: free; else its index and 1).
    private readonly byte[] _text;
    private readonly (int Start, int Line)[] _places;
    private readonly int[] _table;

    private PlainAssignments(ReadOnlySpan<char> text)
    {
        int lines = text.Count('\n') + 1;
        _text = new byte[text.Length];
        Encoding.Latin1.GetBytes(text, _text);
        _places = new (int, int)[lines];
        _table = new int[BitOperations.RoundUpToPowerOf2(2 * (uint)lines)];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What is assigned to, in the order of the lines.</summary>
    public IEnumerable<string> Names => _places.Take(Count).Select(place => Encoding.Latin1.GetString(NameAt(place.Start)));

    /// <summary>Whether a name is assigned to.</summary>
    public bool Has(string name) => _table[PlaceOf(name)] != 0;

    /// <summary>Finds what is assigned to a name; false where nothing is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="index">Its place among the assignments.</param>
    /// <param name="line">Its line.</param>
    public bool TryFind(string name, out string value, out int index, out int line)
    {
        index = _table[PlaceOf(name)] - 1;
        (value, line) = ("", 0);
        if (index < 0)
            return false;
        (int start, line) = _places[index];
        ReadOnlySpan<byte> rest = _text.AsSpan(start + name.Length + 1);
        int end = rest.IndexOf((byte)'\n');
        string written = Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]);
        value = written[Characters.NextToken(written)..];
        return true;
    }

    private ReadOnlySpan<byte> NameAt(int start)
    {
        ReadOnlySpan<byte> rest = _text.AsSpan(start);
        return rest[..rest.IndexOf((byte)'=')];
    }

    /// <summary>Where a name is in the table, or would be.</summary>
    private int PlaceOf(ReadOnlySpan<char> name)
    {
        int place = string.GetHashCode(name) & (_table.Length - 1);
        while (_table[place] is > 0 and var index && !Ascii.Equals(NameAt(_places[index - 1].Start), name))
            place = (place + 1) & (_table.Length - 1);
        return place;
    }

    private bool TryAdd(ReadOnlySpan<char> name, int start, int line)
    {
        ref int place = ref _table[PlaceOf(name)];
        if (place != 0)
            return false;
        _places[Count] = (start, line);
        place = ++Count;
        return true;
    }

    /// <summary>Whether a file of this path has been read, in whatever state.</summary>
    public static bool IsKnown(string path) => Shared.ContainsKey(path);

    /// <summary>What a file in this state holds, if it has been read and is of this kind.</summary>
    public static PlainAssignments? Find(string path, in FileStatus status) => Shared.TryGetValue(path, out (FileStatus Status, Lazy<PlainAssignments?> Assignments) known) && known.Status == status ? known.Assignments.Value : null;

    /// <summary>What a file's text holds; null where that is more than assignments. A make that reads the same file meanwhile waits for this one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="status">Its state before it was read.</param>
    /// <param name="text">Its text, which is not kept.</param>
    public static PlainAssignments? Of(string path, FileStatus status, ReadOnlyMemory<char> text)
    {
        var lines = new LineReader(text.Span);
        if (!lines.TryNext(out int equals) || equals == 0)
            return null;
        if (Shared.Count >= MostFiles && !Shared.ContainsKey(path))
            return Read(text.Span);
        var own = new Lazy<PlainAssignments?>(() => Read(text.Span));
        return Shared.AddOrUpdate(path, (status, own), (_, known) => known.Status == status ? known : (status, own)).Assignments.Value;
    }

    private static PlainAssignments? Read(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny('\r', '\0'))
            return null;
        var result = new PlainAssignments(text);
        var lines = new LineReader(text);
        while (lines.TryNext(out int equals))
            if (equals == 0 || !result.TryAdd(lines.Line[..equals], lines.Start, lines.Number))
                return null;
        return result;
    }

    /// <summary>The lines of a text that are neither empty nor remarks.</summary>
    private ref struct LineReader(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _next;

        /// <summary>The present line.</summary>
        public ReadOnlySpan<char> Line { get; private set; }

        /// <summary>Where it begins in the text.</summary>
        public int Start { get; private set; }

        /// <summary>Its number, from 1.</summary>
        public int Number { get; private set; }

        /// <summary>Goes to the next one; where its name ends, or 0 if it is no plain assignment.</summary>
        public bool TryNext(out int equals)
        {
            equals = 0;
            while (_next < _text.Length)
            {
                int length = _text[_next..].IndexOf('\n');
                Start = _next;
                Line = length < 0 ? _text[Start..] : _text.Slice(Start, length);
                _next += Line.Length + 1;
                Number++;
                if (Line.IsEmpty || (Line[0] == '#' && Line[^1] != '\\'))
                    continue;
                equals = AssignmentSyntax.EndOfPlainName(Line);
                return true;
            }
            return false;
        }
    }
}
