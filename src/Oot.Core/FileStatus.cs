namespace Oot.Core;

/// <summary>What the disk says of one file. Times are nanoseconds since 1970-01-01 UTC; <paramref name="Mode"/> is the POSIX <c>st_mode</c>, <paramref name="Owner"/> a user's number.</summary>
public readonly record struct FileStatus(long ModifiedNs, long ChangedNs, long Size, ulong Inode, ulong Device, uint Mode, uint Owner = 0)
{
    private const uint TypeMask = 0xF000;

    /// <summary><see cref="Device"/> (the major number above 32 bits of minor) in the C library's packing of <c>dev_t</c>.</summary>
    public ulong DeviceNumber
    {
        get
        {
            ulong major = Device >> 32, minor = (uint)Device;
            return (minor & 0xff) | ((major & 0xfff) << 8) | ((minor & ~0xffUL) << 12) | ((major & ~0xfffUL) << 32);
        }
    }

    /// <summary>A directory.</summary>
    public bool IsDirectory => (Mode & TypeMask) == 0x4000;

    /// <summary>A regular file.</summary>
    public bool IsRegular => (Mode & TypeMask) == 0x8000;

    /// <summary>A symbolic link; only a status taken without following links can say so.</summary>
    public bool IsLink => (Mode & TypeMask) == 0xA000;

    /// <summary>A named pipe: opening it waits for the other end.</summary>
    public bool IsPipe => (Mode & TypeMask) == 0x1000;

    /// <summary>Whether anyone may execute it.</summary>
    public bool IsExecutable => (Mode & 0x49) != 0;
}
