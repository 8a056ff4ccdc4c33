using System.Runtime.InteropServices;
using static Oot.Core.NativeMethods;

namespace Oot.Core;

/// <summary>What a process is started with: its words, its environment and its working directory, as exact bytes.</summary>
public static unsafe class ProcessContext
{
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

    /// <summary>The path of the running program.</summary>
    public static string ProgramPath()
    {
        new Disk().ReadLink("/proc/self/exe", out string path);
        return path;
    }
}
