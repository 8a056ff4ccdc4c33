using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// The pool of tokens that all makes of one build share: a pipe or a named fifo with one byte a job that may run beside the one
/// that every make has for free. As GNU make 4.4.1 speaks it (posixos.c), except that the pipe's shared O_NONBLOCK stays as it
/// is: reading goes through a description of our own (docs/design/execution.md), so parents and children that read blockingly are safe.
/// </summary>
internal sealed unsafe class Jobserver : IDisposable
{
    private const string FifoPrefix = "fifo:";

    private readonly string? _fifo;
    private readonly bool _isServer;
    private readonly bool _isBorrowed;
    private readonly Stack<byte> _held = new();
    private int _readEnd, _writeEnd, _reader;
    private bool _isCleared;

    private Jobserver(int readEnd, int writeEnd, string? fifo, bool isServer)
    {
        _readEnd = readEnd;
        _writeEnd = writeEnd;
        _fifo = fifo;
        _isServer = isServer;
        // The pipe's ends belong to the whole process.
        _isBorrowed = !isServer && fifo is null && MakeProcess.Current.IsBelow;
        _reader = fifo is null ? OpenOwnReader(readEnd) : readEnd;
    }

    /// <summary>The value of <c>--jobserver-auth=</c> for children: <c>3,4</c> or <c>fifo:/tmp/GMfifo123</c>.</summary>
    public string AuthValue => _fifo is null ? $"{_readEnd},{_writeEnd}" : FifoPrefix + _fifo;

    /// <summary>What MAKEFLAGS of a child that is no make gets appended, so that it does not use closed descriptors; null when nothing.</summary>
    public string? InvalidAuthOption => _fifo is null ? " --jobserver-auth=-2,-2" : null;

    /// <summary>The descriptors a recursive child must inherit; none with a fifo.</summary>
    public IReadOnlyList<int> ChildDescriptors => _fifo is null ? [_readEnd, _writeEnd] : [];

    /// <summary>How many tokens this process holds.</summary>
    public int Held => _held.Count;

    /// <summary>
    /// A new pool of <paramref name="slots"/> tokens: one fewer than the jobs allowed. <paramref name="style"/> is <c>pipe</c>, <c>fifo</c>
    /// or null, which means a pipe here (GNU make: a fifo) because makes before 4.4 stop at a fifo. Null with a fatal error's text.
    /// </summary>
    public static Jobserver? CreateServer(int slots, string? style, out string? error)
    {
        error = null;
        Jobserver? server = style switch
        {
            null or "pipe" => CreatePipe(out error),
            "fifo" => CreateFifo(out error),
            _ => null,
        };
        if (server is null)
        {
            error ??= JobserverMessages.UnknownStyle(style ?? "");
            return null;
        }
        for (int i = 0; i < slots; i++)
        {
            byte token = (byte)'+';
            if (Write(server._writeEnd, &token, 1) != 1)
            {
                error = "init jobserver pipe: " + Core.Errno.Message(SystemCalls.Errno);
                server.Clear();
                return null;
            }
        }
        return server;
    }

    /// <summary>
    /// The parent's pool, from the value of <c>--jobserver-auth=</c>. Null when it cannot be used: then the caller prints
    /// <paramref name="warning"/> if it is not null, then <see cref="JobserverMessages.Unavailable"/>, and runs one job at a time.
    /// </summary>
    public static Jobserver? OpenClient(string auth, out string? warning)
    {
        warning = null;
        if (auth.StartsWith(FifoPrefix, StringComparison.Ordinal))
            return OpenFifo(auth[FifoPrefix.Length..], out warning);
        if (!TryParseDescriptors(auth, out int readEnd, out int writeEnd))
        {
            warning = JobserverMessages.InvalidAuth(auth);
            return null;
        }
        if (readEnd == -2 || writeEnd == -2 || !IsOpen(readEnd) || !IsOpen(writeEnd))
            return null;
        KeepFromChildren(readEnd);
        KeepFromChildren(writeEnd);
        return new Jobserver(readEnd, writeEnd, null, isServer: false);
    }

    /// <summary>
    /// Takes a token. Not blocking: false when none is free. Blocking: until one is had, or false because a child of ours ended (reap it: its
    /// token may be what we wait for), a fatal signal arrived, or the milliseconds are over (−1: no limit; 1000 while jobs wait for the load).
    /// An <see cref="IOException"/> with <see cref="JobserverMessages.ShutDown"/> when the pool is gone.
    /// </summary>
    public bool TryAcquire(bool block, int milliseconds = -1)
    {
        while (true)
        {
            if (block && ChildWaiter.WaitAny(_reader, milliseconds, out _) != WaitResult.Descriptor)
                return false;
            byte token;
            nint count = Read(_reader, &token, 1);
            if (count == 1)
            {
                _held.Push(token);
                return true;
            }
            int errno = SystemCalls.Errno;
            if (count == 0 || errno == Core.Errno.BadDescriptor)
                throw new IOException(JobserverMessages.ShutDown);
            // Another make was faster: wait on, or say no.
            if (errno != Core.Errno.Interrupted && errno != TryAgain)
                throw new IOException("read jobs pipe: " + Core.Errno.Message(errno));
            if (errno == TryAgain && !block)
                return false;
        }
    }

    /// <summary>Gives back the token taken last, the same byte; a plain one when none is held.</summary>
    public void Release()
    {
        byte token = _held.TryPop(out byte held) ? held : (byte)'+';
        while (Write(_writeEnd, &token, 1) != 1)
        {
            if (SystemCalls.Errno != Core.Errno.Interrupted)
                throw new IOException("write jobserver: " + Core.Errno.Message(SystemCalls.Errno));
        }
    }

    /// <summary>For the server at its end: how many tokens are in the pool when every other holder has closed it. Clears the pool.</summary>
    public int AcquireAll()
    {
        CloseOnce(ref _writeEnd);
        int tokens = 0;
        PollEntry entry = new() { Descriptor = _reader, Events = PollIn };
        while (true)
        {
            byte token;
            nint count = Read(_reader, &token, 1);
            if (count == 1)
                tokens++;
            else if (count == 0 || (SystemCalls.Errno != Core.Errno.Interrupted && SystemCalls.Errno != TryAgain))
                break;
            else
                _ = Poll(&entry, 1, -1);
        }
        Clear();
        return tokens;
    }

    /// <summary>Closes the pool for this process; the server removes its fifo.</summary>
    public void Clear()
    {
        CloseReader();
        if (!_isBorrowed)
        {
            CloseOnce(ref _readEnd);
            CloseOnce(ref _writeEnd);
        }
        (_readEnd, _writeEnd, _reader) = (-1, -1, -1);
        if (_isServer && _fifo is not null && !_isCleared)
            _ = Unlink(_fifo);
        _isCleared = true;
    }

    /// <summary>Ends reading and leaves the pool open for whoever comes after.</summary>
    public void CloseReader()
    {
        if (_reader != _readEnd)
            CloseOnce(ref _reader);
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private static void CloseOnce(ref int descriptor)
    {
        if (descriptor >= 0)
            _ = Close(descriptor);
        descriptor = -1;
    }

    private static Jobserver? CreatePipe(out string? error)
    {
        int* ends = stackalloc int[2];
        error = Pipe(ends, CloseOnExec) == 0 ? null : "creating jobs pipe: " + Core.Errno.Message(SystemCalls.Errno);
        return error is null ? new Jobserver(ends[0], ends[1], null, isServer: true) : null;
    }

    private static Jobserver? CreateFifo(out string? error)
    {
        MakeProcess.Current.BeSeen();
        string path = $"{TemporaryFiles.Directory()}/GMfifo{MakeProcess.Current.Name}";
        error = null;
        if (MakeFifo(path, 0x180) != 0)
        {
            error = $"jobserver mkfifo: {path}: {Core.Errno.Message(SystemCalls.Errno)}";
            return null;
        }
        return OpenEnds(path, isServer: true, out error);
    }

    private static Jobserver? OpenFifo(string path, out string? warning) => OpenEnds(path, isServer: false, out warning);

    private static Jobserver? OpenEnds(string path, bool isServer, out string? error)
    {
        error = null;
        int readEnd = Open(path, ReadOnly | NonBlocking | CloseOnExec, 0);
        int writeEnd = readEnd < 0 ? -1 : Open(path, WriteOnly | CloseOnExec, 0);
        if (writeEnd >= 0)
            return new Jobserver(readEnd, writeEnd, path, isServer);
        error = JobserverMessages.CannotOpen(path, Core.Errno.Message(SystemCalls.Errno));
        CloseOnce(ref readEnd);
        return null;
    }

    /// <summary>A second, non-blocking description of the same pipe; where /proc is missing the shared one is made non-blocking, as GNU make does.</summary>
    private static int OpenOwnReader(int pipe)
    {
        int reader = Open($"/proc/self/fd/{pipe}", ReadOnly | NonBlocking | CloseOnExec, 0);
        if (reader >= 0)
            return reader;
        _ = Control(pipe, SetStatusFlags, Control(pipe, GetStatusFlags, 0) | NonBlocking);
        return pipe;
    }

    /// <summary>As <c>sscanf("%d,%d")</c>: white space before a number, anything after the second.</summary>
    private static bool TryParseDescriptors(string auth, out int readEnd, out int writeEnd)
    {
        writeEnd = 0;
        int at = 0;
        return TryParseNumber(auth, ref at, out readEnd)
            && at < auth.Length && auth[at++] == ','
            && TryParseNumber(auth, ref at, out writeEnd);
    }

    private static bool TryParseNumber(string text, ref int at, out int number)
    {
        while (at < text.Length && text[at] is ' ' or (>= '\t' and <= '\r'))
            at++;
        int start = at;
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return int.TryParse(text.AsSpan(start, at - start), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out number);
    }
}
