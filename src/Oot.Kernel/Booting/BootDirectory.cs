using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Kernel.Booting;

/// <summary>A directory in the system's temporary one that is gone afterwards, also when the user interrupts: as long as it exists, an interrupt does not end this process but is noted.</summary>
internal sealed class BootDirectory : IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly string path;

    internal BootDirectory()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                IsInterrupted = true;
            }));
        }
        path = Directory.CreateTempSubdirectory("oot-try-").FullName;
    }

    /// <summary>Where it is, as byte text.</summary>
    internal string Path => ByteText.FromUnicode(path);

    /// <summary>The user wants this to end.</summary>
    internal bool IsInterrupted { get; private set; }

    public void Dispose()
    {
        Directory.Delete(path, recursive: true);
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }
}
