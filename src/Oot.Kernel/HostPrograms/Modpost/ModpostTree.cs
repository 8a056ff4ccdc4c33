using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// The kernel tree that a modpost belongs to: its own files, and the source tree where that is another one (a header package that consists of a part for the
/// flavour and a common part; a build with <c>O=</c>). <c>scripts</c> may be a link into a third package, so no path is resolved.
/// </summary>
internal sealed class ModpostTree
{
    private const string Path = "scripts/mod/modpost";
    private readonly IDisk disk;
    private readonly string program;
    private byte[] buffer = [];

    public ModpostTree(HostProgramCall call)
    {
        disk = call.Disk;
        program = call.Program;
        Objects = call.Program.EndsWith(Path, StringComparison.Ordinal) ? call.Program[..^Path.Length] : "";
        Sources = FindSources(call);
    }

    /// <summary>What stands before <c>scripts/mod/modpost</c> in its path: empty for the working directory, else ends with a slash.</summary>
    public string Objects { get; }

    /// <summary>The same for the sources.</summary>
    public string Sources { get; }

    /// <summary>Whether the tree's modpost is Debian's (<see cref="ModpostWrapper"/>).</summary>
    public bool IsWrapped => disk.Stat(program + ".real-lsb-64", out _) == 0;

    private string FindSources(HostProgramCall call)
    {
        if (ProcessEnvironment.Value(call.Environment, "srctree") is { Length: > 0 } named && IsSource(named.TrimEnd('/') + "/"))
            return named.TrimEnd('/') + "/";
        return !IsSource(Objects) && IncludedTree() is string included && IsSource(included) ? included : Objects;
    }

    private bool IsSource(string tree) => disk.Stat(tree + "include/linux/module.h", out _) == 0;

    // The makefile of a flavour's headers is one line: include /usr/src/linux-headers-…-common/Makefile.
    private string? IncludedTree()
    {
        if (disk.Read(Objects + "Makefile", out string text) != 0)
            return null;
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith("include /", StringComparison.Ordinal) && line.EndsWith("/Makefile", StringComparison.Ordinal))
                return line["include ".Length..^"Makefile".Length];
        }
        return null;
    }

    /// <summary>The content of a file of the tree, of its own part or the sources'; false when it is in neither. Valid until the next call.</summary>
    public bool TryRead(string file, out ReadOnlySpan<byte> content)
    {
        bool there = disk.Read(Sources + file, ref buffer, out int length) == 0 || disk.Read(Objects + file, ref buffer, out length) == 0;
        content = buffer.AsSpan(0, there ? length : 0);
        return there;
    }

    public bool Has(string file) => disk.Stat(Sources + file, out _) == 0 || disk.Stat(Objects + file, out _) == 0;

    /// <summary>The bytes of the tree's own modpost; empty when there is none that can be read. Debian's is a small program that starts <c>modpost.real-lsb-64</c> or another.</summary>
    public byte[] ReadProgram()
    {
        foreach (string suffix in (string[])["", ".real-lsb-64", ".real-lsb-32", ".real-msb-64", ".real-msb-32"])
        {
            byte[] bytes = [];
            if (disk.Read(program + suffix, ref bytes, out int length) == 0 && bytes.AsSpan(0, length).IndexOf("MODULE_ALIAS("u8) >= 0)
                return bytes[..length];
        }
        return [];
    }

    /// <summary>The release as <c>1000 * VERSION + PATCHLEVEL</c>; <see cref="int.MaxValue"/> when nothing tells.</summary>
    public int ReadRelease()
    {
        if (disk.Read(Objects + "include/config/kernel.release", out string release) == 0 && Release(release.Split('.', '-')) is int configured)
            return configured;
        if (disk.Read(Sources + "Makefile", out string makefile) != 0)
            return int.MaxValue;
        return Release([Value(makefile, "VERSION"), Value(makefile, "PATCHLEVEL")]) ?? int.MaxValue;
    }

    private static int? Release(string[] parts) =>
        parts.Length >= 2 && int.TryParse(parts[0], out int version) && int.TryParse(parts[1], out int patchlevel) && version < 1000 ? (1000 * version) + patchlevel : null;

    private static string Value(string makefile, string variable)
    {
        foreach (string line in makefile.Split('\n', 12))
        {
            if (line.StartsWith(variable + " = ", StringComparison.Ordinal))
                return line[(variable.Length + 3)..].Trim();
        }
        return "";
    }
}
