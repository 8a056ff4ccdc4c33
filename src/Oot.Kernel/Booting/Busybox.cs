using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Booting;

/// <summary>The system's busybox, which is the guest's whole user space and must need no shared library.</summary>
internal sealed class Busybox(IDisk disk, IReadOnlyList<string> environment)
{
    private const int ElfHeaderSize = 64, ProgramHeaderSize = 56;

    // PT_INTERP, which names the dynamic linker.
    private const uint Interpreter = 3;

    /// <summary>Finds and reads it.</summary>
    internal Result<byte[]> Read()
    {
        string? unusable = null;
        foreach (string path in new[] { ProcessEnvironment.FindProgram(disk, environment, "busybox"), "/bin/busybox", "/usr/bin/busybox" }.OfType<string>())
        {
            byte[] bytes = [];
            if (disk.Read(path, ref bytes, out int length) != 0)
                continue;
            if (IsStatic(bytes.AsSpan(0, length)))
                return bytes[..length];
            unusable = path;
        }
        return BootDiagnostics.NoBusybox(unusable);
    }

    private static bool IsStatic(ReadOnlySpan<byte> file)
    {
        if (file.Length < ElfHeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8) || BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) != (int)ElfMachine.X86_64)
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
