using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>What <c>uname</c> says, as this process hears it (a personality can change the machine).</summary>
internal static unsafe partial class KernelName
{
    private const int FieldBytes = 65, Fields = 6;

    [LibraryImport("libc", EntryPoint = "uname")]
    private static partial int Ask(byte* buffer);

    /// <summary>All fields in a row.</summary>
    public static string Text
    {
        get
        {
            byte* buffer = stackalloc byte[FieldBytes * Fields];
            if (Ask(buffer) != 0)
                return "";
            string text = "";
            for (int i = 0; i < Fields; i++)
                text += ByteText.FromPointer(buffer + (i * FieldBytes)) + "\n";
            return text;
        }
    }
}
