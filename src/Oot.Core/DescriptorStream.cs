using System.Runtime.InteropServices;

namespace Oot.Core;

/// <summary>
/// An open descriptor as a stream: plain <c>read</c> and <c>write</c>, so that the position in a file is shared with the processes that have it open as well, as with a
/// program's own standard streams. (A FileStream counts its position by itself and would write over what others wrote.) The descriptor stays open.
/// </summary>
/// <param name="descriptor">Its number.</param>
/// <param name="losesErrors">What cannot be written is lost in silence.</param>
public sealed unsafe class DescriptorStream(int descriptor, bool losesErrors = false) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            while (true)
            {
                nint count = NativeMethods.Read(descriptor, p, buffer.Length);
                if (count >= 0)
                    return (int)count;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.Interrupted)
                    throw new IOException(Errno.Message(errno), errno);
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Writes every byte; an <see cref="IOException"/> has the C library's message and its errno as <see cref="Exception.HResult"/>.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int errno = Disk.WriteAll(descriptor, buffer);
        if (errno != 0 && !losesErrors)
            throw new IOException(Errno.Message(errno), errno);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
