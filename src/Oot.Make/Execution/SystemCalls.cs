using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>The C library's functions for processes, pipes and signals. Linux values throughout.</summary>
internal static unsafe partial class SystemCalls
{
    internal const int ReadOnly = 0, WriteOnly = 1, ReadWrite = 2;
    internal const int Create = 0x40, Exclusive = 0x80, Empty = 0x200, Append = 0x400, NonBlocking = 0x800, CloseOnExec = 0x80000;
    internal const int NoHang = 1, PollIn = 1, GetDescriptorFlags = 1, SetDescriptorFlags = 2, GetStatusFlags = 3, SetStatusFlags = 4;
    internal const int AccessEffective = 0x200, ExecutePermission = 1, AtFdCwd = -100;
    internal const int TryAgain = 11, OwnFileSystem = 0x200;

    /// <summary><c>O_TMPFILE</c>: a bit of its own and <c>O_DIRECTORY</c>, which differs between machines.</summary>
    internal static readonly int Temporary = 0x400000 | (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000);

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollEntry
    {
        public int Descriptor;
        public short Events, Returned;
    }

    /// <summary><c>struct flock</c> of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FileLock
    {
        public short Type, Whence;
        public long Start, Length;
        public int Pid;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    internal static partial int Spawn(int* pid, byte* path, void* actions, void* attributes, byte** arguments, byte** environment);
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    internal static partial int InitActions(void* actions);
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    internal static partial int DestroyActions(void* actions);
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    internal static partial int AddDuplicate(void* actions, int from, int to);
    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    internal static partial int InitAttributes(void* attributes);
    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    internal static partial int DestroyAttributes(void* attributes);
    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    internal static partial int SetSpawnFlags(void* attributes, short flags);
    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    internal static partial int SetSpawnMask(void* attributes, void* signals);
    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    internal static partial int SetSpawnDefaults(void* attributes, void* signals);
    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    internal static partial int EmptySignals(void* signals);
    [LibraryImport("libc", EntryPoint = "sigaddset")]
    internal static partial int AddSignal(void* signals, int signal);
    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    internal static partial int SetSignalMask(int how, void* signals, void* old);
    [LibraryImport("libc", EntryPoint = "sigaction")]
    internal static partial int SignalAction(int signal, void* action, void* old);
    [LibraryImport("libc", EntryPoint = "signal")]
    internal static partial nint SetHandler(int signal, nint handler);
    [LibraryImport("libc", EntryPoint = "raise")]
    internal static partial int Raise(int signal);
    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Kill(int pid, int signal);
    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void ExitNow(int code);
    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    internal static partial int WaitPid(int pid, int* status, int options);
    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    internal static partial int WaitId(int kind, int id, void* information, int options);
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SystemCall(nint number, nint first, nint second);
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(PollEntry* entries, nuint count, int milliseconds);
    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventDescriptor(uint initial, int flags);
    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    internal static partial int Pipe(int* ends, int flags);
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int OpenCall(byte* path, int flags, int mode);
    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static partial int MakeFifoCall(byte* path, uint mode);
    [LibraryImport("libc", EntryPoint = "mkostemp", SetLastError = true)]
    internal static partial int MakeTemporary(byte* template, int flags);
    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true)]
    private static partial int UnlinkCall(byte* path);
    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true)]
    private static partial int AccessCall(int directory, byte* path, int mode, int flags);
    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);
    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int descriptor, byte* buffer, nint count);
    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* buffer, nint count);
    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    internal static partial long Seek(int descriptor, long offset, int whence);
    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    internal static partial int Truncate(int descriptor, long length);
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, nint argument);
    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(int descriptor, int operation);
    [LibraryImport("libc", EntryPoint = "unshare")]
    internal static partial int Unshare(int what);
    [LibraryImport("libc", EntryPoint = "getenv")]
    internal static partial byte* EnvironmentValue(byte* name);
    [LibraryImport("libc", EntryPoint = "getloadavg")]
    internal static partial int LoadAverages(double* loads, int count);

    internal static int Errno => Marshal.GetLastPInvokeError();

    /// <summary>A descriptor, or −1 with <see cref="Errno"/>.</summary>
    internal static int Open(string path, int flags, int mode)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return Retry(p, flags, mode);

        static int Retry(byte* path, int flags, int mode)
        {
            int descriptor;
            do
                descriptor = OpenCall(path, flags, mode);
            while (descriptor < 0 && Errno == Core.Errno.Interrupted);
            return descriptor;
        }
    }

    internal static int MakeFifo(string path, uint mode)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return MakeFifoCall(p, mode);
    }

    internal static int Unlink(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return UnlinkCall(p);
    }

    /// <summary>0 when this process may execute the file, else −1 with <see cref="Errno"/>.</summary>
    internal static int MayExecute(string path)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            return AccessCall(AtFdCwd, p, ExecutePermission, AccessEffective);
    }

    /// <summary>A descriptor that becomes readable with <see cref="SetEvent"/>; −1 with <see cref="Errno"/>.</summary>
    internal static int NewEvent() => EventDescriptor(0, NonBlocking | CloseOnExec);

    internal static void SetEvent(int descriptor)
    {
        ulong one = 1;
        _ = Write(descriptor, (byte*)&one, sizeof(ulong));
    }

    internal static bool IsOpen(int descriptor) => Control(descriptor, GetDescriptorFlags, 0) != -1;

    internal static void KeepFromChildren(int descriptor)
    {
        int flags = Control(descriptor, GetDescriptorFlags, 0);
        if (flags >= 0)
            _ = Control(descriptor, SetDescriptorFlags, flags | 1);
    }

    /// <summary>A descriptor that becomes readable when the process ends; −1 where the kernel has none (before Linux 5.3).</summary>
    internal static int OpenProcess(int pid)
    {
        const int PidFdOpen = 434;
        return (int)SystemCall(PidFdOpen, pid, 0);
    }
}
