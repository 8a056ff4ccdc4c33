using Oot.Core;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests;

public class KernelTreeTests
{
    private static readonly Disk Disk = new();

    private static KernelTreeReader Reader(params string[] variables) => new(Disk, new ProgramRunner(Disk), [.. ProcessContext.Environment().Where(e => !e.StartsWith("LLVM=") && !e.StartsWith("CROSS_COMPILE=")), .. variables]);

    [Fact]
    public void A_prepared_tree_is_usable_and_tells_its_facts()
    {
        using var root = new TemporaryDirectory();
        KernelTree tree = Reader().Read(FakeKernel.Create(root));
        Assert.Equal((TreeProblem.None, FakeKernel.Release, "x86_64", 1), (tree.Problem, tree.Release, tree.Architecture!.Machine, tree.SymbolCount));
        Assert.Equal("6.1.0-fake SMP preempt mod_unload modversions ", tree.Vermagic!.Text);
        Assert.Equal("gcc (Fake) 1.0", tree.Compiler!.BuiltWith);
        Assert.False(tree.Compiler.IsTheKernels);
    }

    [Fact]
    public void Each_reason_not_to_use_a_tree_is_found()
    {
        using var root = new TemporaryDirectory();
        Assert.Equal(TreeProblem.Unreadable, Reader().Read(root.Path + "/none").Problem);
        File.CreateSymbolicLink(root.Path + "/build", "/usr/src/gone");
        KernelTree dangling = Reader().Read(root.Path + "/build");
        Assert.Equal("the link points to /usr/src/gone, which is missing", dangling.Reason);
        Assert.Equal(TreeProblem.NotAKernelTree, Reader().Read(root.Path).Problem);

        string tree = FakeKernel.Create(root);
        File.Delete(tree + "/Module.symvers");
        Assert.Equal(TreeProblem.NoSymbolVersions, Reader().Read(tree).Problem);
        root.Write("kdir/.kernelvariables", "override ARCH = x86\nCC = $(if $(CCACHE_ON),$(CCACHE)) $(CROSS_COMPILE)gcc-99\nifneq ($(A),$(B))\noverride CROSS_COMPILE = never-\nendif\n");
        Assert.Equal("compiler gcc-99 is missing", Reader().Read(tree).Reason);
        root.Write("kdir/.kernelvariables", "CC = $(CROSS_COMPILE)gcc-99\noverride CROSS_COMPILE = strange-cpu-\n");
        Assert.Equal("compiler strange-cpu-gcc-99 is missing", Reader().Read(tree).Reason);
        File.Delete(tree + "/.kernelvariables");
        Assert.Equal("compiler clang-77 is missing", Reader("LLVM=-77").Read(tree).Reason);
        root.Write("kdir/include/config/auto.conf", FakeKernel.Configuration.Replace("CONFIG_X86_64", "CONFIG_ARM64"));
        root.Write("kdir/.kernelvariables", "CC = gcc\n");
        Assert.Equal("for aarch64, and no cross compiler is set", Reader().Read(tree).Reason);
        File.Delete(tree + "/include/config/auto.conf");
        Assert.Equal(TreeProblem.NotPrepared, Reader().Read(tree).Problem);
    }

    [Fact]
    public void Trees_of_every_distributions_layout_are_found_once_and_newest_first()
    {
        using var root = new TemporaryDirectory();
        FakeKernel.Create(root, "usr/src/linux-headers-6.1.0-9-amd64", "6.1.0-9-amd64");
        FakeKernel.Create(root, "usr/src/kernels/6.12.5-200.fc41.x86_64", "6.12.5-200.fc41.x86_64");
        FakeKernel.Create(root, "usr/lib/modules/6.9.1-arch1-1/build", "6.9.1-arch1-1");
        root.Write("usr/src/linux-headers-6.1.0-9-common/Makefile", "");
        Directory.CreateDirectory(root.Path + "/lib/modules/6.1.0-9-amd64");
        File.CreateSymbolicLink(root.Path + "/lib/modules/6.1.0-9-amd64/build", root.Path + "/usr/src/linux-headers-6.1.0-9-amd64");
        var store = new KernelStore(Disk, root.Path + "/store");
        using (store.Lock())
            store.AddLink("7.0.0", FakeKernel.Create(root, "mine", "7.0.0"));
        var finder = new KernelTreeFinder(Disk, Reader(), store, root.Path);
        Assert.Equal(["7.0.0", "6.12.5-200.fc41.x86_64", "6.9.1-arch1-1", "6.1.0-9-amd64"], finder.All().Select(tree => tree.Release));
        Assert.All(finder.All(), tree => Assert.True(tree.IsUsable, tree.Reason));
        Assert.Equal(root.Path + "/lib/modules/6.1.0-9-amd64/build", finder.OfRelease("6.1.0-9-amd64")!.Path);
        Assert.Null(finder.OfRelease("1.0"));
    }

    [Fact]
    public void A_store_with_leftovers_of_a_killed_run_shows_only_whole_kernels()
    {
        using var root = new TemporaryDirectory();
        root.Write("store/.new-1/usr/src/x", "half");
        root.Write("store/.old-2/usr/src/x", "half");
        var store = new KernelStore(Disk, root.Path + "/store");
        Assert.Empty(store.Releases());
        using (store.Lock())
            Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(store.Directory).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("6.9.1", "6.12.0")]
    [InlineData("6.12-rc3", "6.12")]
    [InlineData("6.12.5", "6.12.107")]
    [InlineData("6.1.0-9-amd64", "6.1.0-56-amd64")]
    [InlineData("6.12.9~rc1", "6.12.9")]
    public void Releases_are_ordered_as_people_read_them(string earlier, string later)
    {
        Assert.True(ReleaseOrder.Instance.Compare(earlier, later) < 0);
        Assert.True(ReleaseOrder.Instance.Compare(later, earlier) > 0);
        Assert.Equal(0, ReleaseOrder.Instance.Compare(later, later));
    }

    [Theory]
    [InlineData("ID=debian", "6.1.0-56-amd64", "linux-headers-6.1.0-56-amd64", "linux-headers-amd64")]
    [InlineData("ID=ubuntu\nID_LIKE=debian", "6.8.0-31-generic", "linux-headers-6.8.0-31-generic", "linux-headers-generic")]
    [InlineData("ID=fedora", "6.12.5-200.fc41.x86_64", "kernel-devel-6.12.5-200.fc41.x86_64", "kernel-devel")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", "5.14.0-1.el9.x86_64", "kernel-devel-5.14.0-1.el9.x86_64", "kernel-devel")]
    [InlineData("ID=arch", "6.9.1-arch1-1", "linux-headers", "linux-headers")]
    [InlineData("ID=arch", "6.6.30-1-lts", "linux-lts-headers", "linux-headers")]
    [InlineData("ID=opensuse-leap\nID_LIKE=\"suse opensuse\"", "6.4.0-1-default", "kernel-default-devel", "kernel-default-devel")]
    [InlineData("ID=alpine", "6.6.32-0-lts", "linux-lts-dev", "linux-lts-dev")]
    public void The_package_is_named_as_the_distribution_names_it(string osRelease, string release, string headers, string standard)
    {
        DistributionPackages packages = DistributionPackages.Parse(osRelease);
        Assert.Equal(headers, packages.Headers(release));
        Assert.Equal(standard, packages.DefaultHeaders(KernelArchitecture.All[0]));
    }

    [Fact]
    public void A_compiler_is_found_under_its_packages_name()
    {
        DistributionPackages debian = DistributionPackages.Parse("ID=debian");
        Assert.Equal("gcc-12", debian.Compiler(HostMachine.Architecture.Machine + "-linux-gnu-gcc-12"));
        Assert.Equal("gcc-12-s390x-linux-gnu", debian.Compiler("s390x-linux-gnu-gcc-12"));
        Assert.Equal("clang-16", debian.Compiler("clang-16"));
    }
}
