using System.Runtime.InteropServices;

namespace Oot.Elf.Compression;

/// <summary>zstd through the system's libzstd.</summary>
internal static unsafe partial class ZstandardFrame
{
    private const int RoomTooSmall = 70;
    private const ulong Unknown = ulong.MaxValue, Error = ulong.MaxValue - 1;

    internal static ReadOnlySpan<byte> Magic => [0x28, 0xb5, 0x2f, 0xfd];

    /// <summary>The size that the first frame gives; 0 where it gives none.</summary>
    internal static ulong DeclaredSize(ReadOnlySpan<byte> content)
    {
        fixed (byte* input = content)
            return GetFrameContentSize(input, (nuint)content.Length) is < Error and var size ? size : 0;
    }

    /// <summary>Decodes every frame of the file.</summary>
    internal static DecodeStatus Decode(ReadOnlySpan<byte> content, Span<byte> output, out int length)
    {
        length = 0;
        fixed (byte* input = content, room = output)
        {
            nuint result = Decompress(room, (nuint)output.Length, input, (nuint)content.Length);
            if (IsError(result) != 0)
                return GetErrorCode(result) == RoomTooSmall ? DecodeStatus.NeedsRoom : DecodeStatus.Damaged;
            length = (int)result;
            return DecodeStatus.Done;
        }
    }

    [LibraryImport("libzstd.so.1", EntryPoint = "ZSTD_decompress")]
    private static partial nuint Decompress(byte* output, nuint outputSize, byte* input, nuint inputSize);

    [LibraryImport("libzstd.so.1", EntryPoint = "ZSTD_getFrameContentSize")]
    private static partial ulong GetFrameContentSize(byte* input, nuint inputSize);

    [LibraryImport("libzstd.so.1", EntryPoint = "ZSTD_isError")]
    private static partial uint IsError(nuint code);

    [LibraryImport("libzstd.so.1", EntryPoint = "ZSTD_getErrorCode")]
    private static partial int GetErrorCode(nuint code);
}
