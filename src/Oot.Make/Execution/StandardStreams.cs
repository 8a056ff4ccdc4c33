using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>Make's own standard output and error.</summary>
internal static class StandardStreams
{
    /// <summary>
    /// Puts those that are regular files into append mode, so that jobs writing beside one another lose nothing; done once at the start
    /// (GNU make 4.4.1, output.c).
    /// </summary>
    public static void AppendToFiles()
    {
        for (int descriptor = 1; descriptor <= 2; descriptor++)
        {
            if (new Disk().Stat($"/proc/self/fd/{descriptor}", out FileStatus status) == 0 && status.IsRegular
                && Control(descriptor, GetStatusFlags, 0) is >= 0 and var flags)
                _ = Control(descriptor, SetStatusFlags, flags | Append);
        }
    }
}
