using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>The C library's functions that the caches stand on.</summary>
internal static unsafe partial class NativeFiles
{
    /// <summary><c>AT_FDCWD</c>.</summary>
    public const int CurrentDirectory = -100;

    private const int NoFollow = 0x100, ReadOnly = 0, CloseOnExec = 0x80000, PathOnly = 0x200000;
    private const int WriteAndSearch = 3, EffectiveIds = 0x200;
    private const uint TypeMask = 0xF000, Regular = 0x8000, OthersWrite = 0x12;

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Reserved;
        public readonly long Total => (Seconds * 1_000_000_000L) + Nanoseconds;
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Statx
    {
        public uint Mask, BlockSize;
        public ulong Attributes;
        public uint LinkCount, Uid, Gid;
        public ushort Mode, Spare0;
        public ulong Inode, Size, Blocks, AttributesMask;
        public Time Accessed, Born, Changed, Modified;
        public uint RdevMajor, RdevMinor, DevMajor, DevMinor;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static partial int StatxCall(int directory, byte* path, int flags, uint mask, out Statx status);
    [LibraryImport("libc", EntryPoint = "openat")]
    private static partial int OpenAt(int directory, byte* path, int flags, int mode);
    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseCall(int descriptor);
    [LibraryImport("libc", EntryPoint = "faccessat")]
    private static partial int Access(int directory, byte* path, int mode, int flags);
    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint mask);
    [LibraryImport("libc", EntryPoint = "memfd_create")]
    private static partial int MemoryFile(byte* name, uint flags);
    [LibraryImport("libc", EntryPoint = "pread")]
    private static partial nint ReadAt(int descriptor, byte* buffer, nint count, long offset);
    [LibraryImport("libc", EntryPoint = "mkdir")]
    private static partial int MakeDirectoryCall(byte* path, uint mode);

    private static readonly Lazy<uint> Mask = new(ReadMask);

    /// <summary>This process's user.</summary>
    public static uint User => EffectiveUser();

    /// <summary>
    /// The mode bits that new files do not get. To read them is to set them for a moment, for every thread that has this one's directory: it is done once, and before there are such threads.
    /// </summary>
    public static uint CreationMask => Mask.Value;

    private static uint ReadMask()
    {
        uint mask = SetMask(0x12);
        _ = SetMask(mask);
        return mask;
    }

    /// <summary>A file's identity; the default when there is none.</summary>
    public static FileAnswer Status(int directory, string path, bool followsLinks)
    {
        Span<byte> buffer = path.Length < 1024 ? stackalloc byte[path.Length + 1] : new byte[path.Length + 1];
        System.Text.Encoding.Latin1.GetBytes(path, buffer);
        fixed (byte* p = buffer)
            return Status(directory, p, followsLinks);
    }

    /// <summary>As the other, for a name that ends with a zero byte.</summary>
    public static FileAnswer Status(int directory, byte* path, bool followsLinks)
    {
        if (StatxCall(directory, path, followsLinks ? 0 : NoFollow, 0x7ff, out Statx x) != 0)
            return Missing(Marshal.GetLastPInvokeError());
        return new FileAnswer(Mixed(x.Inode, x.DevMajor, x.DevMinor, x.Size, x.Mode), x.Modified.Total, x.Changed.Total);
    }

    /// <summary>A file's identity from a status that was asked for already.</summary>
    public static FileAnswer Of(FileStatus status) =>
        new(Mixed(status.Inode, (uint)(status.Device >> 32), (uint)status.Device, (ulong)status.Size, status.Mode), status.ModifiedNs, status.ChangedNs);

    /// <summary>As the other, from what asking for a status gave.</summary>
    public static FileAnswer Of(int errno, in FileStatus status) => errno == 0 ? Of(status) : Missing(errno);

    /// <summary>The answer for a file that is not there, or cannot be asked about: which error it was is part of it.</summary>
    public static FileAnswer Missing(int errno) => new(0, errno, 0);

    /// <summary>Which directory a path leads to.</summary>
    public static FileAnswer PlaceOf(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return PlaceOf(CurrentDirectory, p);
    }

    /// <summary>As the other, for a name that ends with a zero byte.</summary>
    public static FileAnswer PlaceOf(int directory, byte* path) =>
        StatxCall(directory, path, *path == 0 ? 0x1000 : 0, 0x7ff, out Statx x) == 0 ? new FileAnswer(Mixed(x.Inode, x.DevMajor, x.DevMinor, 0, 0), 0, 0) : Missing(Marshal.GetLastPInvokeError());

    private static ulong Mixed(ulong inode, uint major, uint minor, ulong size, uint mode) =>
        ((inode * 0x9E3779B97F4A7C15) ^ (((ulong)major << 40) + ((ulong)minor << 20)) ^ (size * 0xC2B2AE3D27D4EB4F) ^ ((ulong)mode << 48)) | 1;

    /// <summary>The file type bits of its mode; 0 when there is none.</summary>
    public static ulong TypeOf(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return StatxCall(CurrentDirectory, p, 0, 1, out Statx x) == 0 ? x.Mode & TypeMask : 0;
    }

    /// <summary>Whether files can be made in the directory.</summary>
    public static bool IsWritable(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return Access(CurrentDirectory, p, WriteAndSearch, EffectiveIds) == 0;
    }

    /// <summary>A descriptor for looking names up in a directory; negative when there is no such directory.</summary>
    public static int OpenDirectory(byte* path) => OpenAt(CurrentDirectory, path, PathOnly | CloseOnExec, 0);

    /// <summary>Closes a descriptor.</summary>
    public static void Close(int descriptor) => _ = CloseCall(descriptor);

    /// <summary>Whether the directory or file belongs to this user and nobody else can write to it.</summary>
    public static bool IsOwn(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return StatxCall(CurrentDirectory, p, NoFollow, 0x7ff, out Statx x) == 0 && IsOwn(x);
    }

    private static bool IsOwn(in Statx x) => x.Uid == EffectiveUser() && (x.Mode & OthersWrite) == 0;

    /// <summary>Reads a regular file of this user's whole; null for any other, and for one above <paramref name="most"/> bytes.</summary>
    public static byte[]? ReadOwn(string path, long most)
    {
        int descriptor = OpenOwn(path, most, out ulong size);
        if (descriptor < 0)
            return null;
        try
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)size);
            return ReadWhole(descriptor, bytes) == bytes.Length ? bytes : null;
        }
        finally
        {
            _ = CloseCall(descriptor);
        }
    }

    private static int ReadWhole(int descriptor, Span<byte> bytes, long from = 0)
    {
        int done = 0;
        fixed (byte* p = bytes)
            while (done < bytes.Length)
            {
                nint count = ReadAt(descriptor, p + done, bytes.Length - done, from + done);
                if (count <= 0)
                    break;
                done += (int)count;
            }
        return done;
    }

    /// <summary>Whether a file begins with <c>#!</c>.</summary>
    public static bool IsScript(string path)
    {
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = OpenAt(CurrentDirectory, p, ReadOnly | CloseOnExec, 0);
        if (descriptor < 0)
            return false;
        Span<byte> first = stackalloc byte[2];
        int count = ReadWhole(descriptor, first);
        _ = CloseCall(descriptor);
        return count == 2 && first.SequenceEqual("#!"u8);
    }

    /// <summary>A nameless file in memory, for what a command writes; −1 when there can be none.</summary>
    public static int OpenMemory()
    {
        const int CloseOnExecute = 1, SetStatusFlags = 4, AtTheEnd = 0x400;
        int descriptor;
        fixed (byte* name = "oot\0"u8)
            descriptor = MemoryFile(name, CloseOnExecute);
        // The description is shared with every process that inherits it: each write goes to the end, and no two mix.
        if (descriptor >= 0)
            _ = Control(descriptor, SetStatusFlags, AtTheEnd);
        return descriptor;
    }

    /// <summary>All that has been written to a descriptor of <see cref="OpenMemory"/>, from a byte on.</summary>
    public static byte[] Contents(int descriptor, long from = 0)
    {
        if (StatusOf(descriptor, out Statx x) != 0 || (long)x.Size <= from)
            return [];
        byte[] bytes = new byte[(int)((long)x.Size - from)];
        return ReadWhole(descriptor, bytes, from) == bytes.Length ? bytes : [];
    }

    /// <summary>Adds bytes to a file of this user's, readable for its owner alone, in one piece; what cannot be written is lost.</summary>
    public static void AppendOwn(string path, ReadOnlySpan<byte> bytes)
    {
        const int WriteOnly = 1, Create = 0x40, AtTheEnd = 0x400, NoLink = 0x20000;
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = OpenAt(CurrentDirectory, p, WriteOnly | Create | AtTheEnd | CloseOnExec | NoLink, 0x180);
        if (descriptor < 0)
            return;
        _ = Disk.WriteAll(descriptor, bytes);
        _ = CloseCall(descriptor);
    }

    /// <summary>Makes a directory for this user alone.</summary>
    public static bool MakeDirectory(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return MakeDirectoryCall(p, 0x1C0) == 0;
    }
}
