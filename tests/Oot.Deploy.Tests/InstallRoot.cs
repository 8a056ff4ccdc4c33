using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Deploy.Installing;

namespace Oot.Deploy.Tests;

/// <summary>The root of a system with one kernel and a few modules.</summary>
internal sealed class InstallRoot : IDisposable
{
    public const string Release = "6.1.0-install";

    private static readonly Disk Real = new();
    private readonly TemporaryDirectory directory = new();

    private readonly string name;

    public InstallRoot(bool merged = false, string name = "system")
    {
        this.name = name;
        if (merged)
        {
            Directory.CreateDirectory($"{Root}/usr/lib");
            File.CreateSymbolicLink($"{Root}/lib", "usr/lib");
        }
        Write("lib/modules/" + Release + "/kernel/base.ko", SyntheticModule.With(["base"], [], "alias=base").Bytes());
        Write("lib/modules/" + Release + "/kernel/drv.ko", SyntheticModule.With(["drv_old"], ["base"], "alias=drv").Bytes());
        Write("lib/modules/" + Release + "/modules.order", "kernel/base.ko\nkernel/drv.ko\n"u8.ToArray());
        Write("lib/modules/" + Release + "/modules.builtin", []);
        Write("lib/modules/" + Release + "/modules.builtin.modinfo", []);
        Write("etc/modprobe.d/own.conf", "options drv x=1\n"u8.ToArray());
        Index();
    }

    public string Root => $"{directory.Path}/{name}";

    public string Modules => $"{Root}/lib/modules/{Release}";

    public string Source(string name, string alias)
    {
        string path = directory.Write($"built/{name}.ko", "");
        File.WriteAllBytes(path, SyntheticModule.With([name + "_new"], ["base"], $"alias={alias}").Bytes());
        return path;
    }

    public void Write(string name, byte[] content)
    {
        string path = $"{Root}/{name}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public InstallTarget Target(IDisk? disk = null) => InstallTarget.Find(disk ?? Real, Root, Release, new KmodLevel(30)).Value;

    public Installer Installer(IDisk? disk = null) => new(disk ?? Real, Target(), null);

    public Diagnostic? Install(IDisk? disk, params string[] sources)
    {
        Installer installer = Installer(disk);
        IReadOnlyList<PlannedModule> plan = installer.Plan([.. sources.Select(source => (source, (string?)null))], "updates", ".ko");
        return installer.Install(plan, [.. sources.Select(File.ReadAllBytes)], new BootSettings(true, ["old"], ["debug=1"], ["pre: base"]));
    }

    public void Index() => new Indexing.Depmod(Real, new DepmodRequest { Directory = Target().Directory, OutputDirectory = Target().Directory, Release = Release, Level = new KmodLevel(30), ConfigurationPaths = [] },
        new IndexMessages("depmod", MessageLevel.Fatal, (_, _) => { })).Run(_ => { });

    /// <summary>Every file of the system by its path, and every directory.</summary>
    public SortedDictionary<string, string> Snapshot(bool withRecord = true)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFileSystemEntries(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            bool record = path.StartsWith($"{Root}/var", StringComparison.Ordinal);
            if (!record || withRecord)
                files[path[Root.Length..]] = Directory.Exists(path) ? "directory" : record ? "record" : ByteText.FromBytes(File.ReadAllBytes(path));
        }
        return files;
    }

    public void Dispose() => directory.Dispose();
}
