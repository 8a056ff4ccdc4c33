using System.Runtime.InteropServices;

namespace Oot.Make.Witnessing;

/// <summary><c>struct ptrace_syscall_info</c> (ptrace(2)).</summary>
[StructLayout(LayoutKind.Explicit, Size = 88)]
internal unsafe struct StoppedCall
{
    /// <summary><see cref="TraceMethods.Entry"/> or <see cref="TraceMethods.Exit"/>.</summary>
    [FieldOffset(0)] public byte Kind;

    /// <summary><c>AUDIT_ARCH_*</c>.</summary>
    [FieldOffset(4)] public uint Machine;

    /// <summary>At entry: which call.</summary>
    [FieldOffset(24)] public ulong Number;

    /// <summary>At exit: what it gave, or a negative errno.</summary>
    [FieldOffset(24)] public long Result;

    [FieldOffset(32)] private fixed ulong _arguments[6];

    /// <summary>At entry: its arguments.</summary>
    public readonly ulong Argument(int index) => _arguments[index];
}
