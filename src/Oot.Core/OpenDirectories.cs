using static Oot.Core.NativeMethods;

namespace Oot.Core;

/// <summary>
/// Directories in which several names are looked up stay open, so that the way through all that lies above them is gone once. A name then leads where it led when its directory was opened: whoever lets
/// something run in between closes them first.
/// </summary>
internal sealed unsafe class OpenDirectories
{
    private const int PathOnly = 0x200000, MustBeDirectory = 0x10000, CloseOnExec = 0x80000;
    private const int Most = 128, Shortest = 16, Longest = 1024, Unopened = -1;

    private readonly Dictionary<string, int> _descriptors = new(StringComparer.Ordinal);

    /// <summary>The descriptor from which to look a path up, and where in it the name begins: that of the working directory and 0 where there is nothing to gain.</summary>
    public int Find(string path, out int start)
    {
        start = 0;
        int slash = path.LastIndexOf('/');
        if (slash < Shortest || slash > Longest || slash + 1 == path.Length)
            return AtFdCwd;
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> descriptors = _descriptors.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> directory = path.AsSpan(0, slash);
        if (!descriptors.TryGetValue(directory, out int descriptor))
        {
            if (_descriptors.Count < Most)
                descriptors[directory] = Unopened;
            return AtFdCwd;
        }
        if (descriptor == Unopened)
            descriptors[directory] = descriptor = Open(directory);
        if (descriptor < 0)
            return AtFdCwd;
        start = slash + 1;
        return descriptor;
    }

    // What cannot be opened is not tried again.
    private static int Open(ReadOnlySpan<char> directory)
    {
        const int CannotBe = -2;
        fixed (byte* path = ByteText.ToZeroTerminated(directory, stackalloc byte[256]))
            return ProcessContext.KeepIfSpare(NativeMethods.Open(path, PathOnly | MustBeDirectory | CloseOnExec, 0)) is >= 0 and int descriptor ? descriptor : CannotBe;
    }

    /// <summary>Forgets them all.</summary>
    public void Close()
    {
        foreach (int descriptor in _descriptors.Values)
            if (descriptor >= 0)
                _ = NativeMethods.Close(descriptor);
        _descriptors.Clear();
    }
}
