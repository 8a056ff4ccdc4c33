using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>Home directories from the system's user data base.</summary>
internal static unsafe partial class UserDirectory
{
    /// <summary>glibc's <c>struct passwd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PasswordEntry
    {
        public byte* Name, Password;
        public uint Uid, Gid;
        public byte* Gecos, Directory, Shell;
    }

    [LibraryImport("libc", EntryPoint = "getpwnam")]
    private static partial PasswordEntry* GetByName(byte* name);

    /// <summary>The home directory of a user, or null if there is no such user.</summary>
    public static string? Find(string user)
    {
        fixed (byte* name = ByteText.ToZeroTerminated(user))
        {
            PasswordEntry* entry = GetByName(name);
            return entry == null ? null : ByteText.FromPointer(entry->Directory);
        }
    }
}
