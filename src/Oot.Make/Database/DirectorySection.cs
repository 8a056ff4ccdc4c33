using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary>
/// Directories that the run looked into. This make asks the disk for one name at a time and keeps no listings, so it counts anew, and knows of
/// no names that were found impossible.
/// </summary>
internal static class DirectorySection
{
    /// <summary>Writes the directories of all files, and how much is in them.</summary>
    public static void Print(MakeState state, DatabaseText text)
    {
        text.Add("\n# Directories\n\n");
        var table = new HashLayout<string>(Names(state), HashOrder.OfText, HashOrder.DirectoryTableSize);
        int files = 0;
        foreach (string directory in table.Items)
            files += Print(state.Disk, directory, text);
        text.Line($"\n# {DatabaseText.Number(files, "No")} files, no impossibilities in {table.Count} directories.");
    }

    private static HashSet<string> Names(MakeState state)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileNode file in state.Files.All)
            if (file.TriedImplicit || file.State == CommandState.Finished)
                names.Add(file.FoundName.LastIndexOf('/') switch { < 0 => ".", 0 => "/", int slash => file.FoundName[..slash] });
        return names;
    }

    private static int Print(IDisk disk, string directory, DatabaseText text)
    {
        if (disk.Stat(directory, out FileStatus status) != 0)
        {
            text.Line($"# {directory}: could not be stat'd.");
            return 0;
        }
        string place = $"# {directory} (device {status.DeviceNumber}, inode {status.Inode})";
        if (disk.List(directory, out IReadOnlyList<string> names) != 0)
        {
            text.Line($"{place}: could not be opened.");
            return 0;
        }
        // The directory itself and the one above are among the names.
        int files = names.Count + 2;
        text.Line($"{place}: {files} files, no impossibilities.");
        return files;
    }
}
