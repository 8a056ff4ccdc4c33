using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>
/// <c>sign-file</c> (kernel scripts/sign-file.c): appends a signature to a module.
/// <code>module | signature (CMS, DER) | 12 bytes: 0 0 2 0 0 0 0 0, length of the signature (big-endian) | ~Module signature appended~\n</code>
/// </summary>
internal static class SignFileProgram
{
    private const int Pkcs7 = 2, TrailerLength = 12;

    /// <summary>Runs it.</summary>
    internal static int Run(HostProgramCall call)
    {
        try
        {
            var options = SignFileOptions.Parse(call.Program, call.Arguments);
            Sign(call, options);
            return 0;
        }
        catch (SigningException refused)
        {
            call.Error.Write(ByteText.ToBytes(refused.ExitCode == 2 ? refused.Message + "\n" : $"sign-file: {refused.Message}\n"));
            return refused.ExitCode;
        }
    }

    private static void Sign(HostProgramCall call, SignFileOptions options)
    {
        byte[] module = Read(call.Disk, options.Module);
        byte[] signature = options.IsRaw ? Read(call.Disk, options.Key) : Signature(call, options, module);
        if (options.SavesSignature && !options.IsRaw)
            Write(call.Disk, options.Module + ".p7s", signature);
        if (options.OnlySignature && !options.IsRaw)
            return;
        ReadOnlySpan<byte> marker = "~Module signature appended~\n"u8;
        byte[] signed = new byte[module.Length + signature.Length + TrailerLength + marker.Length];
        module.CopyTo(signed, 0);
        signature.CopyTo(signed, module.Length);
        Span<byte> trailer = signed.AsSpan(module.Length + signature.Length);
        trailer[2] = Pkcs7;
        BinaryPrimitives.WriteInt32BigEndian(trailer[8..], signature.Length);
        marker.CopyTo(trailer[TrailerLength..]);
        Write(call.Disk, options.Destination, signed);
    }

    private static byte[] Signature(HostProgramCall call, SignFileOptions options, byte[] module)
    {
        if (options.Key.StartsWith("pkcs11:", StringComparison.Ordinal))
            throw new SigningException($"{options.Key}: keys in tokens (PKCS #11) are not supported by oot; --host-programs=tree runs the kernel tree's own sign-file");
        byte[] keyFile = Read(call.Disk, options.Key);
        byte[] certificateFile = Read(call.Disk, options.Certificate);
        var hash = SignatureHash.Find(options.Hash);
        var certificate = SigningCertificate.Read(options.Certificate, certificateFile);
        RequireLibrary();
        string? passphrase = ProcessEnvironment.Value(call.Environment, "KBUILD_SIGN_PIN");
        using var key = SigningKey.Read(options.Key, ByteText.FromBytes(keyFile), certificate.KeyAlgorithm, passphrase is null ? null : ByteText.ToBytes(passphrase));
        if (!key.Belongs(certificate))
            throw new SigningException($"{options.Key} is not the private key of {options.Certificate}");
        return CmsSignature.Write(certificate, hash, key.IsRsa, key.Sign(hash.Of(module), hash), options.ByKeyIdentifier);
    }

    // Without its library the framework would end the process with a message of its own.
    private static void RequireLibrary()
    {
        foreach (string name in new[] { "libssl.so.3", "libssl.so.1.1" })
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                NativeLibrary.Free(handle);
                return;
            }
        }
        throw new SigningException("signing needs OpenSSL's library libssl.so.3; on Debian the package libssl3 has it");
    }

    private static byte[] Read(IDisk disk, string name)
    {
        byte[] bytes = [];
        int errno = disk.Read(name, ref bytes, out int length);
        return errno == 0 ? bytes[..length] : throw new SigningException($"{name}: {Errno.Message(errno)}");
    }

    // A module that is only half written must not be seen under its name; what is no file (such as /dev/stdout) is written as it is.
    private static void Write(IDisk disk, string name, byte[] bytes)
    {
        bool direct = disk.Stat(name, out FileStatus status) == 0 && !status.IsRegular;
        int errno = direct ? disk.Write(name, bytes) : disk.Replace(name, bytes);
        if (errno != 0)
            throw new SigningException($"{name}: {Errno.Message(errno)}");
    }
}
