using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Which variables of the environment a run depends on: those whose names were looked up when only the environment could have given them a value, in any make of the run, and those that the
/// commands it ran read. All others may change.
/// </summary>
internal sealed class RunVariables
{
    private const int MostNames = 200_000;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _merged = [];

    /// <summary>Every variable matters.</summary>
    public bool All { get; set; }

    /// <summary>A name was looked up.</summary>
    public void Add(string name) => _names.Add(name);

    /// <summary>Names from a make below, hashed.</summary>
    public void Merge(ReadOnlySpan<ulong> hashes, bool all)
    {
        All |= all;
        foreach (ulong hash in hashes)
            _merged.Add(hash);
    }

    /// <summary>The names' hashes in ascending order.</summary>
    public ulong[] Hashes()
    {
        foreach (string name in _names)
            _merged.Add(TextHash.Of(name));
        if (_merged.Count > MostNames)
            All = true;
        ulong[] hashes = [.. _merged];
        Array.Sort(hashes);
        return hashes;
    }

    /// <summary>Writes those of an environment's variables that matter; whether that can be done.</summary>
    public bool TryWrite(IReadOnlyList<string> environment, CacheWriter writer)
    {
        ulong[] hashes = Hashes();
        writer.Number(All ? 1 : 0).Number(hashes.Length);
        foreach (ulong hash in hashes)
            writer.Number((long)hash);
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string entry in environment)
        {
            int equals = entry.IndexOf('=');
            if (equals < 0 || !seen.Add(entry[..equals]))
                return false;
            if (All || Array.BinarySearch(hashes, TextHash.Of(entry.AsSpan(0, equals))) >= 0)
                found.Add(entry);
        }
        writer.Number(found.Count);
        foreach (string entry in found)
            writer.Text(entry);
        return true;
    }

    /// <summary>Whether an environment has the same variables as the one that was written, of those that matter.</summary>
    public static bool AreSame(ref RunReader reader, IReadOnlyList<string> environment)
    {
        bool all = reader.Number() != 0;
        ReadOnlySpan<byte> hashes = reader.Numbers();
        int count = reader.Count(), matching = 0;
        RunReader recorded = reader;
        for (int i = 0; i < count; i++)
            reader.Text();
        foreach (string entry in environment)
        {
            int equals = entry.IndexOf('=');
            if (equals < 0 || (!all && !Contains(hashes, TextHash.Of(entry.AsSpan(0, equals)))))
                continue;
            if (!HasText(recorded, count, entry))
                return false;
            matching++;
        }
        return matching == count && !reader.IsBroken;
    }

    private static bool HasText(RunReader recorded, int count, string entry)
    {
        for (int i = 0; i < count; i++)
            if (recorded.IsText(entry))
                return true;
        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> hashes, ulong wanted)
    {
        int low = 0, high = (hashes.Length / 8) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            ulong found = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(hashes[(middle * 8)..]);
            if (found == wanted)
                return true;
            if (found < wanted)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return false;
    }

    /// <summary>Variables that matter to every run: those that programs read, and those that make itself does.</summary>
    public static bool MattersAlways(string entry)
    {
        int equals = entry.IndexOf('=');
        string name = equals < 0 ? entry : entry[..equals];
        return EnvironmentVariables.IsRead(name)
            || name is "SHELL" or "HOME" or "PWD" or "MAKEFLAGS" or "MFLAGS" or "GNUMAKEFLAGS" or "MAKEFILES" or "MAKELEVEL" or "MAKE_TERMOUT" or "MAKE_TERMERR" or "VPATH";
    }
}
