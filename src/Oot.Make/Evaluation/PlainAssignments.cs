using System.Collections.Concurrent;
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

    private readonly Dictionary<string, (string Value, int Index, int Line)> _values;

    private PlainAssignments(int lines) => _values = new(lines, StringComparer.Ordinal);

    /// <summary>Names, with the value of each, its place among them, and its line.</summary>
    public IReadOnlyDictionary<string, (string Value, int Index, int Line)> Values => _values;

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
        var result = new PlainAssignments(text.Count('\n') + 1);
        var lines = new LineReader(text);
        while (lines.TryNext(out int equals))
        {
            ReadOnlySpan<char> line = lines.Line, value = line[Characters.NextToken(line, Math.Min(equals + 1, line.Length))..];
            if (equals == 0 || !result._values.TryAdd(line[..equals].ToString(), (value switch { "y" => "y", "m" => "m", _ => value.ToString() }, result._values.Count, lines.Number)))
                return null;
        }
        return result;
    }

    /// <summary>The lines of a text that are neither empty nor remarks.</summary>
    private ref struct LineReader(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        /// <summary>The present line.</summary>
        public ReadOnlySpan<char> Line { get; private set; }

        /// <summary>Its number, from 1.</summary>
        public int Number { get; private set; }

        /// <summary>Goes to the next one; where its name ends, or 0 if it is no plain assignment.</summary>
        public bool TryNext(out int equals)
        {
            equals = 0;
            while (!_rest.IsEmpty)
            {
                int length = _rest.IndexOf('\n');
                Line = length < 0 ? _rest : _rest[..length];
                _rest = length < 0 ? default : _rest[(length + 1)..];
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
