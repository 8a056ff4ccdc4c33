using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>The C library's words for signals.</summary>
internal static unsafe partial class SignalText
{
    [LibraryImport("libc", EntryPoint = "strsignal")]
    private static partial byte* StrSignal(int signal);

    /// <summary>As <c>Killed</c> or <c>Segmentation fault</c>.</summary>
    public static string Describe(int signal) => ByteText.FromPointer(StrSignal(signal));
}
