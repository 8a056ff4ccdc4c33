using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution.Shell;

/// <summary>A pipe into which a script and its programs write, and what has been read from it.</summary>
internal sealed unsafe class OutputPipe
{
    private byte[] _buffer = new byte[4096];
    private int _used;

    private OutputPipe(int readEnd, int writeEnd)
    {
        ReadEnd = readEnd;
        WriteEnd = writeEnd;
    }

    /// <summary>Where it is read, without waiting.</summary>
    public int ReadEnd { get; }

    /// <summary>Where it is written.</summary>
    public int WriteEnd { get; private set; }

    /// <summary>What has been read, as byte text.</summary>
    public string Text => ByteText.FromBytes(_buffer.AsSpan(0, _used));

    /// <summary>A new pipe; null when there is none to be had.</summary>
    public static OutputPipe? Open()
    {
        int* ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0)
            return null;
        _ = Control(ends[0], SetStatusFlags, NonBlocking);
        return new OutputPipe(ends[0], ends[1]);
    }

    /// <summary>Takes what is in it; false at its end, when nobody can write any more.</summary>
    public bool Drain()
    {
        while (true)
        {
            if (_used == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            nint count;
            fixed (byte* p = _buffer)
                count = Read(ReadEnd, p + _used, _buffer.Length - _used);
            if (count == 0)
                return false;
            if (count > 0)
                _used += (int)count;
            else if (SystemCalls.Errno != Core.Errno.Interrupted)
                return SystemCalls.Errno == TryAgain;
        }
    }

    /// <summary>Text behind all that has been written.</summary>
    public void Append(string text)
    {
        _ = Drain();
        byte[] bytes = ByteText.ToBytes(text);
        if (_buffer.Length - _used < bytes.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + bytes.Length));
        bytes.CopyTo(_buffer, _used);
        _used += bytes.Length;
    }

    /// <summary>The script is over; programs may still write.</summary>
    public void CloseWriteEnd()
    {
        _ = Close(WriteEnd);
        WriteEnd = -1;
    }
}
