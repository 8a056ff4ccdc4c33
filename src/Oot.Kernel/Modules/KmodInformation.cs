using System.Text;
using Oot.Core;

namespace Oot.Kernel.Modules;

/// <summary>
/// What kmod's modinfo knows of a module: the strings of <c>.modinfo</c> in their order, then its signature as more of them (kmod 30 and 34, libkmod). Where kmod finds the file wrong,
/// so does this, with the same errno.
/// </summary>
public static class KmodInformation
{
    private const int BytesOfALine = 20;

    /// <summary>What a signature block names as its kind (<c>enum pkey_id_type</c>).</summary>
    private static readonly string[] IdTypes = ["PGP", "X509", "PKCS#7"];

    // enum pkey_hash_algo, of signatures older than PKCS#7.
    private static readonly string[] OldDigests = ["md4", "md5", "sha1", "rmd160", "sha256", "sha384", "sha512", "sha224", "sm3"];

    /// <summary>The strings of a file.</summary>
    /// <param name="bytes">A buffer with the decompressed file at its beginning.</param>
    /// <param name="length">Its size.</param>
    /// <param name="entries">Keys and values, both byte text.</param>
    /// <returns>0 or errno.</returns>
    public static int Read(byte[] bytes, int length, List<KeyValuePair<string, string>> entries)
    {
        int errno = KmodObject.Open(bytes, length, out KmodObject file);
        if (errno != 0)
            return errno;
        if (!file.TrySection(".modinfo"u8, out ReadOnlySpan<byte> information))
            return Errno.NoData;
        foreach (ReadOnlySpan<byte> text in new ModuleStrings(information.Length > 1 ? information : []))
            Add(entries, ByteText.FromBytes(text));
        AddSignature(bytes, length, entries);
        return 0;
    }

    /// <summary>The strings of a built-in module.</summary>
    public static void Read(IReadOnlyList<string> strings, List<KeyValuePair<string, string>> entries)
    {
        foreach (string text in strings)
            Add(entries, text);
    }

    private static void Add(List<KeyValuePair<string, string>> entries, string text)
    {
        int equals = text.IndexOf('=');
        entries.Add(equals < 0 ? new(text, "") : new(text[..equals], text[(equals + 1)..]));
    }

    private static void AddSignature(byte[] bytes, int length, List<KeyValuePair<string, string>> entries)
    {
        ReadOnlyMemory<byte> file = bytes.AsMemory(0, length);
        if (!file.Span.EndsWith(SignatureBlock.Marker) || length < SignatureBlock.Marker.Length + SignatureBlock.FieldsSize)
            return;
        int end = length - SignatureBlock.Marker.Length - SignatureBlock.FieldsSize;
        ReadOnlySpan<byte> fields = file.Span.Slice(end, SignatureBlock.FieldsSize);
        uint size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(fields[8..]);
        if (fields[0] >= 2 || fields[1] >= OldDigests.Length || fields[2] >= IdTypes.Length || size == 0 || (ulong)size + fields[3] + fields[4] > (ulong)end)
            return;
        int start = end - (int)size;
        if (fields[2] != 2)
        {
            ReadOnlySpan<byte> key = file.Span.Slice(start - fields[4], fields[4]), signer = file.Span.Slice(start - fields[4] - fields[3], fields[3]);
            AddSignature(entries, IdTypes[fields[2]], ByteText.FromBytes(signer), key, OldDigests[fields[1]], file.Span.Slice(start, (int)size));
        }
        else if (ModuleSignature.Read(file.Slice(start, (int)size)) is { Issuer.IsEmpty: false } signature)
            AddSignature(entries, IdTypes[2], signature.Signer ?? "", signature.Serial.Span, signature.DigestName, signature.Value.Span);
    }

    private static void AddSignature(List<KeyValuePair<string, string>> entries, string type, string signer, ReadOnlySpan<byte> key, string digest, ReadOnlySpan<byte> signature)
    {
        entries.Add(new("sig_id", type));
        int zero = signer.IndexOf('\0');
        entries.Add(new("signer", zero < 0 ? signer : signer[..zero]));
        entries.Add(new("sig_key", Hexadecimal(key)));
        entries.Add(new("sig_hashalgo", digest));
        entries.Add(new("signature", Hexadecimal(signature)));
    }

    private static string Hexadecimal(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 4);
        for (int i = 0; i < bytes.Length; i++)
        {
            text.Append("0123456789ABCDEF"[bytes[i] >> 4]).Append("0123456789ABCDEF"[bytes[i] & 15]);
            if (i < bytes.Length - 1)
                text.Append((i + 1) % BytesOfALine == 0 ? ":\n\t\t" : ":");
        }
        return text.ToString();
    }
}
