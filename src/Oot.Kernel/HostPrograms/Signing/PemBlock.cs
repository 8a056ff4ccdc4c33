using System.Security.Cryptography;
using System.Text;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>A block of a PEM file (RFC 7468, and RFC 1421's headers, which OpenSSL's older encrypted keys have).</summary>
/// <param name="Label">What stands after <c>BEGIN</c>.</param>
/// <param name="Encryption">The header <c>DEK-Info</c>, such as <c>AES-256-CBC,0123…</c>; null: not encrypted in that way.</param>
/// <param name="Content">The decoded bytes.</param>
internal sealed record PemBlock(string Label, string? Encryption, byte[] Content)
{
    private const string Begin = "-----BEGIN ", End = "-----END ", Dashes = "-----";

    /// <summary>The first block whose label is wanted; null when there is none that can be decoded.</summary>
    internal static PemBlock? Find(string text, Func<string, bool> isWanted)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            if (!line.StartsWith(Begin, StringComparison.Ordinal) || !line.EndsWith(Dashes, StringComparison.Ordinal) || line.Length < Begin.Length + Dashes.Length)
                continue;
            string label = line[Begin.Length..^Dashes.Length];
            if (isWanted(label) && Read(lines, i + 1, label) is PemBlock block)
                return block;
        }
        return null;
    }

    private static PemBlock? Read(string[] lines, int first, string label)
    {
        var content = new StringBuilder();
        string? encryption = null;
        for (int i = first; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line == End + label + Dashes)
                return Decode(label, encryption, content.ToString());
            if (line.StartsWith("DEK-Info:", StringComparison.Ordinal))
                encryption = line[9..].Trim();
            else if (!line.Contains(':'))
                content.Append(line);
        }
        return null;
    }

    private static PemBlock? Decode(string label, string? encryption, string content)
    {
        byte[] bytes = new byte[(content.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(content, bytes, out int length) ? new PemBlock(label, encryption, bytes[..length]) : null;
    }

    /// <summary>The content of a block with <see cref="Encryption"/>, as OpenSSL encrypts such: the key is MD5 over passphrase and the vector's first 8 bytes, repeated.</summary>
    internal byte[] Decrypt(byte[] passphrase)
    {
        string[] parts = Encryption!.Split(',');
        (int length, bool triple) = parts[0] switch { "AES-128-CBC" => (16, false), "AES-192-CBC" => (24, false), "AES-256-CBC" => (32, false), "DES-EDE3-CBC" => (24, true), _ => (0, false) };
        if (length == 0 || parts.Length != 2 || parts[1].Length != (triple ? 16 : 32) || !parts[1].All(char.IsAsciiHexDigit))
            throw new CryptographicException($"encryption {parts[0]} is not supported");
        byte[] vector = Convert.FromHexString(parts[1]);
        byte[] key = [], last = [];
        while (key.Length < length)
        {
            last = MD5.HashData([.. last, .. passphrase, .. vector.AsSpan(0, 8)]);
            key = [.. key, .. last];
        }
        using SymmetricAlgorithm cipher = triple ? TripleDES.Create() : Aes.Create();
        cipher.Key = key[..length];
        return cipher.DecryptCbc(Content, vector);
    }
}
