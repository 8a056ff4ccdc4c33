using Oot.Core;

namespace Oot.Deploy.Installing;

/// <summary>The key that modules of a system are signed with.</summary>
/// <param name="Key">The private key.</param>
/// <param name="Certificate">Its certificate.</param>
public sealed record SigningKeys(string Key, string Certificate)
{
    // DKMS's, then Debian's and Ubuntu's machine owner key.
    private static readonly SigningKeys[] Known =
    [
        new("/var/lib/dkms/mok.key", "/var/lib/dkms/mok.pub"),
        new("/var/lib/shim-signed/mok/MOK.priv", "/var/lib/shim-signed/mok/MOK.der"),
    ];

    /// <summary>The first pair that is there and may be read; null where there is none.</summary>
    public static SigningKeys? Find(IDisk disk, string root)
    {
        Span<byte> start = stackalloc byte[1];
        foreach (SigningKeys pair in Known)
        {
            if (RootedPath.Resolve(disk, root, pair.Key, out string key) == 0 && RootedPath.Resolve(disk, root, pair.Certificate, out string certificate) == 0
                && disk.ReadStart(key, start, out int length) == 0 && length > 0 && disk.ReadStart(certificate, start, out length) == 0 && length > 0)
                return new SigningKeys(key, certificate);
        }
        return null;
    }
}
