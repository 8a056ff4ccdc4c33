using System.Security.Cryptography;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>A hash that a kernel may check module signatures with (kernel/module/Kconfig, MODULE_SIG_HASH).</summary>
/// <param name="Name">As <c>CONFIG_MODULE_SIG_HASH</c> writes it.</param>
/// <param name="Framework">As .NET names it; null for what it does not have.</param>
/// <param name="Identifier">The object identifier of the hash.</param>
/// <param name="EcdsaIdentifier">The object identifier of an ECDSA signature over it.</param>
internal sealed record SignatureHash(string Name, HashAlgorithmName? Framework, string Identifier, string EcdsaIdentifier)
{
    private static readonly SignatureHash[] All =
    [
        new("sha1", HashAlgorithmName.SHA1, "1.3.14.3.2.26", "1.2.840.10045.4.1"),
        new("sha224", null, "2.16.840.1.101.3.4.2.4", "1.2.840.10045.4.3.1"),
        new("sha256", HashAlgorithmName.SHA256, "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2"),
        new("sha384", HashAlgorithmName.SHA384, "2.16.840.1.101.3.4.2.2", "1.2.840.10045.4.3.3"),
        new("sha512", HashAlgorithmName.SHA512, "2.16.840.1.101.3.4.2.3", "1.2.840.10045.4.3.4"),
        new("sha3-256", HashAlgorithmName.SHA3_256, "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.3.10"),
        new("sha3-384", HashAlgorithmName.SHA3_384, "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.3.11"),
        new("sha3-512", HashAlgorithmName.SHA3_512, "2.16.840.1.101.3.4.2.10", "2.16.840.1.101.3.4.3.12"),
    ];

    /// <summary>The hash of that name in either case, as OpenSSL takes it.</summary>
    internal static SignatureHash Find(string name)
    {
        SignatureHash known = Array.Find(All, hash => hash.Name == name || hash.Name.ToUpperInvariant() == name)
            ?? throw new SigningException($"hash algorithm '{name}' is none that a kernel checks module signatures with ({string.Join(", ", All.Select(hash => hash.Name))})");
        return known.Framework is null
            ? throw new SigningException($"hash algorithm '{known.Name}' is not supported by oot; --host-programs=tree runs the kernel tree's own sign-file")
            : known;
    }

    /// <summary>The hash of some bytes.</summary>
    internal byte[] Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Name switch
            {
                "sha1" => SHA1.HashData(bytes),
                "sha256" => SHA256.HashData(bytes),
                "sha384" => SHA384.HashData(bytes),
                "sha512" => SHA512.HashData(bytes),
                "sha3-256" => SHA3_256.HashData(bytes),
                "sha3-384" => SHA3_384.HashData(bytes),
                _ => SHA3_512.HashData(bytes),
            };
        }
        catch (PlatformNotSupportedException)
        {
            throw new SigningException($"hash algorithm '{Name}' is not in this system's OpenSSL");
        }
    }
}
