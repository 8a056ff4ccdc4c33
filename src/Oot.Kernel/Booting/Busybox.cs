using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Booting;

/// <summary>The busybox that is the guest's whole user space, and must need no shared library: the system's, or for another architecture one that is named.</summary>
internal sealed class Busybox(IDisk disk, IReadOnlyList<string> environment, ElfMachine machine)
{
    private const int ElfHeaderSize = 64, ProgramHeaderSize = 56;

    // PT_INTERP, which names the dynamic linker.
    private const uint Interpreter = 3;

    /// <summary>Finds and reads it.</summary>
    /// <param name="named">The one to take; null: the system's.</param>
    internal Result<byte[]> Read(string? named)
    {
        string? unusable = null;
        foreach (string path in named is not null ? [named] : new[] { ProcessEnvironment.FindProgram(disk, environment, "busybox"), "/bin/busybox", "/usr/bin/busybox" }.OfType<string>())
        {
            byte[] bytes = [];
            if (disk.Read(path, ref bytes, out int length) != 0)
                continue;
            if (IsStatic(bytes.AsSpan(0, length)))
                return bytes[..length];
            unusable = path;
        }
        return BootDiagnostics.NoBusybox(unusable ?? named, machine.ToString());
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
