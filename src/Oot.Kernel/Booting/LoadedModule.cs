namespace Oot.Kernel.Booting;

/// <summary>What became of a module in the guest.</summary>
/// <param name="Module">The module.</param>
/// <param name="Errno">What the system call returned, as a positive number; 0: it did not fail; null: it did not return.</param>
/// <param name="Taint">The kernel's taint after that, as a number (/proc/sys/kernel/tainted).</param>
/// <param name="IsLive">It was in /proc/modules then.</param>
/// <param name="UnloadErrno">What delete_module returned; null when it was not called or did not return.</param>
/// <param name="Log">What the kernel logged meanwhile, without the times.</param>
public sealed record LoadedModule(GuestModule Module, int? Errno, ulong Taint, bool IsLive, int? UnloadErrno, IReadOnlyList<string> Log)
{
    /// <summary>The system call succeeded.</summary>
    public bool IsLoaded => Errno == 0;
}
