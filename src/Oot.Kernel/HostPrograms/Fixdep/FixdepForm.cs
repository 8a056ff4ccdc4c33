using Oot.Core;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>What differs between the fixdep of one kernel and another, each told from the tree's own files.</summary>
/// <param name="CommandVariable">How the variable of the saved command begins: <c>cmd_</c>, since 6.3 <c>savedcmd_</c>.</param>
/// <param name="HasStatements">
/// Since 6.3 (with <c>savedcmd_</c>) a dependency file is read as make's statements: a target ends at a colon, comments are skipped, a file is listed once. Before, words
/// between blanks, those that end in a colon being targets.
/// </param>
/// <param name="OptionHeaders">Before 5.13 an option's file is <c>include/config/foo/bar.h</c>, afterwards <c>include/config/FOO_BAR</c>.</param>
internal sealed record FixdepForm(string CommandVariable, bool HasStatements, bool OptionHeaders)
{
    /// <summary>Reads it from a tree.</summary>
    /// <param name="tree">The directory with include/config, ending in <c>/</c>, or empty for the working directory.</param>
    /// <param name="sources">The directory with the tree's own scripts, likewise; the same but for a kernel built in a directory of its own.</param>
    internal static FixdepForm Of(IDisk disk, string tree, string sources)
    {
        byte[] buffer = new byte[16384];
        bool saved = disk.Read(sources + "scripts/Kbuild.include", ref buffer, out int length) == 0 && buffer.AsSpan(0, length).IndexOf("savedcmd_"u8) >= 0;
        return new FixdepForm(saved ? "savedcmd_" : "cmd_", saved, !saved && HasOptionHeaders(disk, tree));
    }

    // CONFIG_MODULES is set in every kernel that modules are built for, so one of its two files is there, unless the package leaves them out.
    private static bool HasOptionHeaders(IDisk disk, string tree)
    {
        if (disk.Stat(tree + "include/config/modules.h", out _) == 0)
            return true;
        if (disk.Stat(tree + "include/config/MODULES", out _) == 0 || disk.Read(tree + "include/config/kernel.release", out string release) != 0)
            return false;
        string[] parts = release.Split('.', '-');
        return parts.Length >= 2 && int.TryParse(parts[0], out int major) && int.TryParse(parts[1].Trim(), out int minor) && (major < 5 || (major == 5 && minor < 13));
    }

    /// <summary>Whether <c>include/generated/autoksyms.h</c>, which 6.6 gave up, is no dependency.</summary>
    internal bool IgnoresKeptSymbols(IDisk disk, string sources) =>
        !HasStatements || (disk.Read(sources + "scripts/Makefile.build", out string text) == 0 && text.Contains("CONFIG_TRIM_UNUSED_KSYMS", StringComparison.Ordinal));
}
