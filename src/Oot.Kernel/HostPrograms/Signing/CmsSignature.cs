using System.Formats.Asn1;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>
/// The signature as sign-file has OpenSSL write it (RFC 5652): SignedData over content that lies elsewhere, one signer, neither certificates nor signed attributes. SignedCms
/// cannot be used: it leaves out the NULL behind rsaEncryption.
/// </summary>
internal static class CmsSignature
{
    private const string SignedData = "1.2.840.113549.1.7.2", Data = "1.2.840.113549.1.7.1", RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);

    /// <summary>Writes it.</summary>
    /// <param name="byKeyIdentifier">The signer is named by the certificate's key identifier instead of issuer and serial number (<c>-k</c>).</param>
    internal static byte[] Write(SigningCertificate certificate, SignatureHash hash, bool isRsa, byte[] signature, bool byKeyIdentifier)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        int version = byKeyIdentifier ? 3 : 1;
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(version);
                using (writer.PushSetOf())
                    Algorithm(writer, hash.Identifier);
                Algorithm(writer, Data);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(version);
                    Signer(writer, certificate, byKeyIdentifier);
                    Algorithm(writer, hash.Identifier);
                    Algorithm(writer, isRsa ? RsaEncryption : hash.EcdsaIdentifier, withNull: isRsa);
                    writer.WriteOctetString(signature);
                }
            }
        }
        return writer.Encode();
    }

    private static void Signer(AsnWriter writer, SigningCertificate certificate, bool byKeyIdentifier)
    {
        if (byKeyIdentifier)
        {
            writer.WriteOctetString((certificate.KeyIdentifier ?? throw new SigningException("-k: the certificate has no subject key identifier")).Span, Context0);
            return;
        }
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.Issuer.Span);
            writer.WriteEncodedValue(certificate.SerialNumber.Span);
        }
    }

    private static void Algorithm(AsnWriter writer, string identifier, bool withNull = false)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(identifier);
            if (withNull)
                writer.WriteNull();
        }
    }
}
