using System.Runtime.InteropServices;

namespace Oot.Core;

/// <summary>
/// A lock on a directory itself, so that two runs do not write the same files at once. Nothing is left in the directory, and a killed process holds no lock.
/// </summary>
public sealed partial class DirectoryLock : IDisposable
{
    private const int ReadOnlyDirectory = 0x10000 | 0x80000, Exclusive = 2, NotWaiting = 4, WouldBlock = 11;

    private readonly int descriptor;

    private DirectoryLock(int descriptor) => this.descriptor = descriptor;

    [LibraryImport("libc", EntryPoint = "open")]
    private static unsafe partial int Open(byte* path, int flags);
    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(int descriptor, int operation);
    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    /// <summary>Waits for the lock; where the file system knows none, there is none. <paramref name="waiting"/> is called once when another has it.</summary>
    public static unsafe DirectoryLock Take(string directory, Action waiting)
    {
        // O_DIRECTORY is another bit on Arm; O_CLOEXEC is the same.
        int flags = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x4000 | 0x80000 : ReadOnlyDirectory;
        int descriptor;
        fixed (byte* path = ByteText.ToZeroTerminated(directory))
            descriptor = Open(path, flags);
        if (descriptor >= 0 && Lock(descriptor, Exclusive | NotWaiting) != 0 && Marshal.GetLastPInvokeError() == WouldBlock)
        {
            waiting();
            while (Lock(descriptor, Exclusive) != 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted)
            {
            }
        }
        return new DirectoryLock(descriptor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (descriptor >= 0)
            _ = Close(descriptor);
    }
}
