using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Oot.Core;
using Oot.Elf;
using Oot.Kernel.Trees;

namespace Oot.Kernel.HostPrograms.Native;

/// <summary>What a program needs of the machine that starts it, as far as its file tells.</summary>
/// <param name="Machine">Its architecture; null when it is no ELF file: a script, which runs anywhere.</param>
/// <param name="LibraryMinor">The newest version of glibc that it names, <c>38</c> for 2.38; 0 when it names none.</param>
internal sealed record NativeNeeds(ElfMachine? Machine, int LibraryMinor)
{
    /// <summary>Reads a program and what Debian's wrapper in its place would start (<c>objtool.real-x86</c>); null when it cannot be read or is empty.</summary>
    internal static NativeNeeds? Read(IDisk disk, string path, string architecture)
    {
        if (OfFile(disk, path) is not NativeNeeds needs)
            return null;
        return OfFile(disk, RealOf(path, architecture)) is NativeNeeds real ? real with { LibraryMinor = Math.Max(real.LibraryMinor, needs.LibraryMinor) } : needs;
    }

    /// <summary>Where Debian keeps the program that its wrapper chooses by <c>SRCARCH</c>.</summary>
    internal static string RealOf(string path, string architecture) => $"{path}.real-{architecture}";

    /// <summary>Whether it starts here as it is.</summary>
    internal bool RunsHere => Machine is null || (IsForThisMachine && LibraryMinor <= HostMinor());

    /// <summary>Whether it is for this machine's processor.</summary>
    internal bool IsForThisMachine => Machine == HostMachine.Architecture.Elf;

    private static NativeNeeds? OfFile(IDisk disk, string path)
    {
        byte[] bytes = [];
        if (disk.Read(path, ref bytes, out int length) != 0 || length == 0)
            return null;
        ReadOnlySpan<byte> file = bytes.AsSpan(0, length);
        if (!file.StartsWith("\u007fELF"u8))
            return new NativeNeeds(null, 0);
        if (length < 20)
            return null;
        ushort machine = file[5] == 2 ? BinaryPrimitives.ReadUInt16BigEndian(file[18..]) : BinaryPrimitives.ReadUInt16LittleEndian(file[18..]);
        return new NativeNeeds((ElfMachine)machine, NewestVersion(file));
    }

    // The names of the needed versions stand in the file as they are.
    private static int NewestVersion(ReadOnlySpan<byte> file)
    {
        int newest = 0;
        ReadOnlySpan<byte> prefix = "GLIBC_2."u8;
        for (int at = file.IndexOf(prefix); at >= 0; at = file.IndexOf(prefix))
        {
            file = file[(at + prefix.Length)..];
            int minor = 0, digits = 0;
            while (digits < file.Length && digits < 3 && char.IsAsciiDigit((char)file[digits]))
                minor = (minor * 10) + file[digits++] - '0';
            newest = Math.Max(newest, minor);
        }
        return newest;
    }

    /// <summary>The minor version of this system's glibc; 0 where the C library is another.</summary>
    private static unsafe int HostMinor()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out nint library) || !NativeLibrary.TryGetExport(library, "gnu_get_libc_version", out nint function))
            return 0;
        string version = ByteText.FromPointer(((delegate* unmanaged<byte*>)function)());
        return version.Split('.') is [_, var minor, ..] && int.TryParse(minor, out int number) ? number : 0;
    }
}
