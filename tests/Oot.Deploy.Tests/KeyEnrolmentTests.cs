using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Oot.Core;
using Oot.Deploy.Installing;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>Whether a key is trusted, told from lists as shim hands them over and from the kernel's list of keys.</summary>
public sealed class KeyEnrolmentTests : IDisposable
{
    private const string Shim = "-605dab50-e046-4300-abb6-3dd810dd8b23";

    private static readonly byte[] X509 = [0xa1, 0x59, 0xc0, 0xa5, 0xe4, 0x94, 0xa7, 0x4a, 0x87, 0xb5, 0xab, 0x15, 0x5c, 0x2b, 0xf0, 0x72];

    private readonly TemporaryDirectory directory = new();
    private readonly byte[] own = Certificate("own"), other = Certificate("other");

    [Theory]
    [InlineData("sys/firmware/efi/mok-variables/MokListRT", 0)]
    [InlineData("sys/firmware/efi/efivars/MokListRT" + Shim, 4)]
    public void A_key_of_the_machine_owner_is_trusted_and_another_is_not(string variable, int attributes)
    {
        Write(variable, [.. new byte[attributes], .. List(new byte[16], 48, [new byte[32]]), .. List(X509, other.Length + 16, [other]), .. List(X509, own.Length + 16, [own])]);
        Assert.Equal((EnrolmentState.Enrolled, EnrolmentState.Enrolled, EnrolmentState.NotEnrolled), (Of(own).State, Of(other).State, Of(Certificate("third")).State));
    }

    [Fact]
    public void A_certificate_in_PEM_is_the_same_certificate()
    {
        Write("sys/firmware/efi/mok-variables/MokListRT", List(X509, own.Length + 16, [own]));
        string path = directory.Write("own.pem", PemEncoding.WriteString("CERTIFICATE", own) + "\n");
        Assert.Equal(EnrolmentState.Enrolled, KeyEnrolment.Of(new Disk(), "", path, directory.Path + "/system").State);
    }

    [Fact]
    public void What_waits_for_the_next_boot_is_pending()
    {
        Write("sys/firmware/efi/efivars/MokListRT" + Shim, [0, 0, 0, 0, .. List(X509, other.Length + 16, [other])]);
        Write("sys/firmware/efi/efivars/MokNew" + Shim, [0, 0, 0, 0, .. List(X509, own.Length + 16, [own])]);
        Assert.Equal(EnrolmentState.Pending, Of(own).State);
    }

    [Fact]
    public void The_kernels_keyrings_are_asked_where_the_firmware_has_no_list()
    {
        string identifier = Convert.ToHexStringLower(new X509SubjectKeyIdentifierExtension(X509CertificateLoader.LoadCertificate(own).PublicKey, false).SubjectKeyIdentifierBytes.Span);
        Write("proc/keys", ByteText.ToBytes($"0bb5d2ad I------     1 perm 1f030000     0     0 asymmetri own: {identifier}: X509.rsa 5cbb419e []\n"));
        Assert.Equal((EnrolmentState.Enrolled, EnrolmentState.NotEnrolled), (Of(own).State, Of(other).State));
        Write("proc/keys", "03e99998 I------     1 perm 1f0b0000     0     0 keyring   .builtin_trusted_keys: empty\n"u8.ToArray());
        Assert.Equal(EnrolmentState.Unknown, Of(own).State);
    }

    [Fact]
    public void Another_systems_keys_and_damaged_lists_cannot_be_told()
    {
        string path = directory.Write("own.der", "");
        File.WriteAllBytes(path, own);
        Assert.Equal(EnrolmentState.Unknown, KeyEnrolment.Of(new Disk(), "/mnt", path).State);
        foreach (byte[] damaged in new byte[][] { [.. X509, 255, 255, 255, 255, 0, 0, 0, 0, 40, 0, 0, 0], [.. X509, 28, 0, 0, 0, 1, 0, 0, 0, 40, 0, 0, 0], [.. X509, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })
        {
            Write("sys/firmware/efi/mok-variables/MokListRT", damaged);
            Assert.Equal(EnrolmentState.Unknown, Of(own).State);
        }
    }

    public void Dispose() => directory.Dispose();

    private KeyEnrolment Of(byte[] certificate)
    {
        string path = directory.Write("key.der", "");
        File.WriteAllBytes(path, certificate);
        return KeyEnrolment.Of(new Disk(), "", path, directory.Path + "/system");
    }

    private void Write(string name, byte[] content)
    {
        string path = $"{directory.Path}/system/{name}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static byte[] List(byte[] type, int entry, byte[][] entries)
    {
        byte[] header = [.. type, .. new byte[12]];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 28 + (entries.Length * entry));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), entry);
        return [.. header, .. entries.SelectMany(one => new byte[16].Concat(one))];
    }

    private static byte[] Certificate(string name)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)).RawData;
    }
}
