using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>The kernels that a line of depmod.d means: <c>*</c>, or a POSIX extended expression that need not match all of the release. The C library decides, as it does for kmod.</summary>
internal static unsafe partial class KernelPattern
{
    // regex_t has 64 bytes in glibc and 56 in musl.
    private const int ExpressionSize = 256, Extended = 1, WithoutPositions = 8;

    /// <summary>Whether a release is meant; an expression that is wrong means none.</summary>
    internal static bool Matches(string pattern, string release)
    {
        if (pattern == "*")
            return true;
        ulong* expression = stackalloc ulong[ExpressionSize / sizeof(ulong)];
        new Span<ulong>(expression, ExpressionSize / sizeof(ulong)).Clear();
        fixed (byte* text = ByteText.ToZeroTerminated(pattern), name = ByteText.ToZeroTerminated(release))
        {
            if (Compile(expression, text, Extended | WithoutPositions) != 0)
                return false;
            bool matches = Execute(expression, name, 0, null, 0) == 0;
            Free(expression);
            return matches;
        }
    }

    [LibraryImport("libc", EntryPoint = "regcomp")]
    private static partial int Compile(void* expression, byte* pattern, int flags);

    [LibraryImport("libc", EntryPoint = "regexec")]
    private static partial int Execute(void* expression, byte* text, nuint count, void* positions, int flags);

    [LibraryImport("libc", EntryPoint = "regfree")]
    private static partial void Free(void* expression);
}
