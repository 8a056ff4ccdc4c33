using System.Buffers;
using System.Runtime.InteropServices;
using static Oot.Core.NativeMethods;

namespace Oot.Core;

/// <summary>The real file system, through the C library: exact bytes in names, nanoseconds in times, errno as it came.</summary>
public sealed unsafe class Disk : IDisk
{
    private const int ReadOnly = 0, WriteOnly = 1, Create = 0x40, Exclusive = 0x80, Truncate = 0x200, Append = 0x400, NonBlocking = 0x800, CloseOnExec = 0x80000;

    private OpenDirectories? _directories;

    /// <inheritdoc/>
    public void KeepDirectories() => _directories ??= new OpenDirectories();

    /// <inheritdoc/>
    public void Forget() => _directories?.Close();

    /// <inheritdoc/>
    public int Stat(string path, out FileStatus status) => Status(path, 0, out status);

    /// <inheritdoc/>
    public int LinkStat(string path, out FileStatus status) => Status(path, AtSymlinkNoFollow, out status);

    private int Status(string path, int flags, out FileStatus status)
    {
        status = default;
        int start = 0, directory = _directories?.Find(path, out start) ?? AtFdCwd;
        fixed (byte* p = ByteText.ToZeroTerminated(path.AsSpan(start), stackalloc byte[256]))
        {
            if (StatxCall(directory, p, flags, StatxBasicStats, out Statx x) != 0)
                return Marshal.GetLastPInvokeError();
            status = StatusOf(x);
            return 0;
        }
    }

    private static FileStatus StatusOf(in Statx x) => new(x.Modified.TotalNs, x.Changed.TotalNs, (long)x.Size, x.Inode, ((ulong)x.DevMajor << 32) | x.DevMinor, x.Mode, x.Uid);

    /// <inheritdoc/>
    public int Read(string path, out string text)
    {
        text = "";
        return ReadWhole(path, null, ref text);
    }

    /// <inheritdoc/>
    public int Read(string path, TextRoom room)
    {
        string none = "";
        room.Hold(none);
        return ReadWhole(path, room, ref none);
    }

    private static int ReadWhole(string path, TextRoom? room, ref string text)
    {
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, ReadOnly | CloseOnExec, 0);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        byte[] buffer = [];
        try
        {
            byte empty = 0;
            bool isKnown = StatxCall(descriptor, &empty, AtEmptyPath, StatxBasicStats, out Statx x) == 0, isSized = isKnown && x.Size is > 0 and < 1 << 20;
            if (room is not null)
                room.Status = isKnown ? StatusOf(x) : null;
            buffer = ArrayPool<byte>.Shared.Rent(isSized ? (int)x.Size + 1 : 16384);
            int used = 0;
            while (true)
            {
                if (used == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
                nint count;
                fixed (byte* p = buffer)
                    count = NativeMethods.Read(descriptor, p + used, buffer.Length - used);
                if (count < 0)
                {
                    int errno = Marshal.GetLastPInvokeError();
                    if (errno == Errno.Interrupted)
                        continue;
                    return errno;
                }
                if (count == 0)
                    break;
                used += (int)count;
            }
            if (room is null)
                text = ByteText.FromBytes(buffer.AsSpan(0, used));
            else
                room.Hold(buffer.AsSpan(0, used));
            return 0;
        }
        finally
        {
            // In this order: the first buffer that goes back lets the runtime open /dev/urandom for good, which must not take the place of a standard stream that was closed.
            ArrayPool<byte>.Shared.Return(buffer);
            _ = Close(descriptor);
        }
    }

    /// <inheritdoc/>
    public int Read(string path, ref byte[] buffer, out int length) => Read(path, ref buffer, out length, out _);

    /// <inheritdoc/>
    public int Read(string path, ref byte[] buffer, out int length, out FileStatus? status)
    {
        length = 0;
        status = null;
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, ReadOnly | NonBlocking | CloseOnExec, 0);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        try
        {
            byte empty = 0;
            if (StatxCall(descriptor, &empty, AtEmptyPath, StatxBasicStats, out Statx x) != 0)
                return Marshal.GetLastPInvokeError();
            if (x.Size > (ulong)Array.MaxLength)
                return Errno.FileTooBig;
            status = StatusOf(x);
            if ((int)x.Size > buffer.Length)
                buffer = GC.AllocateUninitializedArray<byte>(Math.Max((int)x.Size, Math.Min(2 * buffer.Length, 1 << 20)));
            return ReadAll(descriptor, buffer.AsSpan(0, (int)x.Size), out length);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <inheritdoc/>
    public int ReadStart(string path, Span<byte> start, out int length)
    {
        length = 0;
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, ReadOnly | NonBlocking | CloseOnExec, 0);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        int errno = ReadAll(descriptor, start, out length);
        _ = Close(descriptor);
        return errno;
    }

    // Reads at least once, also where there is room for nothing: directories of some file systems have no size, and it is reading that they refuse.
    private static int ReadAll(int descriptor, Span<byte> place, out int length)
    {
        length = 0;
        fixed (byte* p = place)
        {
            while (true)
            {
                nint count = NativeMethods.Read(descriptor, p + length, place.Length - length);
                if (count >= 0)
                    length += (int)count;
                else if (Marshal.GetLastPInvokeError() is var errno and not Errno.Interrupted)
                    return errno;
                if (count == 0 || length == place.Length)
                    return 0;
            }
        }
    }

    /// <inheritdoc/>
    public int Write(string path, string text, bool append) => Write(path, ByteText.ToBytes(text), append);

    /// <inheritdoc/>
    public int Write(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, append: false);

    private static int Write(string path, ReadOnlySpan<byte> bytes, bool append)
    {
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, WriteOnly | Create | CloseOnExec | (append ? Append : Truncate), 0x1B6);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        int written = WriteAll(descriptor, bytes);
        return Close(descriptor) != 0 && written == 0 ? Marshal.GetLastPInvokeError() : written;
    }

    /// <summary>Writes every byte to an open descriptor; 0 or errno.</summary>
    public static int WriteAll(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* p = bytes)
        {
            nint done = 0;
            while (done < bytes.Length)
            {
                nint count = NativeMethods.Write(descriptor, p + done, bytes.Length - done);
                if (count >= 0)
                    done += count;
                else if (Marshal.GetLastPInvokeError() is var errno and not Errno.Interrupted)
                    return errno;
            }
        }
        return 0;
    }

    /// <inheritdoc/>
    public int List(string path, out IReadOnlyList<string> names)
    {
        names = [];
        nint directory;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            directory = OpenDirectory(p);
        if (directory == 0)
            return Marshal.GetLastPInvokeError();
        var found = new List<string>();
        for (DirectoryEntry* entry = ReadDirectory(directory); entry != null; entry = ReadDirectory(directory))
        {
            string name = ByteText.FromPointer(entry->Name);
            if (name is not ("." or ".."))
                found.Add(name);
        }
        _ = CloseDirectory(directory);
        names = found;
        return 0;
    }

    /// <inheritdoc/>
    public int Remove(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return Unlink(p) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <inheritdoc/>
    public int Rename(string path, string name)
    {
        fixed (byte* from = ByteText.ToZeroTerminated(path), to = ByteText.ToZeroTerminated(name))
            return NativeMethods.Rename(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <inheritdoc/>
    public int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode)
    {
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, WriteOnly | Create | Exclusive | CloseOnExec, mode);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        int errno = WriteAll(descriptor, bytes);
        if (Close(descriptor) != 0 && errno == 0)
            errno = Marshal.GetLastPInvokeError();
        if (errno != 0)
            _ = Remove(path);
        return errno;
    }

    /// <inheritdoc/>
    public int Sync(string path)
    {
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = Open(p, ReadOnly | NonBlocking | CloseOnExec, 0);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        int errno = NativeMethods.Sync(descriptor) == 0 ? 0 : Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        return errno is Errno.InvalidArgument or Errno.NotSupported ? 0 : errno;
    }

    /// <inheritdoc/>
    public int MakeDirectory(string path, int mode)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return NativeMethods.MakeDirectory(p, mode) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <inheritdoc/>
    public int RemoveDirectory(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return NativeMethods.RemoveDirectory(p) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <inheritdoc/>
    public int Touch(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
        {
            int descriptor = Open(p, WriteOnly | Create | CloseOnExec, 0x1B6);
            if (descriptor >= 0)
                _ = Close(descriptor);
            else if (Marshal.GetLastPInvokeError() is var errno and not Errno.IsDirectory)
                return errno;
            return UtimensAt(AtFdCwd, p, null, 0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    /// <inheritdoc/>
    public int ReadLink(string path, out string target)
    {
        target = "";
        const int Size = 4096;
        byte* buffer = stackalloc byte[Size];
        fixed (byte* p = ByteText.ToZeroTerminated(path))
        {
            nint length = NativeMethods.ReadLink(p, buffer, Size);
            if (length < 0)
                return Marshal.GetLastPInvokeError();
            target = ByteText.FromBytes(new ReadOnlySpan<byte>(buffer, (int)length));
            return 0;
        }
    }

    /// <inheritdoc/>
    public int RealPath(string path, out string real)
    {
        real = "";
        fixed (byte* p = ByteText.ToZeroTerminated(path))
        {
            byte* result = NativeMethods.RealPath(p, null);
            if (result == null)
                return Marshal.GetLastPInvokeError();
            real = ByteText.FromPointer(result);
            Free(result);
            return 0;
        }
    }
}
