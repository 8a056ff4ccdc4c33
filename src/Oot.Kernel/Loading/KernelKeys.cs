using System.Security.Cryptography;
using Oot.Kernel.HostPrograms.Signing;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>
/// The certificates with which a kernel checks modules: those that are built into its image, found by their first bytes, and those that the user names. Keys that firmware or a machine's owner
/// adds (MOK) are not in the image.
/// </summary>
public sealed class KernelKeys
{
    private const string Rsa = "1.2.840.113549.1.1.1", EllipticCurve = "1.2.840.10045.2.1";
    private readonly List<SigningCertificate> certificates = [];

    private KernelKeys(bool areComplete) => AreComplete = areComplete;

    /// <summary>The kernel's own keys were looked for, so that a key which is not here is not built in.</summary>
    public bool AreComplete { get; }

    /// <summary>How many there are.</summary>
    public int Count => certificates.Count;

    /// <summary>The keys of an image and of certificate files.</summary>
    public static KernelKeys Of(KernelImage? image, IEnumerable<SigningCertificateFile> files)
    {
        var keys = new KernelKeys(image is not null);
        foreach (SigningCertificateFile file in files)
            keys.certificates.Add(file.Certificate);
        if (image is not null)
            keys.AddFrom(image);
        return keys;
    }

    /// <summary>What comes of checking a module's signature with these keys.</summary>
    /// <param name="file">The module's file, decompressed.</param>
    public SignatureState Verify(ReadOnlySpan<byte> file, SignatureBlock block, ModuleSignature? signature)
    {
        if (!block.HasMarker)
            return SignatureState.None;
        if (!block.IsPresent)
            return SignatureState.Malformed;
        if (block.IdType != 2)
            return SignatureState.Unsupported;
        if (!block.HasPlainHeader)
            return SignatureState.HeaderWrong;
        if (signature is null)
            return SignatureState.Malformed;
        if (certificates.Find(candidate => IsNamed(candidate, signature)) is not { } certificate)
            return AreComplete ? SignatureState.KeyMissing : SignatureState.NotVerified;
        if (DigestOf(signature.DigestName) is not { } digest || signature.HasSignedAttributes)
            return SignatureState.NotVerified;
        try
        {
            ReadOnlySpan<byte> content = file[..block.ObjectLength];
            return certificate.KeyAlgorithm switch
            {
                Rsa => VerifyRsa(certificate, content, signature, digest),
                EllipticCurve => VerifyEllipticCurve(certificate, content, signature, digest),
                _ => SignatureState.NotVerified,
            };
        }
        catch (CryptographicException)
        {
            return SignatureState.NotVerified;
        }
    }

    // Whatever is wrong with the number, the kernel says the same (crypto/asymmetric_keys/pkcs7_trust.c).
    private static SignatureState VerifyRsa(SigningCertificate certificate, ReadOnlySpan<byte> content, ModuleSignature signature, HashAlgorithmName digest)
    {
        using var key = RSA.Create();
        key.ImportRSAPublicKey(certificate.PublicKey.Span, out _);
        return key.VerifyData(content, signature.Value.Span, digest, RSASignaturePadding.Pkcs1) ? SignatureState.Good : SignatureState.Wrong;
    }

    // The point is 04, x and y; its size tells the curve.
    private static SignatureState VerifyEllipticCurve(SigningCertificate certificate, ReadOnlySpan<byte> content, ModuleSignature signature, HashAlgorithmName digest)
    {
        ReadOnlySpan<byte> point = certificate.PublicKey.Span;
        ECCurve? curve = point.Length switch { 65 => ECCurve.NamedCurves.nistP256, 97 => ECCurve.NamedCurves.nistP384, 133 => ECCurve.NamedCurves.nistP521, _ => null };
        if (curve is null || point[0] != 4)
            return SignatureState.NotVerified;
        int half = point.Length / 2;
        using var key = ECDsa.Create(new ECParameters { Curve = curve.Value, Q = new ECPoint { X = point.Slice(1, half).ToArray(), Y = point[(1 + half)..].ToArray() } });
        return key.VerifyData(content, signature.Value.Span, digest, DSASignatureFormat.Rfc3279DerSequence) ? SignatureState.Good : SignatureState.Wrong;
    }

    private void AddFrom(KernelImage image)
    {
        foreach (Range place in CertificatesIn(image.Bytes))
            certificates.Add(SigningCertificateFile.Parse(image.Bytes[place].ToArray())!);
    }

    /// <summary>Where certificates lie in a kernel.</summary>
    // SEQUENCE { SEQUENCE { [0] { INTEGER 2 }, INTEGER serial …
    internal static List<Range> CertificatesIn(ReadOnlySpan<byte> bytes)
    {
        var places = new List<Range>();
        for (int from = 0; bytes[from..].IndexOf((ReadOnlySpan<byte>)[0xa0, 0x03, 0x02, 0x01, 0x02, 0x02]) is >= 0 and var at; from += at + 1)
        {
            int start = from + at - 8;
            if (start < 0 || bytes[start] != 0x30 || bytes[start + 1] != 0x82 || bytes[start + 4] != 0x30 || bytes[start + 5] != 0x82)
                continue;
            int size = 4 + (bytes[start + 2] << 8) + bytes[start + 3];
            if (size <= bytes.Length - start && SigningCertificateFile.Parse(bytes.Slice(start, size).ToArray()) is not null)
                places.Add(start..(start + size));
        }
        return places;
    }

    private static bool IsNamed(SigningCertificate certificate, ModuleSignature signature) => signature.Issuer.IsEmpty
        ? certificate.KeyIdentifier is { } identifier && identifier.Span.SequenceEqual(signature.KeyIdentifier.Span)
        : certificate.Issuer.Span.SequenceEqual(signature.Issuer.Span) && SigningCertificateFile.SerialOf(certificate).AsSpan().SequenceEqual(signature.Serial.Span);

    private static HashAlgorithmName? DigestOf(string name) => name switch
    {
        "sha1" => HashAlgorithmName.SHA1,
        "sha256" => HashAlgorithmName.SHA256,
        "sha384" => HashAlgorithmName.SHA384,
        "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
