namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary>What calls of the function tracer look like before they are linked, and what takes their place.</summary>
internal static class CallErasures
{
    /// <summary><c>call</c> with an empty distance; <paramref name="nothing"/> is five bytes long.</summary>
    internal static CallErasure X86(byte[] nothing) => (code, at, _) => Replace(code, at - 1, [0xe8, 0, 0, 0, 0], nothing);

    /// <summary><c>bl</c> with or without a <c>push {lr}</c> before it, in Arm's and in Thumb's instructions.</summary>
    internal static bool Arm(Span<byte> code, int at, bool bigEndian)
    {
        ReadOnlySpan<byte> push = bigEndian ? [0xe5, 0x2d, 0xe0, 0x04] : [0x04, 0xe0, 0x2d, 0xe5];
        ReadOnlySpan<byte> branch = bigEndian ? [0xeb, 0xff, 0xff, 0xfe] : [0xfe, 0xff, 0xff, 0xeb];
        ReadOnlySpan<byte> nothing = bigEndian ? [0xe1, 0xa0, 0, 0] : [0, 0, 0xa0, 0xe1];
        if (Replace(code, at, branch, nothing))
        {
            _ = Replace(code, at - push.Length, push, nothing);
            return true;
        }
        return bigEndian
            ? Replace(code, at - 2, [0xb5, 0x00, 0xf7, 0xff, 0xff, 0xfe], [0xbf, 0, 0xbf, 0, 0xbf, 0])
            : Replace(code, at - 2, [0x00, 0xb5, 0xff, 0xf7, 0xfe, 0xff], [0, 0xbf, 0, 0xbf, 0, 0xbf]);
    }

    /// <summary><c>bl</c> with an empty distance; instructions are little-endian in every object.</summary>
    internal static bool Arm64(Span<byte> code, int at, bool bigEndian) => Replace(code, at, [0, 0, 0, 0x94], [0x1f, 0x20, 0x03, 0xd5]);

    private static bool Replace(Span<byte> code, int at, ReadOnlySpan<byte> call, ReadOnlySpan<byte> nothing)
    {
        if (at < 0 || at > code.Length - call.Length || !code[at..].StartsWith(call))
            return false;
        nothing.CopyTo(code[at..]);
        return true;
    }
}
