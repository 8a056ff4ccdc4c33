using Oot.Core;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>
/// Which options a file names, for as long as the process lives: all objects of a build name the same hundreds of headers. A file is the same as long as its identity and times are, if a change would
/// have shown in these when it was read.
/// </summary>
internal sealed class RememberedOptions
{
    private const int MostFiles = 1 << 15, MostBytes = 1 << 23, LongestNames = 1 << 14;

    private readonly Lock gate = new();
    private readonly Dictionary<FileStatus, byte[]> files = [];
    private int size;

    /// <summary>The names as <see cref="Add"/> got them; null for a file that is not remembered.</summary>
    internal byte[]? Of(IDisk disk, string path)
    {
        lock (gate)
        {
            if (files.Count == 0)
                return null;
        }
        if (disk.Stat(path, out FileStatus status) != 0)
            return null;
        lock (gate)
            return files.GetValueOrDefault(status);
    }

    /// <summary>Remembers what a file names.</summary>
    /// <param name="status">Its status before it was read; null: not known.</param>
    /// <param name="momentNs">When it had not been read yet (<see cref="FileClock"/>).</param>
    /// <param name="names">The names, each followed by a NUL.</param>
    internal void Add(FileStatus? status, long momentNs, ReadOnlySpan<byte> names)
    {
        if (status is not { IsRegular: true } file || !FileClock.ShowsChange(file.ChangedNs, momentNs) || names.Length > LongestNames)
            return;
        byte[] kept = names.Length == 0 ? [] : names.ToArray();
        lock (gate)
        {
            if (files.Count == MostFiles || size > MostBytes)
            {
                files.Clear();
                size = 0;
            }
            files[file] = kept;
            size += kept.Length;
        }
    }
}
