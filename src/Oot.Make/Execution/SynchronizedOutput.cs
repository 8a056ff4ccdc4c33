using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// One job's held output: the descriptors its commands get as standard output and error, and what make says about the job itself. Both
/// are one file when make's own two are one, so that the order between them is kept.
/// </summary>
internal sealed unsafe class SynchronizedOutput : IDisposable
{
    private SynchronizedOutput(int output, int error)
    {
        StandardOutput = output;
        StandardError = error;
    }

    /// <summary>Where output is held; −1 when make's own is closed.</summary>
    public int StandardOutput { get; private set; }

    /// <summary>Where errors are held, maybe the same; −1 when make's own is closed.</summary>
    public int StandardError { get; private set; }

    /// <summary>Files for what would go to descriptors 1 and 2. Null when there are none to be had (<see cref="OutputSync.CannotHold"/>).</summary>
    public static SynchronizedOutput? Open() => Open(1, 2);

    internal static SynchronizedOutput? Open(int realOutput, int realError)
    {
        bool hasOutput = IsOpen(realOutput), hasError = IsOpen(realError);
        if (!hasOutput && !hasError)
            return null;
        int output = hasOutput ? OpenHold() : -1;
        int error = !hasError ? -1 : hasOutput && IsSameFile(realOutput, realError) ? output : OpenHold();
        if ((!hasOutput || output >= 0) && (!hasError || error >= 0))
            return new SynchronizedOutput(output, error);
        new SynchronizedOutput(output, error).Dispose();
        return null;
    }

    /// <summary>Adds make's own words to what is held; false when that stream has no file and the text must go out directly.</summary>
    public bool Write(bool isError, string text)
    {
        int descriptor = isError ? StandardError : StandardOutput;
        return descriptor >= 0 && Disk.WriteAll(descriptor, ByteText.ToBytes(text)) == 0;
    }

    /// <summary>
    /// Copies everything held to descriptors 1 and 2, output first, in one piece under the lock, and empties the files; nothing happens when
    /// they are empty. The caller has flushed its own buffers. <paramref name="frame"/> is called with true before and with false after, to
    /// say "Entering directory" and "Leaving directory". False: see <see cref="OutputSync.WhileLocked"/>.
    /// </summary>
    public bool Dump(OutputSync? sync, Action<bool>? frame) => Dump(sync, frame, 1, 2);

    internal bool Dump(OutputSync? sync, Action<bool>? frame, int realOutput, int realError)
    {
        bool hasOutput = HasContent(StandardOutput);
        bool hasError = StandardError != StandardOutput && HasContent(StandardError);
        if (!hasOutput && !hasError)
            return true;
        bool locked = true;
        // Nobody sees anything of a scout, not even where a makefile itself asks for this.
        if (MakeProcess.Current.Scouting is null)
        {
            if (sync is null)
                CopyAll();
            else
                locked = sync.WhileLocked(CopyAll);
        }
        Empty(StandardOutput);
        if (StandardError != StandardOutput)
            Empty(StandardError);
        return locked;

        void CopyAll()
        {
            frame?.Invoke(true);
            if (hasOutput)
                Copy(StandardOutput, realOutput);
            if (hasError)
                Copy(StandardError, realError);
            frame?.Invoke(false);
        }
    }

    /// <summary>Closes the files; what has not been dumped is lost.</summary>
    public void Dispose()
    {
        if (StandardOutput >= 0)
            _ = Close(StandardOutput);
        if (StandardError >= 0 && StandardError != StandardOutput)
            _ = Close(StandardError);
        StandardOutput = StandardError = -1;
    }

    private static int OpenHold() => ProcessContext.KeepIfSpare(TemporaryFiles.OpenNameless());

    private static bool HasContent(int descriptor) => descriptor >= 0 && Seek(descriptor, 0, 2) > 0;

    private static void Empty(int descriptor)
    {
        if (descriptor < 0)
            return;
        _ = Seek(descriptor, 0, 0);
        _ = Truncate(descriptor, 0);
    }

    private static void Copy(int from, int to)
    {
        const int Size = 65536;
        byte[] buffer = new byte[Size];
        _ = Seek(from, 0, 0);
        while (true)
        {
            nint count;
            fixed (byte* p = buffer)
                count = Read(from, p, Size);
            if (count < 0 && SystemCalls.Errno == Core.Errno.Interrupted)
                continue;
            if (count <= 0 || Disk.WriteAll(to, buffer.AsSpan(0, (int)count)) != 0)
                return;
        }
    }

    private static bool IsSameFile(int first, int second)
    {
        var disk = new Disk();
        return disk.Stat($"/proc/self/fd/{first}", out FileStatus one) == 0
            && disk.Stat($"/proc/self/fd/{second}", out FileStatus other) == 0
            && one.Device == other.Device && one.Inode == other.Inode;
    }
}
