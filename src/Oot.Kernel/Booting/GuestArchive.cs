using Oot.Core;

namespace Oot.Kernel.Booting;

/// <summary>The guest's file system: busybox, the loader, the script that comes first, the modules as <c>/oot/N.ko</c>, the user's script as <c>/oot/run</c>.</summary>
internal static class GuestArchive
{
    /// <summary>Writes it; the value is its size in bytes.</summary>
    internal static int Write(IDisk disk, string path, GuestArchitecture architecture, GuestTrial trial, byte[] busybox)
    {
        var archive = new InitramfsWriter();
        foreach (string directory in new[] { "bin", "dev", "oot", "proc", "sys", "tmp" })
            archive.AddDirectory(directory);
        archive.AddDevice("dev/console", 5, 1);
        archive.AddDevice("dev/null", 1, 3);
        archive.AddFile("bin/busybox", busybox, executable: true);
        archive.AddFile("init", ByteText.ToBytes(GuestScript.Of(trial, architecture.Report)), executable: true);
        archive.AddFile("oot/load", LoaderProgram.Create(architecture.Machine), executable: true);
        for (int i = 0; i < trial.Modules.Count; i++)
            archive.AddFile($"oot/{i}.ko", trial.Modules[i].Content.Span, executable: false);
        if (trial.Script is { } script)
            archive.AddFile("oot/run", script, executable: true);
        ReadOnlySpan<byte> bytes = archive.Finish();
        int errno = disk.Write(path, bytes);
        return errno == 0 ? bytes.Length : throw new IOException($"{Errno.Message(errno)}: {ByteText.ToUnicode(path)}");
    }
}
