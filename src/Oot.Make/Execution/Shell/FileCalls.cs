using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Execution.Shell;

/// <summary>The C library's functions for files that a script's commands need.</summary>
internal static unsafe partial class FileCalls
{
    internal const int ReadWriteAll = 0x1B6, AllPermissions = 0x1FF, Truncate = 0x200;

    /// <summary><c>O_DIRECTORY | O_NOFOLLOW</c>, which differ between machines.</summary>
    private static readonly int DirectoryOnly = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 | 0x8000 : 0x10000 | 0x20000;

    private const int ReadPermission = 4, WritePermission = 2, DuplicateFrom = 1030, LowestOwn = 10;

    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true)]
    private static partial int Access(int directory, byte* path, int mode, int flags);
    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    private static partial int MakeDirectoryCall(byte* path, uint mode);
    [LibraryImport("libc", EntryPoint = "rmdir", SetLastError = true)]
    private static partial int RemoveDirectoryCall(byte* path);
    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true)]
    private static partial int UnlinkAt(int directory, byte* path, int flags);

    /// <summary>Whether this process may read (<c>r</c>), write or execute a file.</summary>
    internal static bool MayAccess(string path, char permission)
    {
        int mode = permission switch { 'r' => ReadPermission, 'w' => WritePermission, _ => SystemCalls.ExecutePermission };
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return Access(SystemCalls.AtFdCwd, p, mode, SystemCalls.AccessEffective) == 0;
    }

    /// <summary>0 or errno; the mode is 0777 less the umask.</summary>
    internal static int MakeDirectory(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return MakeDirectoryCall(p, AllPermissions) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>Removes a directory that has no directories in it. False: it is still there, some files may be gone. Never follows a link, whoever puts one in the way.</summary>
    internal static bool RemoveFlat(IDisk disk, string path)
    {
        int directory = SystemCalls.Open(path, DirectoryOnly | SystemCalls.CloseOnExec, 0);
        if (directory < 0)
            return false;
        bool isEmpty = disk.List($"/proc/self/fd/{directory}", out IReadOnlyList<string> names) == 0;
        for (int i = 0; i < names.Count && isEmpty; i++)
        {
            fixed (byte* p = ByteText.ToZeroTerminated(names[i]))
                isEmpty = UnlinkAt(directory, p, 0) == 0;
        }
        _ = SystemCalls.Close(directory);
        if (!isEmpty)
            return false;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return RemoveDirectoryCall(p) == 0;
    }

    /// <summary>Another descriptor, of 10 or above and close-on-exec, for the same open file; −1 when there is none left.</summary>
    internal static int Duplicate(int descriptor) => SystemCalls.Control(descriptor, DuplicateFrom, LowestOwn);

    /// <summary>A file opened for a redirection: close-on-exec and not one of the standard three. −1 with an errno.</summary>
    internal static int Open(string path, int flags, out int errno)
    {
        int descriptor = SystemCalls.Open(path, flags | SystemCalls.CloseOnExec, ReadWriteAll);
        errno = descriptor < 0 ? SystemCalls.Errno : 0;
        if (descriptor is < 0 or > 2)
            return descriptor;
        int own = Duplicate(descriptor);
        errno = own < 0 ? SystemCalls.Errno : 0;
        _ = SystemCalls.Close(descriptor);
        return own;
    }
}
