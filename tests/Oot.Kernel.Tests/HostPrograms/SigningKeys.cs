using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>Keys and certificates of every form, made once by <c>openssl</c>.</summary>
public sealed class SigningKeys : IDisposable
{
    internal const string Passphrase = "a PIN's \u00e4";

    private readonly TemporaryDirectory directory = new();

    public SigningKeys()
    {
        if (!File.Exists("/usr/bin/openssl"))
            return;
        OpenSsl("req -x509 -newkey rsa:2048 -nodes -sha256 -days 9999 -utf8 -subj /CN=Test-key/O=\u00d6rg -keyout rsa.pem -out rsa.crt");
        OpenSsl("x509 -in rsa.crt -outform DER -out rsa.der");
        OpenSsl("rsa -in rsa.pem -traditional -out traditional.pem");
        File.WriteAllText(At("both.pem"), File.ReadAllText(At("rsa.pem")) + File.ReadAllText(At("rsa.crt")));
        File.WriteAllText(At("both-other-order.pem"), "text before\n" + File.ReadAllText(At("rsa.crt")) + "text between\n" + File.ReadAllText(At("rsa.pem")));
        OpenSsl("pkcs8 -topk8 -v2 aes-256-cbc -in rsa.pem -passout env:PIN -out encrypted.pem");
        foreach (string cipher in new[] { "aes128", "aes256", "des3" })
            OpenSsl($"rsa -in rsa.pem -traditional -{cipher} -passout env:PIN -out traditional-{cipher}.pem");
        OpenSsl("req -x509 -newkey rsa:1024 -nodes -sha1 -days 9999 -subj /CN=other -keyout other.pem -out other.crt");
        foreach (string curve in new[] { "prime256v1", "secp384r1" })
            OpenSsl($"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:{curve} -nodes -sha256 -days 9999 -subj /CN={curve} -keyout {curve}.pem -out {curve}.crt");
        OpenSsl("ec -in prime256v1.pem -out ec-traditional.pem");
        OpenSsl("req -x509 -newkey ed25519 -nodes -days 9999 -subj /CN=ed -keyout ed25519.pem -out ed25519.crt");
        byte[] module = new byte[123_457];
        new Random(1).NextBytes(module);
        File.WriteAllBytes(At("m.ko"), module);
    }

    internal string Prefix => directory.Path + "/";

    internal string At(string name) => Path.Combine(directory.Path, name);

    internal static void Require()
    {
        if (!File.Exists("/usr/bin/openssl"))
            Assert.Skip("no openssl: apt-get install openssl");
    }

    internal string OpenSsl(string arguments)
    {
        (int exit, string output) = TwinBuild.Start("env", ["-C", directory.Path, "PIN=" + Passphrase, "openssl", .. arguments.Split(' ')]);
        Assert.True(exit == 0, output);
        return output;
    }

    public void Dispose() => directory.Dispose();
}
