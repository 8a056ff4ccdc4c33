using System.Diagnostics;
using Oot.Core;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests;

public class DebianTests
{
    private static readonly Disk Disk = new();

    [Theory]
    [InlineData("debian:default", "default", null)]
    [InlineData("debian:6.12.95+deb12-amd64@bookworm-backports", "6.12.95+deb12-amd64", "bookworm-backports")]
    public void Specifications_are_read(string text, string what, string? suite) => Assert.Equal(new KernelSpecification(what, suite), KernelSpecification.Parse(text));

    [Theory]
    [InlineData("default")]
    [InlineData("debian:")]
    [InlineData("debian:a@b@c")]
    [InlineData("debian:../x")]
    [InlineData("debian:a b")]
    [InlineData("debian:x=1")]
    public void What_is_no_name_is_refused(string text) => Assert.Null(KernelSpecification.Parse(text));

    [Fact]
    public void Both_source_formats_are_read_and_other_vendors_left_out()
    {
        using var root = new TemporaryDirectory();
        root.Write("etc/apt/sources.list", "# deb http://no/ x main\ndeb [arch=amd64 signed-by=/k.gpg] http://m/debian bookworm main contrib # x\ndeb-src http://m/debian bookworm main\n");
        root.Write("etc/apt/sources.list.d/a.sources", "Types: deb deb-src\nURIs: http://s/debian-security\nSuites: bookworm-security\nComponents: main\nSigned-By: /s.gpg\n\nTypes: deb\nEnabled: no\nURIs: http://off/\nSuites: x\nComponents: main\n");
        root.Write("etc/apt/sources.list.d/vendor.list", "deb https://vendor/apt stable vendor-x\n");
        DebianSources sources = DebianSources.Read(Disk, root.Path);
        Assert.Equal(["http://m/debian bookworm /k.gpg", "http://s/debian-security bookworm-security /s.gpg"], sources.Own("bookworm").Select(s => $"{s.Uri} {s.Suite} {s.SignedBy}"));
        Assert.Equal(["bookworm", "bookworm-security"], sources.For("bookworm")!.Select(s => s.Suite));
        Assert.Equal("http://m/debian trixie", sources.For("trixie")!.Select(s => $"{s.Uri} {s.Suite}").First());
        Assert.Null(DebianSources.Read(Disk, root.Path + "/none").For("trixie"));
    }

    [Fact]
    public void A_package_stanza_gives_first_alternatives_without_versions()
    {
        DebianPackage package = DebianPackage.Parse("Package: linux-headers-6.1.0-1-amd64\nVersion: 6.1-1\nDepends: linux-headers-6.1.0-1-common (= 6.1-1), linux-image-1 (= 6) | other, linux-kbuild-6.1 (>= 6), gcc-12:any\n\nPackage: x\n")!;
        Assert.Equal(["linux-headers-6.1.0-1-common", "linux-image-1", "linux-kbuild-6.1", "gcc-12"], package.Depends);
    }

    [Fact]
    public void A_full_disk_is_said_before_anything_is_fetched()
    {
        using var root = new TemporaryDirectory();
        var program = new ProgramRequest("mount", ["-t", "tmpfs", "-o", "size=1m", "none", root.Path], ProcessContext.Environment());
        if (!new ProgramRunner(Disk).Run(program).Succeeded)
            Assert.Skip("a file system of 1 MiB can be mounted by root only");
        try
        {
            var store = new KernelStore(Disk, root.Path + "/kernels");
            var fetcher = new DebianKernelFetcher(
                Disk, new ProgramRunner(Disk), ProcessContext.Environment(), store, DistributionPackages.Read(Disk), HostMachine.Architecture, _ => { }, verbose: false);
            Diagnostic? error = fetcher.Fetch(new KernelSpecification("default", null)).Error;
            Assert.Equal("OOT1410", error?.Id);
            Assert.StartsWith($"a kernel needs 256 MiB in '{root.Path}/kernels', where ", error!.Message, StringComparison.Ordinal);
            Assert.Empty(store.Releases());
        }
        finally
        {
            new ProgramRunner(Disk).Run(program with { Program = "umount", Arguments = [root.Path] });
        }
    }

    [Fact]
    public void Unpacked_packages_work_where_they_lie_and_come_whole_or_not_at_all()
    {
        if (!File.Exists("/usr/bin/dpkg-deb"))
            Assert.Skip("dpkg-deb is missing: apt-get install dpkg");
        using var root = new TemporaryDirectory();
        string tree = Package(root, "linux-headers-9.9.9-1-amd64", directory =>
        {
            FakeKernel.Create(root, $"{directory}/usr/src/linux-headers-9.9.9-1-amd64", "9.9.9-1-amd64");
            root.Write($"{directory}/usr/src/linux-headers-9.9.9-1-amd64/Makefile", "include /usr/src/linux-headers-9.9.9-1-common/Makefile\n");
            Directory.Delete(Path.Combine(root.Path, directory, "usr/src/linux-headers-9.9.9-1-amd64/scripts"), true);
            File.CreateSymbolicLink(Path.Combine(root.Path, directory, "usr/src/linux-headers-9.9.9-1-amd64/scripts"), "../../lib/linux-kbuild-9.9/scripts");
        });
        string common = Package(root, "linux-headers-9.9.9-1-common", directory => root.Write($"{directory}/usr/src/linux-headers-9.9.9-1-common/Makefile", "modules:\n\t@echo built\n"));
        string kbuild = Package(root, "linux-kbuild-9.9", directory => root.Write($"{directory}/usr/lib/linux-kbuild-9.9/scripts/Makefile.lib", ""));
        var store = new KernelStore(Disk, root.Path + "/store");
        var said = new List<string>();
        var fetcher = new DebianKernelFetcher(Disk, new ProgramRunner(Disk), ProcessContext.Environment(), store, DistributionPackages.Parse("ID=debian"), HostMachine.Architecture, said.Add, false);

        Assert.Equal("OOT1409", fetcher.AddFiles([tree]).Error!.Id);
        Assert.Equal("OOT1409", fetcher.AddFiles([tree, common]).Error!.Id);
        Assert.Equal("OOT1405", fetcher.AddFiles([common]).Error!.Id);
        Assert.Equal("OOT1404", fetcher.AddFiles([root.Write("bad.deb", "no")]).Error!.Id);
        Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(store.Directory).Select(Path.GetFileName));

        Assert.Equal("9.9.9-1-amd64", fetcher.AddFiles([tree, common, kbuild]).Value);
        Assert.Equal("9.9.9-1-amd64", fetcher.AddFiles([tree, common, kbuild]).Value);
        Assert.Equal(["9.9.9-1-amd64"], store.Releases());
        using Process make = Process.Start(new ProcessStartInfo("make", ["-s", "-C", store.TreeOf("9.9.9-1-amd64")]) { RedirectStandardOutput = true })!;
        Assert.Equal("built\n", make.StandardOutput.ReadToEnd());
    }

    [Fact]
    public void A_busybox_of_another_architecture_is_fetched_once()
    {
        if (!File.Exists("/usr/bin/dpkg-deb") || !File.Exists("/usr/bin/apt-get"))
            Assert.Skip("apt-get or dpkg-deb is missing");
        using var root = new TemporaryDirectory();
        string package = Package(root, "busybox-static", directory => root.Write($"{directory}/usr/bin/busybox", "a program"));
        var store = new KernelStore(Disk, root.Path + "/store");
        var said = new List<string>();
        var archive = new OnePackage(package);
        KernelArchitecture arm = KernelArchitecture.Named("arm64")!;
        var busybox = new DebianBusybox(Disk, archive, ProcessContext.Environment(), store, "", arm, said.Add);
        Assert.Null(busybox.Path);
        Assert.Null(busybox.Fetch());
        Assert.Equal($"{store.Directory}/.busybox/arm64/usr/bin/busybox", busybox.Path);
        Assert.Equal("a program", File.ReadAllText(busybox.Path!));
        Assert.Equal(["reading the package lists for arm64", "fetching busybox-static for arm64 (1), the user space of virtual machines"], said);
        Assert.Contains("APT::Architecture=arm64", archive.Words);
        int calls = archive.Calls;
        Assert.Null(busybox.Fetch());
        Assert.Equal(calls, archive.Calls);
        Assert.Empty(store.Releases());
        // What apt says is handed on.
        Assert.Equal(("OOT1402", true), new DebianBusybox(Disk, new OnePackage(null), ProcessContext.Environment(), store, "", KernelArchitecture.Named("riscv64")!, said.Add).Fetch() is { } failure ? (failure.Id, failure.Message.EndsWith(": no network", StringComparison.Ordinal)) : default);
    }

    /// <summary>An archive with one package, or one that cannot be reached.</summary>
    private sealed class OnePackage(string? file) : IProgramRunner
    {
        internal int Calls { get; private set; }

        internal IReadOnlyList<string> Words { get; private set; } = [];

        public ProgramResult Run(ProgramRequest request)
        {
            Calls++;
            if (request.Program == "dpkg-deb")
                return new ProgramRunner(Disk).Run(request);
            Words = request.Arguments;
            if (file is null)
                return new ProgramResult(100, "", "E: no network\n");
            if (request.Arguments.Contains("download"))
                File.Copy(file, request.Directory + "/busybox-static_1_arm64.deb");
            return new ProgramResult(0, request.Arguments.Contains("show") ? "Package: busybox-static\nVersion: 1\n" : "", "");
        }

        public int Stream(ProgramRequest request, Action<ReadOnlyMemory<byte>, bool> output) => ProgramResult.NotStarted;
    }

    private static string Package(TemporaryDirectory root, string name, Action<string> fill)
    {
        string directory = "pkg-" + name;
        root.Write($"{directory}/DEBIAN/control", $"Package: {name}\nVersion: 1\nArchitecture: all\nMaintainer: nobody <n@example.org>\nDescription: test\n");
        fill(directory);
        string file = $"{root.Path}/{name}.deb";
        ProgramResult result = new ProgramRunner(Disk).Run(new ProgramRequest("dpkg-deb", ["--build", "--root-owner-group", $"{root.Path}/{directory}", file], ProcessContext.Environment()));
        Assert.True(result.Succeeded, result.Error);
        return file;
    }
}
