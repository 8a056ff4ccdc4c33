using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>Names that begin with <c>~</c> or <c>~user</c>.</summary>
internal static unsafe partial class HomeDirectory
{
    /// <summary>The name with its home directory written out; null where that is unknown.</summary>
    /// <param name="name">Begins with <c>~</c>.</param>
    /// <param name="home">The value of <c>$(HOME)</c>; where it is empty the password database is asked.</param>
    public static string? Expand(string name, Func<string> home)
    {
        int slash = name.IndexOf('/');
        string user = name[1..(slash < 0 ? name.Length : slash)];
        string rest = slash < 0 ? "" : name[slash..];
        if (user.Length > 0)
            return Of(user) is { } other ? other + rest : null;
        string directory = home();
        if (directory.Length == 0)
            directory = LoginName() is { } login ? Of(login) ?? "" : "";
        return directory.Length == 0 ? null : directory + rest;
    }

    private static string? Of(string user)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(user))
        {
            Password* entry = GetPasswordByName(p);
            return entry == null ? null : ByteText.FromPointer(entry->Directory);
        }
    }

    private static string? LoginName()
    {
        byte* name = GetLogin();
        return name == null ? null : ByteText.FromPointer(name);
    }

    /// <summary>glibc's <c>struct passwd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Password
    {
        public byte* Name, Secret;
        public uint Uid, Gid;
        public byte* RealName, Directory, Shell;
    }

    [LibraryImport("libc", EntryPoint = "getpwnam")]
    private static partial Password* GetPasswordByName(byte* name);

    [LibraryImport("libc", EntryPoint = "getlogin")]
    private static partial byte* GetLogin();
}
