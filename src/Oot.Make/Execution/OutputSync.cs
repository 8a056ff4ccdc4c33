using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// Keeps the output of parallel jobs in one piece each, across all makes of a build: what a job writes is held in nameless files
/// (<see cref="SynchronizedOutput"/>) and copied out under a lock that all these makes share (GNU make 4.4.1, output.c and posixos.c).
/// </summary>
internal sealed unsafe class OutputSync : IDisposable
{
    /// <summary>An error: the lock could not be had; what follows is not synchronized.</summary>
    public const string CannotLock = "warning: Cannot acquire output lock, disabling output sync.";

    /// <summary>An error: no file to hold output; from then on nothing is synchronized.</summary>
    public const string CannotHold = "cannot open output-sync lock file, suppressing output-sync.";

    private const string MutexPrefix = "fnm:";

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly bool _isOwner;
    private int _descriptor;

    private OutputSync(int descriptor, string path, bool isOwner)
    {
        _descriptor = descriptor;
        _path = path;
        _isOwner = isOwner;
    }

    /// <summary>The value of <c>--sync-mutex=</c> for children.</summary>
    public string MutexValue => MutexPrefix + _path;

    /// <summary>A new lock, for the make that has no parent. Null with an error's text.</summary>
    public static OutputSync? Create(out string? error)
    {
        int descriptor = TemporaryFiles.OpenNamed(TemporaryFiles.Directory(), 0, out string path);
        error = descriptor >= 0 ? null : $"cannot create temporary file {path}: {Core.Errno.Message(SystemCalls.Errno)}";
        return error is null ? new OutputSync(descriptor, path, isOwner: true) : null;
    }

    /// <summary>
    /// The parent's lock, from <c>--sync-mutex=</c>. Null with a text: an error after which make goes on without synchronizing,
    /// or, if <paramref name="isFatal"/>, a fatal one.
    /// </summary>
    public static OutputSync? Open(string mutex, out string? error, out bool isFatal)
    {
        error = null;
        isFatal = false;
        if (!mutex.StartsWith(MutexPrefix, StringComparison.Ordinal))
        {
            error = $"invalid --sync-mutex string '{mutex}'";
            return null;
        }
        string path = mutex[MutexPrefix.Length..];
        int descriptor = SystemCalls.Open(path, WriteOnly | CloseOnExec, 0);
        if (descriptor >= 0)
            return new OutputSync(descriptor, path, isOwner: false);
        isFatal = true;
        error = $"cannot open output sync mutex {path}: {Core.Errno.Message(SystemCalls.Errno)}";
        return null;
    }

    /// <summary>
    /// Runs the action while no other make of the build writes. False when the lock could not be had: the action ran all the same,
    /// and the caller prints <see cref="CannotLock"/>.
    /// </summary>
    public bool WhileLocked(Action action)
    {
        // Locks of fcntl belong to a process; the gate keeps threads of this one apart.
        lock (_gate)
        {
            bool locked = SetLock(1);
            try
            {
                action();
            }
            finally
            {
                if (locked)
                    SetLock(2);
            }
            return locked;
        }
    }

    /// <summary>Closes the lock; the make that created it removes its file.</summary>
    public void Dispose()
    {
        if (_descriptor < 0)
            return;
        _ = Close(_descriptor);
        _descriptor = -1;
        if (_isOwner)
            _ = Unlink(_path);
    }

    /// <summary>Sets or waits for a lock of the file's first byte: 1 to write, 2 to unlock.</summary>
    private bool SetLock(short type)
    {
        const int SetAndWait = 7;
        var byteLock = new FileLock { Type = type, Length = 1 };
        int result;
        do
            result = _descriptor < 0 ? 0 : Control(_descriptor, SetAndWait, (nint)(&byteLock));
        while (result < 0 && SystemCalls.Errno == Core.Errno.Interrupted && ProcessSignals.Pending == 0);
        return result == 0;
    }
}
