using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Oot.Core;
using Oot.Kconfig;
using Oot.Kernel.Streamlining;
using Xunit;

namespace Oot.Kernel.Tests.Streamlining;

/// <summary>localmodconfig before conf, beside the kernel's own scripts/kconfig/streamline_config.pl, whose hash tables are made to come in the order of their names.</summary>
public sealed class StreamlinerTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private static bool IsLong => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    /// <summary>Every rule of the script has a line here.</summary>
    internal static readonly (string Name, string Text)[] SmallTree =
    [
        ("Kconfig", "config MODULES\n\tbool \"m\"\n\tmodules\nsource \"drivers/$(SRCARCH)/Kconfig\"\nsource drivers/net/Kconfig\nsource \"drivers/net/Kconfig\"\n"),
        ("drivers/x86/Kconfig",
            "if BUS && !NOBUS\n\nconfig DEV\n\ttristate \"dev\"\n\tdepends on PARENT && \\\n\t\tOTHER=y\n\tselect LIB\n\tselect HIDDEN if DEV\n\nif INNER\nconfig DEEP\n\ttristate\n\tprompt \"deep\"\n\tdefault m if DEFAULTED\nendif\n"
            + "endif\nconfig BUS\n\ttristate \"bus\"\n\thelp\n\t  depends on HELPED\n\t  select FAKE\nconfig PARENT\n\ttristate \"parent\"\n\tdefault GRAND\n\tdepends on PIC\n\tdefault NEXT if LAST\n"
            + "menuconfig MENU\n\tbool \"menu\"\ncomment \"x\"\n\tdepends on COMMENTED\nchoice\n\tprompt \"c\"\nendchoice\nconfig MODULE_SIG_KEY\n\tstring \"key\"\n\tdepends on MODULES\n\tdefault \"certs/signing_key.pem\"\n"),
        ("drivers/net/Kconfig",
            "config LIB\n\ttristate\nconfig HIDDEN\n\ttristate\n\tdepends on HIDDEN_DEP\nconfig FIRST\n\ttristate \"first\"\n\tselect ORPHAN\nconfig SECOND\n\ttristate \"second\"\n\tselect ORPHAN\n\tdepends on SECOND_DEP\n"
            + "config ORPHAN\n\tdef_tristate m\nconfig LONELY\n\ttristate\nconfig TWICE\n\ttristate \"t\"\n\tdepends on ONE\nconfig TWICE\n\ttristate \"t\"\n\tdepends on TWO\nconfig KEPT\n\ttristate \"kept\"\n"),
        ("Makefile", "obj-$(CONFIG_DEV) += dev-one.o sub/other.o\nname-y := lonely\nobj-$(CONFIG_LONELY) += $(name-y).o\nlist := orphan.o \\\n\tsecond.o\nobj-$(CONFIG_ORPHAN)\t+= $(list)\n"),
        ("drivers/Kbuild", "joined:=deep.o\nobj-${CONFIG_DEEP} += deep.o\n# obj-$(CONFIG_COMMENTED) += commented.o\nobj-$(CONFIG_TWICE)=twice.o $(unknown).o\nobj-m += never.o\nobj-$(CONFIG_A)-$(CONFIG_B) += odd.o\n"),
    ];

    internal const string SmallConfiguration =
        "#\n# x\n#\nCONFIG_MODULES=y\nCONFIG_DEV=m\nCONFIG_BUS=m\nCONFIG_NOBUS=m\nCONFIG_PARENT=m\nCONFIG_OTHER=y\nCONFIG_LIB=m\nCONFIG_HIDDEN=m\nCONFIG_HIDDEN_DEP=m\nCONFIG_INNER=m\nCONFIG_DEEP=m\n"
        + "CONFIG_DEFAULTED=m\nCONFIG_HELPED=m\nCONFIG_GRAND=m\nCONFIG_PIC=m\nCONFIG_NEXT=m\nCONFIG_LAST=m\nCONFIG_COMMENTED=m\nCONFIG_FIRST=m\nCONFIG_SECOND=m\nCONFIG_SECOND_DEP=m\nCONFIG_ORPHAN=m\nCONFIG_LONELY=m\n"
        + "CONFIG_ONE=m\nCONFIG_TWO=m\nCONFIG_TWICE=m\nCONFIG_KEPT=m\n# CONFIG_IKCONFIG is not set\nCONFIG_MODULE_SIG_KEY=\"debian/key.pem\"\nCONFIG_SYSTEM_TRUSTED_KEYS=\"debian/certs.pem\"\nCONFIG_TEXT=\"m\"\nCONFIG_NUMBER=5\n";

    public static TheoryData<string> Kernels => ["5.10", "6.1", "6.12", "7.x"];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_rule_comes_out_as_with_the_kernels_script(string kernel)
    {
        using var tree = new TemporaryDirectory();
        foreach ((string name, string text) in SmallTree)
            tree.Write(name, text);
        tree.Write(".config", SmallConfiguration);
        string script = Script($"{Cache}/kconfig/{kernel}/tree", tree.Path, "tests/setup/kconfig-judges.sh");
        int version = kernel == "7.x" ? 7003 : (int.Parse(kernel.Split('.')[0], CultureInfo.InvariantCulture) * 1000) + int.Parse(kernel.Split('.')[1], CultureInfo.InvariantCulture);
        foreach (string modules in (string[])["", "dev_one", "lonely", "orphan", "deep", "twice", "commented", "second never odd unknown", "dev_one twice orphan"])
        {
            // Braces are read from all trees; the script of old ones did not know them, and no tree had any.
            if (modules.Contains("deep", StringComparison.Ordinal) && version < 6012)
                continue;
            AssertSame(script, tree.Path, tree.Path, version, modules, buildsIn: modules == "twice", keeps: modules == "lonely" ? "drivers/net" : "");
        }
    }

    public static TheoryData<string> Lists =>
    [
        "ext4 xhci_pci snd_hda_intel iwlmvm i915 uvcvideo vboxdrv",
        .. IsLong ? (string[])["", "nf_tables nft_ct bridge vhost_net kvm_amd mlx5_ib nfsd xfs megaraid_sas ceph dm_multipath ipmi_si", "virtio_net virtio_blk virtio_scsi 9p hv_netvsc saa7134"] : [],
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Debians_configuration_comes_out_as_with_the_kernels_script(string modules)
    {
        string tree = $"{Cache}/whole-sources/6.12", configuration = $"{Cache}/kconfig/6.12/configs/config.amd64_none_amd64";
        Assert.SkipUnless(File.Exists(tree + "/Makefile"), "tests/setup/kernel-sources.sh --whole 6.12");
        Assert.SkipUnless(File.Exists(configuration), "tests/setup/kconfig-judges.sh 6.12");
        using var directory = new TemporaryDirectory();
        File.Copy(configuration, directory.At(".config"));
        AssertSame(Script(tree, directory.Path, "tests/setup/kernel-sources.sh --whole 6.12"), tree, directory.Path, 6012, modules, buildsIn: false, keeps: "");
    }

    [Fact]
    public void A_text_that_ends_as_an_option_does_stays()
    {
        // The kernel's script takes this for a module with a strange name.
        using var tree = new TemporaryDirectory();
        tree.Write("Kconfig", "config TEXT\n\tstring \"t\"\n");
        string text = "CONFIG_CMDLINE=\"quiet root=m\"\nCONFIG_X=m\n";
        Assert.Equal("CONFIG_CMDLINE=\"quiet root=m\"\n# CONFIG_X is not set\n", Streamliner.Run(new Disk(), new StreamlineQuestion(tree.Path, [], 6012, "", [], false), text).Text);
    }

    private static void AssertSame(string script, string tree, string directory, int version, string modules, bool buildsIn, string keeps)
    {
        string list = "Module                  Size  Used by\n" + string.Concat(modules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(module => $"{module} 16384 0\n"));
        File.WriteAllText(directory + "/modules", list);
        (string, string)[] variables = [("LSMOD", directory + "/modules"), ("SRCARCH", "x86"), ("objtree", "."), ("LMC_KEEP", keeps)];
        string real = RunPerl([script, buildsIn ? "--localyesconfig" : "--localmodconfig", tree, "Kconfig"], directory, variables);
        var question = new StreamlineQuestion(tree, [.. variables.Select(variable => $"{variable.Item1}={variable.Item2}")], version, list, [], buildsIn);
        string configuration = File.ReadAllText(directory + "/.config", Encoding.Latin1);
        Assert.Equal(real, Streamliner.Run(new Disk(), question, configuration).Text);
    }

    /// <summary>The kernel's script, with every hash table in the order of its keys.</summary>
    private static string Script(string tree, string directory, string setup)
    {
        string path = tree + "/scripts/kconfig/streamline_config.pl";
        Assert.SkipUnless(File.Exists(path), setup);
        string sorted = directory + "/sorted.pl";
        File.WriteAllText(sorted, Regex.Replace(File.ReadAllText(path), @"\bkeys(\s*\(?%\w+\)?)", "sort(keys$1)"));
        return sorted;
    }

    private static string RunPerl(string[] arguments, string directory, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("perl", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.Latin1 };
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }
}
