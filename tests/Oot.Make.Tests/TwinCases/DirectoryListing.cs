using System.Diagnostics;
using System.Text;

namespace Oot.Make.Tests.TwinCases;

/// <summary>What a run has left: every file below a directory with its type, mode and content, as text to compare.</summary>
internal static class DirectoryListing
{
    private static readonly byte[] ArchiveMagic = "!<arch>\n"u8.ToArray();

    /// <param name="root">The directory; names in the listing are relative to it.</param>
    /// <param name="makefile">The case's own text: a file that still holds exactly that is left out.</param>
    public static string Of(string root, string makefile)
    {
        StringBuilder listing = new();
        Walk(new DirectoryInfo(root), "", makefile, listing);
        return listing.ToString();
    }

    private static void Walk(DirectoryInfo directory, string prefix, string makefile, StringBuilder listing)
    {
        foreach (FileSystemInfo entry in directory.GetFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            string name = prefix + entry.Name;
            if (entry.LinkTarget is string target)
                listing.Append($"{name}: link {target}\n");
            else if (entry is DirectoryInfo below)
            {
                listing.Append($"{name}: dir {Mode(entry)}\n");
                Walk(below, name + "/", makefile, listing);
            }
            else
                AppendFile((FileInfo)entry, name, makefile, listing);
        }
    }

    private static void AppendFile(FileInfo file, string name, string makefile, StringBuilder listing)
    {
        bool readable = file.UnixFileMode.HasFlag(UnixFileMode.UserRead);
        string content = readable ? Content(file.FullName) : "";
        if (content == makefile)
            return;
        listing.Append($"{name}: file {Mode(file)}\n");
        foreach (string line in content.Split('\n'))
            listing.Append($"    {line}\n");
    }

    /// <summary>The text of a file; of an archive only its members' contents, because its headers hold times.</summary>
    private static string Content(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith(ArchiveMagic))
            return Encoding.UTF8.GetString(bytes);
        ProcessStartInfo start = new("ar") { RedirectStandardOutput = true };
        start.ArgumentList.Add("p");
        start.ArgumentList.Add(path);
        using Process ar = Process.Start(start)!;
        string text = ar.StandardOutput.ReadToEnd();
        ar.WaitForExit();
        return text;
    }

    private static string Mode(FileSystemInfo entry) => Convert.ToString((int)entry.UnixFileMode, 8);
}
