using Oot.Core;

namespace Oot.Kconfig.Files;

/// <summary>Putting files in their place.</summary>
internal static class OutputFiles
{
    /// <summary>Makes the directories above a file; false where that cannot be.</summary>
    internal static bool MakeParents(string path)
    {
        int slash = path.LastIndexOf('/');
        if (slash <= 0)
            return true;
        try
        {
            Directory.CreateDirectory(ByteText.ToUnicode(path[..slash]));
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes a file beside its place and moves it there, so that it is whole or not there; 0 or errno.</summary>
    internal static int Replace(IDisk disk, string path, ReadOnlySpan<byte> content)
    {
        string partial = path + ".tmp";
        int errno = disk.Write(partial, content);
        return errno != 0 ? errno : disk.Rename(partial, path);
    }

    /// <summary>Whether a file has exactly this content.</summary>
    internal static bool Has(IDisk disk, string path, ReadOnlySpan<byte> content)
    {
        byte[] buffer = [];
        return disk.Stat(path, out FileStatus status) == 0 && status.Size == content.Length && disk.Read(path, ref buffer, out int length) == 0 &&
            buffer.AsSpan(0, length).SequenceEqual(content);
    }
}
