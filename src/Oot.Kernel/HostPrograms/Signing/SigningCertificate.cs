using System.Formats.Asn1;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>What a signature says of the certificate that it can be checked with, as the certificate's own bytes.</summary>
/// <param name="Issuer">The issuer's name, encoded.</param>
/// <param name="SerialNumber">The serial number, encoded.</param>
/// <param name="KeyAlgorithm">The object identifier of its key's kind.</param>
/// <param name="PublicKey">The content of its public key's bit string.</param>
/// <param name="KeyIdentifier">The subject key identifier; null when it has none.</param>
internal sealed record SigningCertificate(ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> SerialNumber, string KeyAlgorithm, ReadOnlyMemory<byte> PublicKey, ReadOnlyMemory<byte>? KeyIdentifier)
{
    private const string SubjectKeyIdentifier = "2.5.29.14";

    /// <summary>Reads a certificate in DER or PEM, told apart as sign-file does: by the first two bytes.</summary>
    internal static SigningCertificate Read(string name, byte[] file)
    {
        if (file.Length < 2)
            throw new SigningException($"{name}: Short read");
        if (EncodingOf(file) is not { } der)
            throw new SigningException($"{name}: neither a DER nor a PEM certificate");
        try
        {
            return Parse(der);
        }
        catch (AsnContentException broken)
        {
            throw new SigningException($"{name}: not a certificate ({broken.Message})");
        }
    }

    /// <summary>The DER encoding in a file in DER or PEM; null when it is neither.</summary>
    internal static byte[]? EncodingOf(byte[] file) => file.Length >= 2 && file[0] == 0x30 && file[1] is >= 0x81 and <= 0x84
        ? file
        : PemBlock.Find(ByteText.FromBytes(file), label => label is "CERTIFICATE" or "X509 CERTIFICATE" or "TRUSTED CERTIFICATE")?.Content;

    // RFC 5280, 4.1
    private static SigningCertificate Parse(byte[] der)
    {
        AsnReader fields = new AsnReader(der, AsnEncodingRules.BER).ReadSequence().ReadSequence();
        var version = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (fields.PeekTag() == version)
            fields.ReadEncodedValue();
        ReadOnlyMemory<byte> serial = fields.PeekTag() == Asn1Tag.Integer ? fields.ReadEncodedValue() : throw new AsnContentException("no serial number");
        fields.ReadSequence();
        ReadOnlyMemory<byte> issuer = fields.PeekTag() == Asn1Tag.Sequence ? fields.ReadEncodedValue() : throw new AsnContentException("no issuer");
        fields.ReadSequence();
        fields.ReadSequence();
        AsnReader key = fields.ReadSequence();
        string algorithm = key.ReadSequence().ReadObjectIdentifier();
        ReadOnlyMemory<byte> publicKey = key.ReadBitString(out _);
        return new SigningCertificate(issuer, serial, algorithm, publicKey, IdentifierIn(fields));
    }

    private static ReadOnlyMemory<byte>? IdentifierIn(AsnReader fields)
    {
        var extensions = new Asn1Tag(TagClass.ContextSpecific, 3, isConstructed: true);
        while (fields.HasData && fields.PeekTag() != extensions)
            fields.ReadEncodedValue();
        if (!fields.HasData)
            return null;
        AsnReader list = fields.ReadSequence(extensions).ReadSequence();
        while (list.HasData)
        {
            AsnReader extension = list.ReadSequence();
            if (extension.ReadObjectIdentifier() != SubjectKeyIdentifier)
                continue;
            if (extension.PeekTag() == Asn1Tag.Boolean)
                extension.ReadBoolean();
            return new AsnReader(extension.ReadOctetString(), AsnEncodingRules.BER).ReadOctetString();
        }
        return null;
    }
}
