using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>Work that a build need not wait for, only its process: in a thread, and in the directory in which it was begun. If it fails, it has not been.</summary>
internal static class WorkBeside
{
    private const int StackBytes = 1 << 20;

    /// <summary>Begins it. Where a thread cannot have a directory of its own, it is done at once.</summary>
    public static void Start(Action work)
    {
        if (!MakeProcess.CanHaveOwnDirectory)
        {
            Try(work);
            return;
        }
        string? directory = ProcessContext.WorkingDirectory();
        try
        {
            new Thread(() =>
            {
                if (Unshare(OwnFileSystem) == 0 && ProcessContext.WorkingDirectory() == directory)
                    Try(work);
            }, StackBytes).Start();
        }
        catch (OutOfMemoryException)
        {
            // No thread is to be had.
        }
    }

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception)
        {
            // Nobody waits for it.
        }
    }
}
