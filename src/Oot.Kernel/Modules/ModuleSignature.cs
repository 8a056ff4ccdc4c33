using System.Formats.Asn1;
using System.Numerics;
using Oot.Core;

namespace Oot.Kernel.Modules;

/// <summary>Who signed a module, and how: the first signer of a PKCS#7 message (RFC 2315, 5652).</summary>
/// <param name="Signer">The issuer's common name; its last part where it has none; null where the signer is named by a key identifier.</param>
/// <param name="Issuer">The issuer as it is encoded; empty with a key identifier.</param>
/// <param name="Serial">The certificate's serial number, most significant byte first, without leading zeros.</param>
/// <param name="KeyIdentifier">The subject key identifier; empty with an issuer.</param>
/// <param name="DigestAlgorithm">The digest's object identifier.</param>
/// <param name="SignatureAlgorithm">The signature's object identifier.</param>
/// <param name="HasSignedAttributes">The signature is over attributes, not over the module itself.</param>
/// <param name="Value">The signature.</param>
public sealed record ModuleSignature(
    string? Signer, ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Serial, ReadOnlyMemory<byte> KeyIdentifier, string DigestAlgorithm, string SignatureAlgorithm, bool HasSignedAttributes,
    ReadOnlyMemory<byte> Value)
{
    private const string SignedData = "1.2.840.113549.1.7.2", CommonName = "2.5.4.3";

    // Names as OpenSSL and the kernel have them; kmod 30 knows those up to sm3.
    private static readonly (string Identifier, string Name)[] Digests =
    [
        ("1.2.840.113549.2.4", "md4"), ("1.2.840.113549.2.5", "md5"), ("1.3.14.3.2.26", "sha1"), ("1.3.36.3.2.1", "rmd160"), ("2.16.840.1.101.3.4.2.1", "sha256"),
        ("2.16.840.1.101.3.4.2.2", "sha384"), ("2.16.840.1.101.3.4.2.3", "sha512"), ("2.16.840.1.101.3.4.2.4", "sha224"), ("1.2.156.10197.1.401", "sm3"),
        ("2.16.840.1.101.3.4.2.8", "sha3-256"), ("2.16.840.1.101.3.4.2.9", "sha3-384"), ("2.16.840.1.101.3.4.2.10", "sha3-512"),
    ];

    /// <summary>The digest's name; the object identifier where it is none of the known ones.</summary>
    public string DigestName => Digests.FirstOrDefault(digest => digest.Identifier == DigestAlgorithm).Name ?? DigestAlgorithm;

    /// <summary>Reads the message; null when it is none, or has no signer.</summary>
    public static ModuleSignature? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            AsnReader content = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
            if (content.ReadObjectIdentifier() != SignedData)
                return null;
            AsnReader data = content.ReadSequence(Context(0)).ReadSequence();
            _ = data.ReadInteger();
            _ = data.ReadSetOf(skipSortOrderValidation: true);
            _ = data.ReadSequence();
            for (int tag = 0; tag < 2; tag++)
            {
                if (data.HasData && data.PeekTag().HasSameClassAndValue(Context(tag)))
                    _ = data.ReadEncodedValue();
            }
            return FirstSigner(data.ReadSetOf(skipSortOrderValidation: true).ReadSequence());
        }
        catch (Exception e) when (e is AsnContentException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ModuleSignature FirstSigner(AsnReader signer)
    {
        _ = signer.ReadInteger();
        string? name = null;
        ReadOnlyMemory<byte> issuer = default, serial = default, identifier = default;
        if (signer.PeekTag().HasSameClassAndValue(Context(0)))
            identifier = signer.ReadOctetString(Context(0));
        else
        {
            AsnReader id = signer.ReadSequence();
            issuer = id.ReadEncodedValue();
            serial = Magnitude(id.ReadInteger());
            name = NameOf(issuer);
        }
        string digest = signer.ReadSequence().ReadObjectIdentifier();
        bool attributes = signer.PeekTag().HasSameClassAndValue(Context(0));
        if (attributes)
            _ = signer.ReadEncodedValue();
        string algorithm = signer.ReadSequence().ReadObjectIdentifier();
        return new ModuleSignature(name, issuer, serial, identifier, digest, algorithm, attributes, signer.ReadOctetString());
    }

    // RDNSequence ::= SEQUENCE OF SET OF SEQUENCE { type OBJECT IDENTIFIER, value string }
    private static string? NameOf(ReadOnlyMemory<byte> issuer)
    {
        string? last = null;
        AsnReader parts = new AsnReader(issuer, AsnEncodingRules.BER).ReadSequence();
        while (parts.HasData)
        {
            AsnReader part = parts.ReadSetOf(skipSortOrderValidation: true);
            while (part.HasData)
            {
                AsnReader attribute = part.ReadSequence();
                string type = attribute.ReadObjectIdentifier();
                ReadOnlySpan<byte> value = attribute.PeekEncodedValue().Span;
                _ = AsnDecoder.ReadEncodedValue(value, AsnEncodingRules.BER, out int start, out int length, out _);
                value = value.Slice(start, length);
                int zero = value.IndexOf((byte)0);
                last = ByteText.FromBytes(zero < 0 ? value : value[..zero]);
                if (type == CommonName)
                    return last;
            }
        }
        return last;
    }

    private static byte[] Magnitude(BigInteger number) => BigInteger.Abs(number).ToByteArray(isUnsigned: true, isBigEndian: true);

    private static Asn1Tag Context(int tag) => new(TagClass.ContextSpecific, tag, isConstructed: false);
}
