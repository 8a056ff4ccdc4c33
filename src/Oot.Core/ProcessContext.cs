using System.Runtime.InteropServices;
using static Oot.Core.NativeMethods;

namespace Oot.Core;

/// <summary>What a process is started with: its words, its environment and its working directory, as exact bytes.</summary>
public static unsafe class ProcessContext
{
    private static readonly int Spare = MostDescriptors() / 4 * 3;

    /// <summary>
    /// The words of the command line, the program's name first. The kernel keeps the bytes that .NET's <c>Main</c>
    /// has already decoded; where a managed host started the process its own words are not in the list.
    /// </summary>
    public static IReadOnlyList<string> CommandLine()
    {
        new Disk().Read("/proc/self/cmdline", out string text);
        string[] words = text.Split('\0');
        return words.AsSpan(0, Math.Max(0, words.Length - 1)).ToArray();
    }

    /// <summary>The environment as <c>NAME=VALUE</c> strings in their order.</summary>
    public static IReadOnlyList<string> Environment()
    {
        new Disk().Read("/proc/self/environ", out string text);
        return text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The working directory, or null when it is gone.</summary>
    public static string? WorkingDirectory()
    {
        const int Size = 16384;
        byte* buffer = stackalloc byte[Size];
        return GetCurrentDirectory(buffer, Size) == null ? null : ByteText.FromPointer(buffer);
    }

    /// <summary>Changes the working directory; 0 or errno.</summary>
    public static int Enter(string directory)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(directory))
            return ChangeDirectory(p) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>The number of the user in whose name the process acts; 0 is root.</summary>
    public static uint User => EffectiveUser();

    /// <summary>What the process may use up of one kind (getrlimit(2)), and how far it may raise that; null for a kind that the system does not have.</summary>
    public static (ulong Now, ulong Most)? Limit(int kind)
    {
        ulong* limits = stackalloc ulong[2];
        return GetLimit(kind, limits) == 0 ? (limits[0], limits[1]) : null;
    }

    /// <summary>How many descriptors the process may have open at one time (<c>ulimit -n</c>).</summary>
    public static int MostDescriptors()
    {
        const int Descriptors = 7;
        return (int)Math.Min(Limit(Descriptors)?.Now ?? int.MaxValue, int.MaxValue);
    }

    /// <summary>
    /// A new descriptor that the process could do without, or −1 if it has been closed again: a quarter of all that there may be is for what cannot do without. The
    /// system gives the lowest free number, so a high one tells that most are taken.
    /// </summary>
    public static int KeepIfSpare(int descriptor)
    {
        if (descriptor < Spare)
            return descriptor;
        _ = Close(descriptor);
        return -1;
    }

    /// <summary>The path of the running program.</summary>
    public static string ProgramPath()
    {
        new Disk().ReadLink("/proc/self/exe", out string path);
        return path;
    }
}
