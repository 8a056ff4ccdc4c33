using System.Formats.Asn1;
using Oot.Core;
using Oot.Kernel.HostPrograms.Signing;

namespace Oot.Kernel.Loading;

/// <summary>A certificate that the user names, in DER or PEM.</summary>
public sealed class SigningCertificateFile
{
    private SigningCertificateFile(SigningCertificate certificate, ReadOnlyMemory<byte> encoding) => (Certificate, Encoding) = (certificate, encoding);

    /// <summary>Its DER encoding.</summary>
    public ReadOnlyMemory<byte> Encoding { get; }

    /// <summary>Its subject key identifier in hexadecimal digits; null when it has none.</summary>
    public string? KeyIdentifier => Certificate.KeyIdentifier is { } identifier ? Convert.ToHexStringLower(identifier.Span) : null;

    /// <summary>Its content.</summary>
    internal SigningCertificate Certificate { get; }

    /// <summary>Reads a file.</summary>
    public static Result<SigningCertificateFile> Read(IDisk disk, string path)
    {
        byte[] content = [];
        int errno = disk.Read(path, ref content, out int length);
        if (errno != 0)
            return KernelDiagnostics.UnreadableCertificate(path, Errno.Message(errno));
        try
        {
            SigningCertificate certificate = SigningCertificate.Read(path, content[..length]);
            return new SigningCertificateFile(certificate, SigningCertificate.EncodingOf(content[..length]));
        }
        catch (SigningException wrong)
        {
            return KernelDiagnostics.UnreadableCertificate(path, wrong.Message);
        }
    }

    internal static SigningCertificate? Parse(byte[] der)
    {
        try
        {
            return SigningCertificate.Read("", der);
        }
        catch (SigningException)
        {
            return null;
        }
    }

    /// <summary>A serial number without its tag and leading zeros.</summary>
    internal static byte[] SerialOf(SigningCertificate certificate) =>
        System.Numerics.BigInteger.Abs(AsnDecoder.ReadInteger(certificate.SerialNumber.Span, AsnEncodingRules.BER, out _)).ToByteArray(isUnsigned: true, isBigEndian: true);
}
