using System.Runtime.InteropServices;
using System.Text;
using Oot.Core;

namespace Oot.Make.Witnessing;

/// <summary>ptrace(2) and what belongs to it.</summary>
internal static unsafe partial class TraceMethods
{
    internal const int SyscallStop = 5 | 0x80, StopSignal = 19, ContinueSignal = 18, AllChildren = 0x40000000;
    internal const int ForkEvent = 1, VforkEvent = 2, CloneEvent = 3, ExecuteEvent = 4, StopEvent = 128;
    internal const byte Entry = 1, Exit = 2;

    private const nint Detach = 17, Syscall = 24, GetEventMessage = 0x4201, Seize = 0x4206, GetSyscallInfo = 0x420e;
    private const int MarkSyscalls = 1, FollowFork = 2, FollowVfork = 4, FollowClone = 8, TellExecute = 16;
    private const int LongestText = 1 << 20, Page = 4096;

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public nint Base, Length;
    }

    [LibraryImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    private static partial nint Trace(nint request, int process, nint address, nint data);

    [LibraryImport("libc", EntryPoint = "process_vm_readv", SetLastError = true)]
    private static partial nint ReadMemory(int process, IoVector* local, nuint localCount, IoVector* remote, nuint remoteCount, nuint flags);

    /// <summary>Watches a process and all that it will start from now on; whether the system allows it.</summary>
    internal static bool Watch(int process) => Trace(Seize, process, 0, MarkSyscalls | FollowFork | FollowVfork | FollowClone | TellExecute) == 0;

    /// <summary>Lets a stopped process go on to its next system call.</summary>
    internal static void GoOn(int process, int signal) => _ = Trace(Syscall, process, 0, signal);

    /// <summary>Lets a stopped process go on unwatched.</summary>
    internal static void LetGo(int process, int signal) => _ = Trace(Detach, process, 0, signal);

    /// <summary>The process that a stopped one has just started.</summary>
    internal static int NewProcess(int process)
    {
        nint id = 0;
        return Trace(GetEventMessage, process, 0, (nint)(&id)) == 0 ? (int)id : -1;
    }

    /// <summary>The call at which a process has stopped; false when that cannot be told (before Linux 5.3).</summary>
    internal static bool TryReadCall(int process, out StoppedCall call)
    {
        fixed (StoppedCall* p = &call)
            return Trace(GetSyscallInfo, process, sizeof(StoppedCall), (nint)p) > 0;
    }

    /// <summary>A text that ends with a zero byte in another process; null when it is not there, or longer than any path or script can be.</summary>
    internal static string? ReadText(int process, ulong address)
    {
        var bytes = new MemoryStream();
        Span<byte> buffer = stackalloc byte[Page];
        while (bytes.Length < LongestText)
        {
            // Up to the end of the page: what follows it may not be there.
            int wanted = Page - (int)(address % Page), count = Read(process, address, buffer[..wanted]);
            if (count <= 0)
                return null;
            int end = buffer[..count].IndexOf((byte)0);
            bytes.Write(buffer[..(end < 0 ? count : end)]);
            if (end >= 0)
                return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            address += (ulong)count;
        }
        return null;
    }

    /// <summary>A number of eight bytes in another process; null when it is not there.</summary>
    internal static ulong? ReadNumber(int process, ulong address)
    {
        Span<byte> bytes = stackalloc byte[8];
        return Read(process, address, bytes) == 8 ? BitConverter.ToUInt64(bytes) : null;
    }

    private static int Read(int process, ulong address, Span<byte> bytes)
    {
        fixed (byte* p = bytes)
        {
            var local = new IoVector { Base = (nint)p, Length = bytes.Length };
            var remote = new IoVector { Base = (nint)address, Length = bytes.Length };
            return (int)ReadMemory(process, &local, 1, &remote, 1, 0);
        }
    }
}
