using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Execution;

namespace Oot.Make.Observing;

/// <summary>
/// A file to which all makes of a build append whole records. Each record is one <c>write</c> at the file's end, so records of processes that run side by side never mix, and what a
/// killed one has written stays.
/// </summary>
public sealed class SharedLog : IDisposable
{
    private const int ReadableByAll = 0x1B6;

    private readonly int _descriptor;

    private SharedLog(int descriptor, string path)
    {
        _descriptor = descriptor;
        Path = path;
    }

    /// <summary>Where other processes find it, absolute.</summary>
    public string Path { get; }

    /// <summary>An empty file in the place of whatever was there; null with errno.</summary>
    public static SharedLog? Create(string path, out int errno)
    {
        int descriptor = SystemCalls.Open(path, SystemCalls.WriteOnly | SystemCalls.Create | SystemCalls.Empty | SystemCalls.Append | SystemCalls.CloseOnExec, ReadableByAll);
        errno = descriptor < 0 ? SystemCalls.Errno : 0;
        return descriptor < 0 ? null : new SharedLog(descriptor, path.StartsWith('/') ? path : $"{ProcessContext.WorkingDirectory()}/{path}");
    }

    /// <summary>A file without a name, which ends with this process; null where there can be none.</summary>
    public static SharedLog? CreateNameless()
    {
        int descriptor = NativeFiles.OpenMemory();
        return descriptor < 0 ? null : new SharedLog(descriptor, $"/proc/{Environment.ProcessId}/fd/{descriptor}");
    }

    /// <summary>The file that another process has made; null when it is not there.</summary>
    public static SharedLog? Join(string path)
    {
        int descriptor = SystemCalls.Open(path, SystemCalls.WriteOnly | SystemCalls.Append | SystemCalls.CloseOnExec, 0);
        return descriptor < 0 ? null : new SharedLog(descriptor, path);
    }

    /// <summary>Adds a record. What does not fit on the disk is lost.</summary>
    public void Append(ReadOnlySpan<byte> record) => _ = Disk.WriteAll(_descriptor, record);

    /// <summary>All that was written so far, by whom ever.</summary>
    public byte[] Contents() => NativeFiles.Contents(_descriptor);

    /// <inheritdoc/>
    public void Dispose() => _ = SystemCalls.Close(_descriptor);
}
