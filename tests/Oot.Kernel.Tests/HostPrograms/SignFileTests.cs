using System.Text;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>oot's sign-file writes what the tree's own writes, and what OpenSSL takes for a signature.</summary>
public sealed class SignFileTests(SigningKeys keys) : IClassFixture<SigningKeys>
{
    private const string Program = "scripts/sign-file";

    private static readonly string[] Kernels = ["6.1", "6.12", "7.x"];

    private static readonly (string Key, string Certificate)[] RsaPairs =
    [
        ("rsa.pem", "rsa.der"), ("rsa.pem", "rsa.crt"), ("traditional.pem", "rsa.crt"), ("both.pem", "both.pem"), ("both-other-order.pem", "both-other-order.pem"),
        ("encrypted.pem", "rsa.der"), ("traditional-aes128.pem", "rsa.der"), ("traditional-aes256.pem", "rsa.der"), ("traditional-des3.pem", "rsa.der"),
    ];

    // The words with a module of its own, and every file that came of it.
    private (CallResult Result, List<(string Name, string Content)> Files) Run(HeaderPackage package, bool judge, params string[] words)
    {
        using var directory = new TemporaryDirectory();
        string module = Path.Combine(directory.Path, "m.ko");
        File.Copy(keys.At("m.ko"), module);
        string[] arguments = [.. words.Select(word => word switch { "MODULE" => module, "DEST" => Path.Combine(directory.Path, "signed.ko"), _ => word.Replace("KEYS/", keys.Prefix, StringComparison.Ordinal) })];
        CallResult result = judge
            ? package.Judge(Program, arguments, directory.Path, new Dictionary<string, string> { ["KBUILD_SIGN_PIN"] = SigningKeys.Passphrase })
            : package.Oot(Program, arguments, ["KBUILD_SIGN_PIN=" + Core.ByteText.FromUnicode(SigningKeys.Passphrase)]);
        return (result, [.. Directory.EnumerateFiles(directory.Path).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), Encoding.Latin1.GetString(File.ReadAllBytes(file))))]);
    }

    private void SameAsTheTrees(string kernel, params string[] words)
    {
        SigningKeys.Require();
        HeaderPackage package = HeaderPackage.Get(kernel);
        (CallResult expected, List<(string Name, string Content)> files) = Run(package, judge: true, words);
        (CallResult actual, List<(string Name, string Content)> ours) = Run(package, judge: false, words);
        Assert.Equal(new CallResult(0, "", ""), expected);
        Assert.Equal(expected, actual);
        Assert.Equal(files.Select(file => file.Name), ours.Select(file => file.Name));
        Assert.All(files.Zip(ours), pair => Assert.True(pair.First.Content == pair.Second.Content, $"{pair.First.Name}: {pair.First.Content.Length} and {pair.Second.Content.Length} bytes"));
    }

    public static TheoryData<string, string, string> Forms() => new(from kernel in Kernels from pair in RsaPairs select (kernel, pair.Key, pair.Certificate));

    [Theory, MemberData(nameof(Forms))]
    public void Every_form_of_an_rsa_key_gives_the_same_bytes(string kernel, string key, string certificate) =>
        SameAsTheTrees(kernel, "sha256", "KEYS/" + key, "KEYS/" + certificate, "MODULE");

    public static TheoryData<string, string> Hashes() =>
        new(from kernel in Kernels from hash in new[] { "sha1", "sha256", "sha384", "sha512", "SHA512", "sha3-256", "sha3-384", "sha3-512" } select (kernel, hash));

    [Theory, MemberData(nameof(Hashes))]
    public void Every_hash_gives_the_same_bytes(string kernel, string hash) => SameAsTheTrees(kernel, hash, "KEYS/rsa.pem", "KEYS/rsa.der", "MODULE");

    public static TheoryData<string, string> Options() =>
        new(from kernel in Kernels
            from words in new[]
            {
                "-p sha256 KEYS/rsa.pem KEYS/rsa.der MODULE", "-d sha256 KEYS/rsa.pem KEYS/rsa.der MODULE", "-k sha256 KEYS/rsa.pem KEYS/rsa.der MODULE DEST",
                "-pk sha256 KEYS/rsa.pem KEYS/rsa.der MODULE MODULE", "sha256 KEYS/rsa.pem KEYS/rsa.der MODULE DEST -p", "-s KEYS/rsa.der sha256 KEYS/none MODULE DEST",
                "-- sha256 KEYS/rsa.pem KEYS/rsa.der MODULE DEST", "-ds KEYS/rsa.der sha256 KEYS/none MODULE",
            }
            select (kernel, words));

    [Theory, MemberData(nameof(Options))]
    public void Options_do_the_same(string kernel, string words) => SameAsTheTrees(kernel, words.Split(' '));

    [Theory]
    [InlineData("")]
    [InlineData("sha256 k c")]
    [InlineData("a b c d e f")]
    [InlineData("-x sha256 k c m")]
    public void Wrong_usage_is_answered_alike(string words)
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        string[] arguments = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments));
    }

    [Theory]
    [InlineData("sha256", "rsa.pem", "rsa.crt")]
    [InlineData("sha512", "encrypted.pem", "rsa.crt")]
    [InlineData("sha256", "prime256v1.pem", "prime256v1.crt")]
    [InlineData("sha512", "ec-traditional.pem", "prime256v1.crt")]
    [InlineData("sha384", "secp384r1.pem", "secp384r1.crt")]
    public void OpenSSL_verifies_what_was_signed(string hash, string key, string certificate)
    {
        SigningKeys.Require();
        foreach (string identifier in new[] { "-d", "-dk" })
        {
            (CallResult result, List<(string Name, string Content)> files) = Run(HeaderPackage.Get("6.12"), judge: false, identifier, hash, "KEYS/" + key, "KEYS/" + certificate, "MODULE");
            Assert.Equal(new CallResult(0, "", ""), result);
            string signature = keys.At($"{Guid.NewGuid():N}.p7s");
            File.WriteAllBytes(signature, Encoding.Latin1.GetBytes(files.Single(file => file.Name == "m.ko.p7s").Content));
            Assert.Contains("erification successful", keys.OpenSsl($"cms -verify -binary -inform DER -in {signature} -content m.ko -certfile {certificate} -CAfile {certificate} -purpose any -out /dev/null"), StringComparison.Ordinal);
        }
    }

    /// <summary>An ECDSA signature is another one each time; all around it is the same.</summary>
    [Theory]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("7.x")]
    public void An_ecdsa_signature_is_wrapped_alike(string kernel)
    {
        SigningKeys.Require();
        HeaderPackage package = HeaderPackage.Get(kernel);
        string[] Shape(bool judge)
        {
            string signature = keys.At($"{Guid.NewGuid():N}.p7s");
            File.WriteAllBytes(signature, Encoding.Latin1.GetBytes(Run(package, judge, "-d", "sha256", "KEYS/prime256v1.pem", "KEYS/prime256v1.crt", "MODULE").Files.Single(file => file.Name.EndsWith(".p7s", StringComparison.Ordinal)).Content));
            // Offsets and lengths depend on the two integers.
            return [.. keys.OpenSsl($"asn1parse -inform DER -in {signature}").Split('\n').Select(line => line.Contains("OCTET STRING", StringComparison.Ordinal) ? "signature" : line[(line.IndexOf("cons:", StringComparison.Ordinal) is > 0 and var at ? at : Math.Max(0, line.IndexOf("prim:", StringComparison.Ordinal)))..])];
        }
        Assert.Equal(Shape(judge: true), Shape(judge: false));
    }

    [Theory]
    [InlineData("sha224 KEYS/rsa.pem KEYS/rsa.der MODULE", "sign-file: hash algorithm 'sha224' is not supported by oot; --host-programs=tree runs the kernel tree's own sign-file")]
    [InlineData("md5 KEYS/rsa.pem KEYS/rsa.der MODULE", "sign-file: hash algorithm 'md5' is none that a kernel checks module signatures with (sha1, sha224, sha256, sha384, sha512, sha3-256, sha3-384, sha3-512)")]
    [InlineData("sha256 KEYS/none.pem KEYS/rsa.der MODULE", "sign-file: KEYS/none.pem: No such file or directory")]
    [InlineData("sha256 KEYS/rsa.pem KEYS/none.der MODULE", "sign-file: KEYS/none.der: No such file or directory")]
    [InlineData("sha256 KEYS/rsa.pem KEYS/rsa.der KEYS/none.ko", "sign-file: KEYS/none.ko: No such file or directory")]
    [InlineData("sha256 KEYS/rsa.pem KEYS/rsa.der KEYS/", "sign-file: KEYS/: Is a directory")]
    [InlineData("sha256 KEYS/rsa.crt KEYS/rsa.der MODULE", "sign-file: KEYS/rsa.crt: no private key in PEM form")]
    [InlineData("sha256 KEYS/rsa.pem KEYS/m.ko MODULE", "sign-file: KEYS/m.ko: neither a DER nor a PEM certificate")]
    [InlineData("sha256 KEYS/rsa.pem /dev/null MODULE", "sign-file: /dev/null: Short read")]
    [InlineData("sha256 KEYS/rsa.pem KEYS/other.crt MODULE", "sign-file: KEYS/rsa.pem is not the private key of KEYS/other.crt")]
    [InlineData("sha256 KEYS/prime256v1.pem KEYS/rsa.crt MODULE", "sign-file: KEYS/prime256v1.pem is not the private key of KEYS/rsa.crt")]
    [InlineData("sha256 KEYS/ed25519.pem KEYS/ed25519.crt MODULE", "sign-file: keys of the kind Ed25519 are not supported by oot (RSA and ECDSA are); --host-programs=tree runs the kernel tree's own sign-file")]
    [InlineData("sha256 pkcs11:token=x KEYS/rsa.crt MODULE", "sign-file: pkcs11:token=x: keys in tokens (PKCS #11) are not supported by oot; --host-programs=tree runs the kernel tree's own sign-file")]
    public void What_cannot_be_signed_is_named(string words, string message)
    {
        SigningKeys.Require();
        (CallResult result, List<(string Name, string Content)> files) = Run(HeaderPackage.Get("6.12"), judge: false, words.Split(' '));
        Assert.Equal(new CallResult(1, "", message.Replace("KEYS/", keys.Prefix, StringComparison.Ordinal) + "\n"), result);
        Assert.Equal(["m.ko"], files.Select(file => file.Name));
    }

    [Fact]
    public void A_wrong_or_missing_passphrase_is_named()
    {
        SigningKeys.Require();
        HeaderPackage package = HeaderPackage.Get("6.12");
        foreach (string key in new[] { "encrypted.pem", "traditional-aes256.pem" })
        {
            string[] arguments = ["-d", "sha256", keys.At(key), keys.At("rsa.der"), keys.At("m.ko")];
            Assert.Contains("its passphrase goes into the variable KBUILD_SIGN_PIN", package.Oot(Program, arguments).Error, StringComparison.Ordinal);
            Assert.Contains("the key cannot be decrypted: KBUILD_SIGN_PIN is wrong", package.Oot(Program, arguments, ["KBUILD_SIGN_PIN=wrong"]).Error, StringComparison.Ordinal);
        }
    }

    /// <summary>Every cut of a certificate and a key ends in a message.</summary>
    [Fact]
    public void Broken_files_are_refused()
    {
        SigningKeys.Require();
        HeaderPackage package = HeaderPackage.Get("6.12");
        byte[] certificate = File.ReadAllBytes(keys.At("rsa.der"));
        byte[] key = File.ReadAllBytes(keys.At("rsa.pem"));
        string broken = keys.At("broken");
        for (int length = 0; length < certificate.Length - 300; length += 7)
        {
            File.WriteAllBytes(broken, certificate[..length]);
            Refused(package.Oot(Program, ["-d", "sha256", keys.At("rsa.pem"), broken, keys.At("m.ko")]));
        }
        for (int length = 0; length < key.Length - 30; length += 61)
        {
            File.WriteAllBytes(broken, key[..length]);
            Refused(package.Oot(Program, ["-d", "sha256", broken, keys.At("rsa.der"), keys.At("m.ko")]));
        }
    }

    private static void Refused(CallResult result)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^sign-file: .*broken.*\n$", result.Error);
    }
}
