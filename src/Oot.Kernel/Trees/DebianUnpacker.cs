using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// Unpacks header packages so that they work where they lie. What must change: the tree's Makefile names its other half by an absolute path, and so does
/// <c>/lib/modules/RELEASE/build</c>. All other links in Debian's and Ubuntu's packages are relative.
/// </summary>
internal sealed class DebianUnpacker(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    /// <summary>Unpacks packages below a directory that will later be renamed to <paramref name="store"/>/RELEASE; the value is the release.</summary>
    internal Result<string> Unpack(IReadOnlyList<string> files, string unfinished, string store)
    {
        foreach (string file in files)
        {
            ProgramResult result = programs.Run(new ProgramRequest("dpkg-deb", ["-x", file, unfinished], environment)).UnlessInterrupted();
            if (!result.Succeeded)
                return KernelDiagnostics.BadPackage(file, result.Error.Trim().Split('\n').Last());
        }
        return Finish(unfinished, store);
    }

    private Result<string> Finish(string unfinished, string store)
    {
        if (FindTree(unfinished) is not (string tree, string release))
            return KernelDiagnostics.NoTreeInPackages();
        string final = $"{store}/{release}";
        string makefile = $"{unfinished}/{tree}/Makefile";
        if (disk.Read(makefile, out string text) == 0 && text.Contains("/usr/src/", StringComparison.Ordinal))
        {
            if (MissingPart(text, unfinished) is string missing)
                return KernelDiagnostics.IncompletePackages(missing);
            _ = disk.Write(makefile, text.Replace("/usr/src/", final + "/usr/src/", StringComparison.Ordinal), append: false);
        }
        foreach (string link in new[] { "scripts", "Makefile" })
        {
            if (disk.Stat($"{unfinished}/{tree}/{link}", out _) != 0)
                return KernelDiagnostics.IncompletePackages(disk.ReadLink($"{unfinished}/{tree}/{link}", out string target) == 0 ? target : $"{tree}/{link}");
        }
        string modules = ByteText.ToUnicode(unfinished + "/lib/modules");
        if (Directory.Exists(modules))
            Directory.Delete(modules, recursive: true);
        File.CreateSymbolicLink(ByteText.ToUnicode(unfinished + "/build"), ByteText.ToUnicode(tree));
        return release;
    }

    private (string Tree, string Release)? FindTree(string unfinished)
    {
        if (disk.List(unfinished + "/usr/src", out IReadOnlyList<string> names) != 0)
            return null;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string tree = $"usr/src/{name}";
            if (disk.Read($"{unfinished}/{tree}/include/generated/utsrelease.h", out string header) == 0
                && disk.Stat($"{unfinished}/{tree}/include/config/auto.conf", out _) == 0 && header.Split('"') is { Length: >= 3 } parts)
                return (tree, parts[1]);
        }
        return null;
    }

    private string? MissingPart(string makefile, string unfinished)
    {
        foreach (string line in makefile.Split('\n'))
        {
            if (line.StartsWith("include /usr/src/", StringComparison.Ordinal) && disk.Stat(unfinished + line[8..].Trim(), out _) != 0)
                return line[8..].Trim();
        }
        return null;
    }
}
