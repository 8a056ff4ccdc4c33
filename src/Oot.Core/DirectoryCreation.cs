namespace Oot.Core;

/// <summary>Making a directory together with those above it.</summary>
public static class DirectoryCreation
{
    private const int ForAll = 0x1FF;

    /// <summary>Makes what is missing of a path; 0 when the directory is there then, or errno.</summary>
    /// <param name="mode">The permissions of each directory that is made, less the umask.</param>
    public static int MakeDirectories(this IDisk disk, string path, int mode = ForAll)
    {
        if (disk.Stat(path, out FileStatus status) == 0)
            return status.IsDirectory ? 0 : Errno.NotDirectory;
        // What cannot be made of the directories above is the reason for whatever follows from it.
        int first = 0;
        for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            int errno = disk.MakeDirectory(path[..slash], mode);
            first = first == 0 && errno != Errno.Exists ? errno : first;
        }
        int last = disk.MakeDirectory(path, mode);
        if (last == 0 || (disk.Stat(path, out status) == 0 && status.IsDirectory))
            return 0;
        return last == Errno.Exists ? Errno.NotDirectory : first != 0 ? first : last;
    }

    /// <summary>Makes the directories above a file; 0 or errno.</summary>
    public static int MakeParents(this IDisk disk, string path) => path.LastIndexOf('/') is > 0 and var slash ? disk.MakeDirectories(path[..slash]) : 0;
}
