using System.Buffers.Binary;

namespace Oot.Kernel.Modules;

/// <summary>
/// What <c>sign-file</c> appends to a module (include/linux/module_signature.h):
/// <code>object | signer's name | key id | signature | algorithm 8, hash 8, id type 8, name size 8, key id size 8, 0 24, signature size 32 BE | "~Module signature appended~\n"</code>
/// </summary>
/// <param name="HasMarker">Whether the file ends as a signed one.</param>
/// <param name="IdType">0 PGP, 1 X.509, 2 PKCS#7; kernels accept 2 only.</param>
/// <param name="HasPlainHeader">Whether the fields besides the id type and the size are zero, as PKCS#7 wants.</param>
/// <param name="SignatureStart">Where the signature begins in the file; −1 where its size is impossible.</param>
/// <param name="SignatureLength">The signature's size in bytes.</param>
/// <param name="ObjectLength">The object's size in bytes: the file's without a signature.</param>
public readonly record struct SignatureBlock(bool HasMarker, int IdType, bool HasPlainHeader, int SignatureStart, int SignatureLength, int ObjectLength)
{
    /// <summary>The size of the fields behind the signature.</summary>
    public const int FieldsSize = 12;

    /// <summary>The last bytes of a signed module.</summary>
    public static ReadOnlySpan<byte> Marker => "~Module signature appended~\n"u8;

    /// <summary>Whether there is a signature whose place makes sense.</summary>
    public bool IsPresent => HasMarker && SignatureStart >= 0;

    /// <summary>Looks for it at a file's end.</summary>
    public static SignatureBlock Find(ReadOnlySpan<byte> file)
    {
        if (!file.EndsWith(Marker))
            return new SignatureBlock(false, 0, false, -1, 0, file.Length);
        int end = file.Length - Marker.Length;
        if (end <= FieldsSize)
            return new SignatureBlock(true, 0, false, -1, 0, file.Length);
        ReadOnlySpan<byte> fields = file.Slice(end - FieldsSize, FieldsSize);
        uint size = BinaryPrimitives.ReadUInt32BigEndian(fields[8..]);
        bool plain = fields[0] == 0 && fields[1] == 0 && !fields[3..8].ContainsAnyExcept((byte)0);
        int behind = end - FieldsSize;
        return size >= (uint)behind
            ? new SignatureBlock(true, fields[2], plain, -1, 0, file.Length)
            : new SignatureBlock(true, fields[2], plain, behind - (int)size, (int)size, behind - (int)size);
    }
}
