using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;

namespace Oot.Kernel.InTree;

/// <summary>
/// Where a piece of the kernel's own tree is built as an external module (docs/design/in-tree.md): <c>tree/</c>, what makefiles call <c>$(srctree)</c>, has the installed kernel's headers and
/// makefiles and the sources' everything else; <c>modules/</c>, what they are told as <c>M=</c>, has the wanted directories as real ones and all others as links.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="directory">The place of both.</param>
/// <param name="source">The sources.</param>
/// <param name="tree">The kernel's tree.</param>
public sealed class InTreeWorkspace(IDisk disk, string directory, KernelSource source, KernelTree tree)
{
    private const string OptionsName = "oot-options.h";

    // What the kernel's header package has of its own, and sources of another version must not replace.
    private static readonly string[] OfKernel = ["Makefile", "Kbuild", "scripts", "tools", "include", "arch"];

    private readonly LinkedDirectories links = new(disk);

    private string RealSource { get; } = disk.RealPath(tree.SourcePath, out string resolved) == 0 ? resolved : tree.SourcePath;

    /// <summary>Whether the kernel's tree is, or was made from, these very sources: then they are <c>$(srctree)</c> already.</summary>
    private bool IsOfSource => RealSource == source.Directory;

    private string Tree => IsOfSource ? source.Directory : directory + "/tree";

    /// <summary>The directory of the modules.</summary>
    public string Modules => directory + "/modules";

    /// <summary>The place of a workspace in the user's cache; each pair of sources and kernel has its own, so that a second build does only what changed.</summary>
    public static string PlaceOf(string cache, KernelSource source, string kernel) =>
        $"{cache}/oot/in-tree/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(ByteText.ToBytes(source.Directory + "\n" + kernel)).AsSpan(0, 8))}";

    /// <summary>Why kbuild cannot work in a directory; null when it can.</summary>
    public static Diagnostic? Refusal(string directory) => PathCharacters.Refused(directory) is char impossible ? KernelDiagnostics.ImpossiblePath(directory, impossible) : null;

    /// <summary>Makes it; null, or why that cannot be done.</summary>
    /// <param name="directories">The directories to build in, relative to the sources.</param>
    /// <param name="settings">The options for them.</param>
    /// <param name="entered">Those of <paramref name="directories"/> that make enters; in the others only lie objects of their modules.</param>
    internal Diagnostic? Make(IReadOnlyList<string> directories, IReadOnlyList<string> entered, IReadOnlyList<OptionSetting> settings)
    {
        try
        {
            Directory.CreateDirectory(ByteText.ToUnicode(directory));
            if (!IsOfSource)
                MakeTree();
            MakeModules(directories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return InTreeDiagnostics.CannotWork(directory, ByteText.FromUnicode(e.Message));
        }
        string options = $"{Modules}/{OptionsName}";
        string kbuild = "# Written by oot: the directories of the kernel's tree that are built, and their options.\n"
            + $"obj-m := {string.Join(' ', entered.Select(entry => entry + "/"))}\nsubdir-ccflags-y := -include {options}\nsubdir-asflags-y := -include {options}\n";
        string text = "/* Written by oot: options that this kernel has not, for the directories built here alone. */\n" + string.Concat(settings.Select(setting => setting.Definition + "\n"));
        int errno = WriteNew(options, text);
        errno = errno != 0 ? errno : WriteNew(Modules + "/Kbuild", kbuild);
        return errno == 0 ? null : InTreeDiagnostics.CannotWork(Modules, Errno.Message(errno));
    }

    /// <summary>make's words but for its targets.</summary>
    internal IReadOnlyList<string> Arguments(IReadOnlyList<OptionSetting> settings)
    {
        string[] place = IsOfSource ? ["-C", tree.RealPath] : ["-C", tree.RealPath, "-f", Tree + "/Makefile"];
        // From 6.13 on the makefile itself looks for the tree's files; before, they are where make starts.
        string[] output = !IsOfSource && disk.Read(tree.SourcePath + "/Makefile", out string makefile) == 0 && makefile.Contains("srcroot", StringComparison.Ordinal) ? ["KBUILD_OUTPUT=" + tree.RealPath] : [];
        return [.. place, "M=" + Modules, .. output, .. settings.Select(setting => setting.MakeWord)];
    }

    private void MakeTree()
    {
        string kernel = RealSource, architecture = tree.Architecture?.Kernel ?? "";
        links.Show(Tree, (source.Directory, name => !OfKernel.Contains(name)), (kernel, name => OfKernel.Contains(name)));
        links.Show(Tree + "/include", (kernel + "/include", null));
        // Trace headers include others by `../../drivers/...`, which must not leave the tree through a link.
        links.Show(Tree + "/include/trace", (kernel + "/include/trace", null));
        links.Show(Tree + "/arch", (source.Directory + "/arch", null), (kernel + "/arch", null));
        if (architecture.Length > 0)
            links.Show($"{Tree}/arch/{architecture}", ($"{source.Directory}/arch/{architecture}", null), ($"{kernel}/arch/{architecture}", null));
    }

    private void MakeModules(IReadOnlyList<string> directories)
    {
        links.Show(Modules, (Tree, name => name is not ("Makefile" or "Kbuild" or "Kconfig")));
        foreach (string wanted in directories)
        {
            for (int slash = wanted.IndexOf('/'); slash > 0; slash = wanted.IndexOf('/', slash + 1))
                links.Show($"{Modules}/{wanted[..slash]}", ($"{source.Directory}/{wanted[..slash]}", null));
        }
        // A directory above another wanted one shows it as a link: so this comes last.
        foreach (string wanted in directories)
            links.ShowWhole($"{Modules}/{wanted}", $"{source.Directory}/{wanted}");
    }

    // A file whose content stays keeps its time: what includes it stays up to date.
    private int WriteNew(string path, string text) => disk.Read(path, out string known) == 0 && known == text ? 0 : disk.Write(path, text, append: false);
}
