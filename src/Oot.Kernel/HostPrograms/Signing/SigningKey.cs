using System.Formats.Asn1;
using System.Security.Cryptography;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>A private key, RSA or ECDSA: exactly one of the two.</summary>
internal sealed class SigningKey : IDisposable
{
    private const string RsaIdentifier = "1.2.840.113549.1.1.1", EcIdentifier = "1.2.840.10045.2.1";

    // What OpenSSL knows and kernels or people use, for messages.
    private static readonly (string Identifier, string Name)[] Others =
    [
        ("1.2.840.113549.1.1.10", "RSA-PSS"), ("1.3.101.112", "Ed25519"), ("1.3.101.113", "Ed448"), ("1.2.840.10040.4.1", "DSA"),
        ("2.16.840.1.101.3.4.3.17", "ML-DSA-44"), ("2.16.840.1.101.3.4.3.18", "ML-DSA-65"), ("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
    ];

    private readonly RSA? rsa;
    private readonly ECDsa? ecdsa;

    private SigningKey(RSA? rsa, ECDsa? ecdsa)
    {
        this.rsa = rsa;
        this.ecdsa = ecdsa;
    }

    /// <summary>Whether it is an RSA key; else it is an ECDSA key.</summary>
    internal bool IsRsa => rsa is not null;

    /// <summary>Reads the first private key of a PEM file.</summary>
    /// <param name="algorithm">The kind of the certificate's key, which says what an encrypted key holds.</param>
    /// <param name="passphrase"><c>KBUILD_SIGN_PIN</c>; null when it is not set.</param>
    internal static SigningKey Read(string name, string text, string algorithm, byte[]? passphrase)
    {
        PemBlock block = PemBlock.Find(text, label => label is "PRIVATE KEY" or "ENCRYPTED PRIVATE KEY" or "RSA PRIVATE KEY" or "EC PRIVATE KEY" or "DSA PRIVATE KEY")
            ?? throw new SigningException($"{name}: no private key in PEM form");
        bool encrypted = block.Encryption is not null || block.Label == "ENCRYPTED PRIVATE KEY";
        if (encrypted && passphrase is null)
            throw new SigningException($"{name}: the key is encrypted; its passphrase goes into the variable KBUILD_SIGN_PIN");
        try
        {
            return block.Label == "ENCRYPTED PRIVATE KEY"
                ? Import(algorithm, key => key.ImportEncryptedPkcs8PrivateKey(passphrase, block.Content, out _))
                : Plain(block.Label, block.Encryption is null ? block.Content : block.Decrypt(passphrase!));
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            throw new SigningException(encrypted ? $"{name}: the key cannot be decrypted: KBUILD_SIGN_PIN is wrong, or the encryption is not supported" : $"{name}: not a private key ({broken.Message})");
        }
    }

    private static SigningKey Plain(string label, byte[] content) => label switch
    {
        "RSA PRIVATE KEY" => Import(RsaIdentifier, key => ((RSA)key).ImportRSAPrivateKey(content, out _)),
        "EC PRIVATE KEY" => Import(EcIdentifier, key => ((ECDsa)key).ImportECPrivateKey(content, out _)),
        "DSA PRIVATE KEY" => throw Unsupported("1.2.840.10040.4.1"),
        _ => Import(AlgorithmOf(content), key => key.ImportPkcs8PrivateKey(content, out _)),
    };

    // RFC 5208: version, algorithm, key
    private static string AlgorithmOf(byte[] content)
    {
        AsnReader fields = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
        fields.ReadInteger();
        return fields.ReadSequence().ReadObjectIdentifier();
    }

    private static SigningKey Import(string algorithm, Action<AsymmetricAlgorithm> import)
    {
        var key = algorithm switch
        {
            RsaIdentifier => new SigningKey(RSA.Create(), null),
            EcIdentifier => new SigningKey(null, ECDsa.Create()),
            _ => throw Unsupported(algorithm),
        };
        import((AsymmetricAlgorithm?)key.rsa ?? key.ecdsa!);
        return key;
    }

    private static SigningException Unsupported(string algorithm)
    {
        string name = Array.Find(Others, other => other.Identifier == algorithm).Name ?? algorithm;
        return new SigningException($"keys of the kind {name} are not supported by oot (RSA and ECDSA are); --host-programs=tree runs the kernel tree's own sign-file");
    }

    /// <summary>Whether it is the private half of a certificate's key.</summary>
    internal bool Belongs(SigningCertificate certificate)
    {
        if (certificate.KeyAlgorithm != (IsRsa ? RsaIdentifier : EcIdentifier))
            return false;
        if (rsa is not null)
            return rsa.ExportRSAPublicKey().AsSpan().SequenceEqual(certificate.PublicKey.Span);
        ECPoint point = ecdsa!.ExportParameters(includePrivateParameters: false).Q;
        ReadOnlySpan<byte> key = certificate.PublicKey.Span;
        if (key.Length > 0 && key[0] is 2 or 3)
            return key[1..].SequenceEqual(point.X);
        return key.Length > 0 && key[0] == 4 && key[1..].SequenceEqual((byte[])[.. point.X!, .. point.Y!]);
    }

    /// <summary>Signs a hash: PKCS #1 v1.5, or ECDSA as a sequence of two integers.</summary>
    internal byte[] Sign(byte[] hash, SignatureHash algorithm)
    {
        try
        {
            return rsa is not null
                ? rsa.SignHash(hash, algorithm.Framework!.Value, RSASignaturePadding.Pkcs1)
                : ecdsa!.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException refused)
        {
            throw new SigningException($"the key cannot sign a {algorithm.Name} hash ({ByteText.FromUnicode(refused.Message)})");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rsa?.Dispose();
        ecdsa?.Dispose();
    }
}
