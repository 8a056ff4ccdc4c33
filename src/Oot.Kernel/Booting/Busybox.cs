using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Booting;

/// <summary>The busybox that is the guest's whole user space, and must need no shared library: one that is named, the system's, or where that does not run there the distribution's for that architecture.</summary>
internal sealed class Busybox(IDisk disk, IReadOnlyList<string> environment, ElfMachine machine)
{
    private const int ElfHeaderSize = 64, ProgramHeaderSize = 56;

    // PT_INTERP, which names the dynamic linker.
    private const uint Interpreter = 3;

    /// <summary>Finds and reads it.</summary>
    /// <param name="named">The one to take; null: any.</param>
    /// <param name="distributed">Where it comes from when the system has none; null: from nowhere.</param>
    internal Result<byte[]> Read(string? named, DebianBusybox? distributed)
    {
        string? unusable = null;
        string?[] places = named is not null ? [named] : [ProcessEnvironment.FindProgram(disk, environment, "busybox"), "/bin/busybox", "/usr/bin/busybox", distributed?.Path];
        foreach (string path in places.OfType<string>())
        {
            if (Program(path) is { } program)
                return program;
            unusable = disk.Stat(path, out _) == 0 ? path : unusable;
        }
        if (named is not null || distributed is null)
            return BootDiagnostics.NoBusybox(named ?? unusable, machine.ToString());
        if (distributed.Fetch() is Diagnostic failure)
            return BootDiagnostics.NoBusyboxFetched(machine.ToString(), failure.Message);
        return distributed.Path is string brought && Program(brought) is { } other ? other : BootDiagnostics.NoBusybox(distributed.Path, machine.ToString());
    }

    // What is there and can be used.
    private byte[]? Program(string path)
    {
        byte[] bytes = [];
        return disk.Read(path, ref bytes, out int length) == 0 && IsStatic(bytes.AsSpan(0, length)) ? bytes[..length] : null;
    }

    private bool IsStatic(ReadOnlySpan<byte> file)
    {
        if (file.Length < ElfHeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8) || BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) != (int)machine)
            return false;
        ulong at = BinaryPrimitives.ReadUInt64LittleEndian(file[32..]);
        for (int left = BinaryPrimitives.ReadUInt16LittleEndian(file[56..]); left > 0; left--, at += ProgramHeaderSize)
        {
            if (at > (ulong)(file.Length - ProgramHeaderSize) || BinaryPrimitives.ReadUInt32LittleEndian(file[(int)at..]) == Interpreter)
                return false;
        }
        return true;
    }
}
