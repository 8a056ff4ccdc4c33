using Oot.Core;

namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>Signs a module's file in place, as the kernel's own <c>sign-file</c> does.</summary>
public static class ModuleSigner
{
    /// <summary>Signs; the value says why it could not, or is null. The file is then what it was.</summary>
    /// <param name="hash">The digest's name as the kernel's configuration has it (<c>CONFIG_MODULE_SIG_HASH</c>).</param>
    /// <param name="key">The private key, PEM.</param>
    /// <param name="certificate">Its certificate, DER or PEM.</param>
    public static string? Sign(IDisk disk, IReadOnlyList<string> environment, string hash, string key, string certificate, string module)
    {
        using var errors = new MemoryStream();
        int code = SignFileProgram.Run(new HostProgramCall("sign-file", [hash, key, certificate, module], environment, Stream.Null, Stream.Null, errors, disk));
        return code == 0 ? null : ByteText.FromBytes(errors.ToArray()).TrimEnd('\n');
    }
}
