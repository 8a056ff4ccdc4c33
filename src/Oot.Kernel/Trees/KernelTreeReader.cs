using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Trees;

/// <summary>Reads a directory as a <see cref="KernelTree"/>. Compilers are asked for their version once each.</summary>
public sealed class KernelTreeReader(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    private readonly Dictionary<string, string?> versions = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a directory is one that modules can be built with, or one with a kernel's sources. Other projects (U-Boot, busybox) have a fixdep and an auto.conf of their own.
    /// </summary>
    /// <param name="prefix">The directory, ending in <c>/</c>, or empty for the working directory.</param>
    public static bool IsTree(IDisk disk, string prefix)
    {
        return (Has("include/config/auto.conf") && (Has("include/generated/utsrelease.h") || Has("include/config/kernel.release")))
            || (Has("scripts/Kbuild.include") && Has("include/linux/module.h"));

        bool Has(string name) => disk.Stat(prefix + name, out _) == 0;
    }

    /// <summary>Reads the tree at a path.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="expectedRelease">The release that its place promises (<c>/lib/modules/RELEASE</c>), used while the tree itself does not say.</param>
    /// <param name="compiler">A compiler that the user asks for (<c>CC=</c>); null lets the tree decide.</param>
    public KernelTree Read(string path, string? expectedRelease = null, string? compiler = null)
    {
        string release = expectedRelease ?? LastPart(path);
        var empty = new KernelTree(path, path, path, release, null, null, null, -1, null, TreeProblem.None, "");
        int errno = disk.Stat(path, out FileStatus status);
        if (errno == Errno.NoEntry && disk.ReadLink(path, out string target) == 0)
            return empty with { Problem = TreeProblem.DanglingLink, Detail = target };
        if (errno != 0 || !status.IsDirectory)
            return empty with { Problem = TreeProblem.Unreadable, Detail = Errno.Message(errno != 0 ? errno : Errno.NotDirectory) };
        string real = disk.RealPath(path, out string resolved) == 0 ? resolved : path;
        if (disk.Read(path + "/Makefile", out string makefile) != 0)
            return empty with { RealPath = real, Problem = TreeProblem.NotAKernelTree };
        string source = SourceOf(makefile) ?? real;
        KernelConfiguration? configuration = KernelConfiguration.Read(disk, path + "/include/config/auto.conf");
        string? own = ReleaseOf(path);
        if (configuration is null || own is null)
            return empty with { RealPath = real, SourcePath = source, Release = own ?? release, Problem = TreeProblem.NotPrepared };
        return Prepared(empty with { RealPath = real, SourcePath = source, Release = own, Configuration = configuration }, compiler);
    }

    private KernelTree Prepared(KernelTree tree, string? compiler)
    {
        KernelConfiguration configuration = tree.Configuration!;
        KernelArchitecture? architecture = KernelArchitecture.Of(configuration);
        CompilerChoice choice = Compiler(tree, configuration, compiler);
        KernelTree full = tree with
        {
            Architecture = architecture,
            Compiler = choice,
            SymbolCount = SymbolsOf(tree.Path),
            Vermagic = VermagicHeader.Expected(disk, tree.Path, tree.SourcePath, tree.Release, architecture, configuration),
        };
        bool foreign = architecture is not null && architecture != HostMachine.Architecture;
        if (foreign && IsHostCompiler(choice.Command))
            return full with { Problem = TreeProblem.OtherArchitecture, Detail = architecture!.Machine };
        if (choice.Path is null)
            return full with { Problem = TreeProblem.CompilerMissing, Detail = choice.Command };
        return full.SymbolCount < 0 ? full with { Problem = TreeProblem.NoSymbolVersions } : full;
    }

    /// <summary>The release a tree was prepared for: <c>include/generated/utsrelease.h</c>, else <c>include/config/kernel.release</c>.</summary>
    private string? ReleaseOf(string path)
    {
        if (disk.Read(path + "/include/generated/utsrelease.h", out string header) == 0)
        {
            int open = header.IndexOf('"');
            int close = open < 0 ? -1 : header.IndexOf('"', open + 1);
            if (close > open + 1)
                return header[(open + 1)..close];
        }
        return disk.Read(path + "/include/config/kernel.release", out string text) == 0 && text.Trim().Length > 0 ? text.Trim() : null;
    }

    private int SymbolsOf(string path) =>
        disk.Read(path + "/Module.symvers", out string text) == 0 ? text.AsSpan().Count('\n') : -1;

    /// <summary>A Makefile whose last word is an <c>include</c> of another tree's Makefile: builds with <c>O=</c> and split header packages.</summary>
    private static string? SourceOf(string makefile)
    {
        string? source = null;
        foreach (ReadOnlySpan<char> line in makefile.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim();
            if (words.StartsWith("include /") && words.EndsWith("/Makefile"))
                source = words[8..^9].ToString();
            else if (line.StartsWith("\t"))
                return null;
        }
        return source;
    }

    private CompilerChoice Compiler(KernelTree tree, KernelConfiguration configuration, string? asked)
    {
        string command = asked ?? TreeVariables.Compiler(disk, tree.Path, CrossVariables.In(environment, KernelArchitecture.Of(configuration)));
        string program = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "gcc";
        string? path = ProcessEnvironment.FindProgram(disk, environment, program);
        return new CompilerChoice(program, path, path is null ? null : VersionOf(path), configuration["CC_VERSION_TEXT"]);
    }

    private string? VersionOf(string program)
    {
        if (!versions.TryGetValue(program, out string? version))
        {
            ProgramResult result = programs.Run(new ProgramRequest(program, ["--version"], ProcessEnvironment.With(environment, "LC_ALL", "C")));
            version = result.Succeeded && result.Output.Length > 0 ? result.Output.Split('\n')[0] : null;
            versions[program] = version;
        }
        return version;
    }

    // `gcc`, `gcc-12` and `cc` compile for this machine; a triplet in front or clang can compile for another.
    private static bool IsHostCompiler(string command)
    {
        string name = LastPart(command);
        return name == "cc" || name == "gcc" || name.StartsWith("gcc-", StringComparison.Ordinal);
    }

    private static string LastPart(string path) => path.TrimEnd('/') is var p && p.LastIndexOf('/') is var slash ? p[(slash + 1)..] : path;
}
