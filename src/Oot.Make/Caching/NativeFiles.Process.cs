using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>What a process is besides its words: user, limits, terminals; and memory that is a file.</summary>
internal static unsafe partial class NativeFiles
{
    private const int LimitKinds = 16, MostGroups = 1024;

    [LibraryImport("libc", EntryPoint = "getegid")]
    private static partial uint EffectiveGroup();
    [LibraryImport("libc", EntryPoint = "getuid")]
    private static partial uint RealUser();
    [LibraryImport("libc", EntryPoint = "getgroups")]
    private static partial int Groups(int size, uint* groups);
    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);
    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, nint argument);

    /// <summary>Children will not have this descriptor.</summary>
    public static void CloseOnExecute(int descriptor) => _ = Control(descriptor, 2, 1);

    /// <summary>Children will have this descriptor.</summary>
    public static void KeepOnExecute(int descriptor) => _ = Control(descriptor, 2, 0);

    /// <summary>Writes at the end of a file of <see cref="OpenMemory"/>, whole or not at all, however many processes do so; whether it could be.</summary>
    public static bool Append(int descriptor, ReadOnlySpan<byte> bytes) => Disk.WriteAll(descriptor, bytes) == 0;

    /// <summary>The users and groups that this process acts as.</summary>
    public static string Users()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{RealUser()} {EffectiveUser()} {EffectiveGroup()}");
        uint* groups = stackalloc uint[MostGroups];
        int count = Groups(MostGroups, groups);
        for (int i = 0; i < count; i++)
            text.Append(' ').Append(groups[i]);
        return text.ToString();
    }

    /// <summary>What the process may use up (<c>ulimit</c>).</summary>
    public static string Limits()
    {
        var text = new StringBuilder();
        for (int kind = 0; kind < LimitKinds; kind++)
            if (ProcessContext.Limit(kind) is { } limit)
                text.Append(CultureInfo.InvariantCulture, $"{limit.Now:x}.{limit.Most:x} ");
        return text.ToString();
    }

    /// <summary>What a descriptor is as far as makefiles can see: closed, a terminal of this name, or something else.</summary>
    public static string TerminalOf(int descriptor)
    {
        if (StatusOf(descriptor, out _) != 0)
            return "closed";
        if (IsTerminal(descriptor) == 0)
            return "file";
        new Disk().ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}"), out string name);
        return "terminal " + name;
    }

    /// <summary>Whether two descriptors lead to one file, so that the order between them can be seen.</summary>
    public static bool AreOneFile(int one, int two) =>
        StatusOf(one, out Statx first) == 0 && StatusOf(two, out Statx second) == 0
        && first.Inode == second.Inode && first.DevMajor == second.DevMajor && first.DevMinor == second.DevMinor;

    /// <summary>Whether what is written to a descriptor arrives as a rule: not so for <c>/dev/full</c> and its like, or a closed one.</summary>
    public static bool TakesOutput(int descriptor)
    {
        const uint Character = 0x2000;
        return StatusOf(descriptor, out Statx x) == 0
            && ((x.Mode & TypeMask) != Character || IsTerminal(descriptor) != 0 || (x.RdevMajor == 1 && x.RdevMinor == 3));
    }

    /// <summary>Inode and device of an open file as a text; null when the descriptor is closed.</summary>
    public static string? NameOf(int descriptor) =>
        StatusOf(descriptor, out Statx x) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{x.Inode}.{x.DevMajor}.{x.DevMinor}") : null;

    private static int StatusOf(int descriptor, out Statx status)
    {
        byte empty = 0;
        return StatxCall(descriptor, &empty, 0x1000, 0x7ff, out status);
    }

    /// <summary>Maps a regular file of this user's; 0 for any other, for an empty one and for one above <paramref name="most"/> bytes.</summary>
    public static nint MapOwn(string path, long most, out int length)
    {
        length = 0;
        int descriptor = OpenOwn(path, most, out ulong size);
        if (descriptor < 0)
            return 0;
        const int Readable = 1, Private = 2;
        // A file here is never changed, only replaced, so the mapping stays as it is.
        nint start = size == 0 ? -1 : Map(0, (nint)size, Readable, Private, descriptor, 0);
        _ = CloseCall(descriptor);
        if (start == -1)
            return 0;
        length = (int)size;
        return start;
    }

    private static int OpenOwn(string path, long most, out ulong size)
    {
        size = 0;
        int noLinks = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;
        int descriptor;
        fixed (byte* p = ByteText.ToZeroTerminated(path))
            descriptor = OpenAt(CurrentDirectory, p, ReadOnly | CloseOnExec | noLinks, 0);
        if (descriptor < 0)
            return -1;
        if (StatusOf(descriptor, out Statx x) != 0 || !IsOwn(x) || (x.Mode & TypeMask) != Regular || x.Size > (ulong)most)
        {
            _ = CloseCall(descriptor);
            return -1;
        }
        size = x.Size;
        return descriptor;
    }
}
