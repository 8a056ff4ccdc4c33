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

    // What a makefile may list to be made (kernel 5.10 to 7.x, scripts/Makefile.build and scripts/Makefile.lib).
    private static readonly string[] Lists =
    [
        "obj-y", "obj-m", "lib-y", "lib-m", "subdir-y", "subdir-m", "always", "always-y", "always-m", "extra-y", "extra-m", "hostprogs-always-y", "hostprogs-always-m",
        "userprogs-always-y", "userprogs-always-m", "dtb-y", "dtb-m", "header-test-y", "header-test-m",
    ];

    private readonly LinkedDirectories links = new(disk);

    private string RealSource { get; } = disk.RealPath(tree.SourcePath, out string resolved) == 0 ? resolved : tree.SourcePath;

    private string Tree => directory + "/tree";

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
    /// <param name="passed">The ways to those of <paramref name="directories"/> that make enters; in the others only lie objects of their modules.</param>
    internal Diagnostic? Make(IReadOnlyList<string> directories, IReadOnlyList<PassedDirectory> passed, IReadOnlyList<OptionSetting> settings)
    {
        try
        {
            MakeTree();
            MakeModules(directories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return InTreeDiagnostics.CannotWork(directory, ByteText.FromUnicode(e.Message));
        }
        string options = $"{Modules}/{OptionsName}";
        string text = "/* Written by oot: options that this kernel has not, for the directories built here alone. */\n" + string.Concat(settings.Select(setting => setting.Definition + "\n"));
        int errno = disk.ReplaceUnlessSame(options, ByteText.ToBytes(text));
        foreach (PassedDirectory directory in passed)
            errno = errno != 0 ? errno : disk.ReplaceUnlessSame($"{Modules}/{directory.Path}/Kbuild".Replace("//", "/", StringComparison.Ordinal), ByteText.ToBytes(Kbuild(directory, options)));
        return errno == 0 ? null : InTreeDiagnostics.CannotWork(Modules, Errno.Message(errno));
    }

    /// <summary>make's words but for its targets.</summary>
    internal IReadOnlyList<string> Arguments(IReadOnlyList<OptionSetting> settings)
    {
        // From 6.13 on the makefile itself looks for the tree's files; before, they are where make starts.
        string[] output = disk.Read(tree.SourcePath + "/Makefile", out string makefile) == 0 && makefile.Contains("srcroot", StringComparison.Ordinal) ? ["KBUILD_OUTPUT=" + tree.RealPath] : [];
        return ["-C", tree.RealPath, "-f", Tree + "/Makefile", "M=" + Modules, .. output, .. settings.Select(setting => setting.MakeWord)];
    }

    /// <summary>
    /// What make finds in a directory on its way: the directory's own makefile, for the flags that it hands down and whatever they rest on, and then of all that it lists nothing but the way on. At the
    /// top there are the options instead.
    /// </summary>
    private string Kbuild(PassedDirectory passed, string options)
    {
        string way = $"obj-m := {string.Join(' ', passed.Enters.Select(name => name + "/"))}\n";
        if (passed.Path.Length == 0)
            return $"# Written by oot: the directories of the kernel's tree that are built, and their options.\n{way}subdir-ccflags-y := -include {options}\nsubdir-asflags-y := -include {options}\n";
        string own = disk.Stat($"{source.Directory}/{passed.Path}/Kbuild", out _) == 0 ? $"$(srctree)/{passed.Path}/Kbuild" : "$(src)/Makefile";
        return $"# Written by oot: the way through this directory.\ninclude {own}\n{string.Concat(Lists.Select(list => list + " :=\n"))}{way}";
    }

    private void MakeTree()
    {
        string kernel = RealSource, architecture = tree.Architecture?.Kernel ?? "";
        links.Show(Tree, (source.Directory, name => !OfKernel.Contains(name)), (kernel, name => OfKernel.Contains(name)));
        links.Show(Tree + "/include", (kernel + "/include", null));
        // Up to 6.9 makefiles say $(srctree)/$(src), where the directory of an external module is an absolute path.
        string top = Modules[..Modules.IndexOf('/', 1)];
        links.Link(Tree + top, top);
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
}
