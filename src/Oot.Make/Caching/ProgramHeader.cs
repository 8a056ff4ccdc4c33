using System.Buffers.Binary;
using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>The one thing that the caches want to know of an ELF file: which loader it names (elf(5), <c>PT_INTERP</c>).</summary>
internal static class ProgramHeader
{
    private const int Interpreter = 3, LongestName = 4096, LargestHead = 4096;

    /// <summary>False when the file is not a 64-bit little-endian ELF file; <paramref name="loader"/> is null for a static program.</summary>
    public static bool TryReadLoader(string path, out string? loader)
    {
        loader = null;
        try
        {
            using FileStream file = File.OpenRead(ByteText.ToUnicode(path));
            Span<byte> head = stackalloc byte[LargestHead];
            head = head[..file.ReadAtLeast(head, LargestHead, throwOnEndOfStream: false)];
            if (head.Length < 64 || !head[..4].SequenceEqual((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F']) || head[4] != 2 || head[5] != 1)
                return false;
            ulong table = BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
            int size = BinaryPrimitives.ReadUInt16LittleEndian(head[54..]), count = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);
            if (size < 56 || table > LargestHead || (int)table + (size * count) > head.Length)
                return false;
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> entry = head[((int)table + (i * size))..];
                if (BinaryPrimitives.ReadInt32LittleEndian(entry) != Interpreter)
                    continue;
                ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), length = BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]);
                if (length is < 2 or > LongestName || offset > (ulong)file.Length)
                    return false;
                byte[] name = new byte[(int)length];
                file.Position = (long)offset;
                file.ReadExactly(name);
                loader = ByteText.FromBytes(name.AsSpan(0, name.Length - 1));
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
