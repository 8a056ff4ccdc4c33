using Oot.Core;
using Oot.Elf;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary>What every verb works with: the machine as seen from one invocation.</summary>
internal sealed class Session
{
    internal Session(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, Terminal terminal, string root = "")
    {
        Disk = disk;
        Programs = programs;
        Environment = environment;
        Terminal = terminal;
        Root = root;
        Store = KernelStore.Of(disk, environment);
        Distribution = DistributionPackages.Read(disk, root);
        RunningRelease = disk.Read("/proc/sys/kernel/osrelease", out string text) == 0 ? text.Trim() : "";
    }

    internal IDisk Disk { get; }

    internal IProgramRunner Programs { get; }

    internal IReadOnlyList<string> Environment { get; }

    internal Terminal Terminal { get; }

    /// <summary>In front of the system's directories; empty but in tests.</summary>
    internal string Root { get; }

    internal KernelStore Store { get; }

    internal DistributionPackages Distribution { get; }

    /// <summary><c>uname -r</c>.</summary>
    internal string RunningRelease { get; }

    /// <summary>A finder of trees that uses the compiler settings among the words <c>CC=</c>, <c>LLVM=</c>, <c>CROSS_COMPILE=</c> that the user gave.</summary>
    internal KernelTreeFinder Finder(IReadOnlyList<string> variables) => new(Disk, Reader(variables), Store, Root);

    internal KernelTreeReader Reader(IReadOnlyList<string> variables)
    {
        IReadOnlyList<string> environment = Environment;
        foreach (string name in new[] { "LLVM", "CROSS_COMPILE" })
        {
            if (variables.LastOrDefault(variable => variable.StartsWith(name + "=", StringComparison.Ordinal)) is string given)
                environment = ProcessEnvironment.With(environment, name, given[(name.Length + 1)..]);
        }
        return new KernelTreeReader(Disk, Programs, environment);
    }

    /// <summary>Where the busybox of an architecture comes from, when this system has none; null for one that the distribution has none for.</summary>
    internal DebianBusybox? Busybox(ElfMachine machine) =>
        KernelArchitecture.All.FirstOrDefault(one => one.Elf == machine) is { } architecture ? new DebianBusybox(Disk, Programs, Environment, Store, Distribution.Codename, architecture, Terminal.Note) : null;

    /// <summary>A path as the user wrote it, made absolute and free of <c>.</c> and a last <c>/</c>.</summary>
    internal static string Absolute(string path)
    {
        string full = path.StartsWith('/') ? path : $"{ProcessContext.WorkingDirectory() ?? "."}/{path}";
        return ByteText.FromUnicode(Path.GetFullPath(ByteText.ToUnicode(full))) is var normal && normal.Length > 1 ? normal.TrimEnd('/') : full;
    }
}
