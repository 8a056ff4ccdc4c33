using System.Collections.Concurrent;

namespace Oot.Core;

/// <summary>The error numbers that callers distinguish, and the C library's words for all of them.</summary>
public static class Errno
{
    /// <summary>No such file or directory.</summary>
    public const int NoEntry = 2;

    /// <summary>Interrupted system call.</summary>
    public const int Interrupted = 4;

    /// <summary>Exec format error.</summary>
    public const int ExecFormat = 8;

    /// <summary>Bad file descriptor.</summary>
    public const int BadDescriptor = 9;

    /// <summary>Permission denied.</summary>
    public const int Access = 13;

    /// <summary>File exists.</summary>
    public const int Exists = 17;

    /// <summary>File too large.</summary>
    public const int FileTooBig = 27;

    /// <summary>No space left on device.</summary>
    public const int NoSpace = 28;

    /// <summary>Not a directory.</summary>
    public const int NotDirectory = 20;

    /// <summary>No such device.</summary>
    public const int NoDevice = 19;

    /// <summary>Is a directory.</summary>
    public const int IsDirectory = 21;

    /// <summary>Invalid argument.</summary>
    public const int InvalidArgument = 22;

    /// <summary>Numerical result out of range.</summary>
    public const int OutOfRange = 34;

    /// <summary>Too many open files.</summary>
    public const int TooManyFiles = 24;

    /// <summary>Broken pipe.</summary>
    public const int BrokenPipe = 32;

    /// <summary>File name too long.</summary>
    public const int NameTooLong = 36;

    /// <summary>Function not implemented.</summary>
    public const int NotSupported = 38;

    /// <summary>Too many levels of symbolic links.</summary>
    public const int Loop = 40;

    /// <summary>No data available.</summary>
    public const int NoData = 61;

    /// <summary>The C library's message in the C locale: <c>No such file or directory</c>.</summary>
    public static unsafe string Message(int errno)
    {
        // strerror's buffer is shared between threads; the _l form of a fixed locale is not worth its own handle here.
        lock (Gate)
            return ByteText.FromPointer(NativeMethods.StrError(errno));
    }

    private static readonly Lock Gate = new();
}
