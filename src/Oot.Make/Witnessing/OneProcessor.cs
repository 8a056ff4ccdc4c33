using System.Runtime.InteropServices;

namespace Oot.Make.Witnessing;

/// <summary>
/// Keeps a witness and what it watches on one processor: they take turns at every system call, and waking another processor each time takes longer than all else. What is watched must not see it.
/// </summary>
internal sealed unsafe partial class OneProcessor
{
    // As many processors as any kernel knows.
    private const int MaskBytes = 1024;

    private readonly byte[] _all = new byte[MaskBytes];
    private readonly bool _isEntered;

    /// <summary>From here on this thread, and what it starts, run where it runs now.</summary>
    public OneProcessor()
    {
        int processor = CurrentProcessor();
        if ((uint)processor >= MaskBytes * 8)
            return;
        byte[] one = new byte[MaskBytes];
        one[processor / 8] = (byte)(1 << (processor % 8));
        fixed (byte* all = _all, only = one)
            _isEntered = GetAffinity(0, MaskBytes, all) >= 0 && SetAffinity(0, MaskBytes, only) == 0;
    }

    /// <summary>Lets a process run where it could have run unwatched.</summary>
    public void Leave(int process)
    {
        if (!_isEntered)
            return;
        fixed (byte* all = _all)
            _ = SetAffinity(process, MaskBytes, all);
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentProcessor();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int process, nuint length, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int process, nuint length, byte* mask);
}
