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
        for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
            _ = disk.MakeDirectory(path[..slash], mode);
        int errno = disk.MakeDirectory(path, mode);
        return errno == Errno.Exists ? disk.Stat(path, out status) == 0 && status.IsDirectory ? 0 : Errno.NotDirectory : errno;
    }

    /// <summary>Makes the directories above a file; 0 or errno.</summary>
    public static int MakeParents(this IDisk disk, string path) => path.LastIndexOf('/') is > 0 and var slash ? disk.MakeDirectories(path[..slash]) : 0;
}
