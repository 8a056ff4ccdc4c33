using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.HostPrograms.Signing;
using Oot.Kernel.Modules;

namespace Oot.Deploy.Installing;

/// <summary>Makes of a built module the file that is installed: without debugging information, signed, compressed, in the kernel's own order (scripts/Makefile.modinst). Works in a directory of its own.</summary>
/// <param name="place">A directory for temporary files.</param>
internal sealed class ModulePreparation(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string place, InstallSettings settings)
{
    /// <summary>The content of the file.</summary>
    internal Result<byte[]> Prepare(string path, Action<Diagnostic> warn)
    {
        var content = new FileContent(disk);
        Expansion expansion = content.Read(path, ModuleReading.LargestModule, out int errno);
        if (errno != 0 || expansion.Status != ExpansionStatus.Done)
            return ModuleReading.Problem(path, expansion, errno);
        byte[] given = content.Bytes[..content.Length];
        bool signs = settings.Keys is not null;
        // A signature is of the very bytes; it goes before they are changed, and stays where nothing is.
        string file = $"{place}/{path[(path.LastIndexOf('/') + 1)..]}.work.ko";
        _ = disk.Remove(file);
        int end = signs || settings.Strips ? SignatureBlock.Find(given).ObjectLength : given.Length;
        errno = disk.CreateFile(file, given.AsSpan(0, end), 0x180);
        if (errno != 0)
            return InstallDiagnostics.CannotWrite(file, Errno.Message(errno));
        try
        {
            return Finish(path, file, warn);
        }
        finally
        {
            foreach (string left in new[] { file, file + ".gz", file + ".xz", file + ".zst" })
                _ = disk.Remove(left);
        }
    }

    private Result<byte[]> Finish(string path, string file, Action<Diagnostic> warn)
    {
        if (settings.Strips && Run("strip", ["--strip-debug", file], path, "binutils") is Diagnostic notStripped)
            return notStripped;
        if (settings.Keys is { } keys && ModuleSigner.Sign(disk, environment, settings.Hash, keys.Key, keys.Certificate, file) is string reason)
        {
            Diagnostic problem = InstallDiagnostics.SigningFailed(path, reason, settings.EnforcesSignatures);
            if (settings.EnforcesSignatures)
                return problem;
            warn(problem);
        }
        else if (settings.Keys is null && settings.EnforcesSignatures)
            return InstallDiagnostics.SigningFailed(path, "no key was named, and the system has none", enforced: true);
        if (settings.Compression.Program.Length > 0)
        {
            if (Run(settings.Compression.Program, [.. settings.Compression.Arguments, file], path, settings.Compression.Package) is Diagnostic notCompressed)
                return notCompressed;
            file += settings.Compression.Extension[".ko".Length..];
        }
        byte[] result = [];
        int errno = disk.Read(file, ref result, out int length);
        return errno == 0 ? result[..length] : InstallDiagnostics.CannotWrite(file, Errno.Message(errno));
    }

    private Diagnostic? Run(string program, IReadOnlyList<string> words, string path, string package)
    {
        ProgramResult result = programs.Run(new ProgramRequest(program, words, environment)).UnlessInterrupted();
        return result.Succeeded ? null : InstallDiagnostics.ProgramFailed(program, path, result.ExitCode == ProgramResult.NotStarted ? "it is not installed" : result.Error.Trim(), package);
    }
}
