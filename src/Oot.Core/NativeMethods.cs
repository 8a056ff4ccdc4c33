using System.Runtime.InteropServices;

namespace Oot.Core;

/// <summary>The C library's functions that <see cref="Disk"/> and <see cref="ProcessContext"/> stand on.</summary>
internal static unsafe partial class NativeMethods
{
    internal const int AtFdCwd = -100;
    internal const int AtSymlinkNoFollow = 0x100;
    internal const int AtEmptyPath = 0x1000;
    internal const uint StatxBasicStats = 0x7ff;

    [StructLayout(LayoutKind.Sequential)]
    internal struct StatxTimestamp
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Reserved;
        public readonly long TotalNs => (Seconds * 1_000_000_000L) + Nanoseconds;
    }

    /// <summary>Linux's architecture-independent layout (linux/stat.h).</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    internal struct Statx
    {
        public uint Mask, BlockSize;
        public ulong Attributes;
        public uint LinkCount, Uid, Gid;
        public ushort Mode, Spare0;
        public ulong Inode, Size, Blocks, AttributesMask;
        public StatxTimestamp Accessed, Born, Changed, Modified;
        public uint RdevMajor, RdevMinor, DevMajor, DevMinor;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static partial int StatxCall(int directory, byte* path, int flags, uint mask, out Statx status);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    internal static partial int GetLimit(int kind, ulong* limits);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true)]
    internal static partial int Unlink(byte* path);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    internal static partial int MakeDirectory(byte* path, int mode);

    [LibraryImport("libc", EntryPoint = "rmdir", SetLastError = true)]
    internal static partial int RemoveDirectory(byte* path);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    internal static partial int Rename(byte* from, byte* to);

    [LibraryImport("libc", EntryPoint = "utimensat", SetLastError = true)]
    internal static partial int UtimensAt(int directory, byte* path, void* times, int flags);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    internal static partial nint ReadLink(byte* path, byte* buffer, nint size);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true)]
    internal static partial byte* RealPath(byte* path, byte* resolved);

    [LibraryImport("libc", EntryPoint = "free")]
    internal static partial void Free(void* pointer);

    [LibraryImport("libc", EntryPoint = "opendir", SetLastError = true)]
    internal static partial nint OpenDirectory(byte* path);

    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    internal static partial DirectoryEntry* ReadDirectory(nint directory);

    [LibraryImport("libc", EntryPoint = "closedir")]
    internal static partial int CloseDirectory(nint directory);

    [LibraryImport("libc", EntryPoint = "chdir", SetLastError = true)]
    internal static partial int ChangeDirectory(byte* path);

    [LibraryImport("libc", EntryPoint = "getcwd", SetLastError = true)]
    internal static partial byte* GetCurrentDirectory(byte* buffer, nint size);

    [LibraryImport("libc", EntryPoint = "strerror")]
    internal static partial byte* StrError(int errno);

    /// <summary>glibc's 64-bit <c>struct dirent</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct DirectoryEntry
    {
        public ulong Inode;
        public long Offset;
        public ushort RecordLength;
        public byte Type;
        public fixed byte Name[256];
    }
}
