using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Deploy.Resolving;
using Oot.Kernel.Modules.Indexes;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary><c>modprobe --show-depends</c> and <c>-R</c> beside kmod's, over distribution kernels and over every kind of line of modprobe.d.</summary>
public sealed class ModuleResolverTests
{
    private static readonly Disk Disk = new();

    private const string Configuration = """
        # lines of every kind
        alias my-sound snd-hda-intel
        alias pci:v00008086d0000100E* e1000-mine
        alias two-of-them ext4
        alias two-of-* btrfs
        blacklist btrfs
        blacklist e1000e
        options snd-hda-intel power_save=1 model=a,b
        options snd_hda_intel second=2
        options my-sound third=3
        options ext4 x="a b"
        install usb-storage /bin/echo storage; true
        install floppy /bin/false
        install named-only /bin/true with words
        remove gone-only /bin/true
        softdep ext4 pre: crc32c btrfs post: xfs
        softdep nfs* pre: ext4
        softdep vfat post: nls-utf8 nowhere
        include /etc/other
        nonsense
        options
        """;

    private static string Show(string root, string release, string configuration, int level, string word, bool resolves)
    {
        string directory = $"{root}/lib/modules/{release}";
        ModprobeConfiguration read = new ModprobeConfigurationReader(Disk, new KmodLevel(level), _ => { }).Read(directory, [configuration], File.ReadAllText("/proc/cmdline"));
        var resolver = new ModuleResolver(new ModuleIndexes(Disk, directory), read);
        string text = "";
        foreach (ResolvedModule module in resolver.Lookup(word) ?? [])
        {
            if (resolves)
                text += module.Name + "\n";
            else if (!resolver.IsBlacklisted(module, always: false))
            {
                foreach (LoadStep step in resolver.StepsFor(module, "", ignoresCommands: false))
                    text += step.Kind == LoadStepKind.BuiltIn ? $"builtin {step.Text}\n" : $"{(step.Kind == LoadStepKind.Insert ? "insmod" : "install")} {step.Text} {step.Options}\n";
            }
        }
        return text;
    }

    private static void Compare(string kernel, string configuration, IReadOnlyList<string> words, bool resolves)
    {
        (string root, string release) = Kmod.Image(kernel);
        string program = Kmod.Program(30, "modprobe");
        // One shell for many: a process each, but not a start of one from here. A word of a command line has at most 128 KiB.
        string judge = string.Concat(words.Chunk(200).Select(some => Kmod.Run("/bin/sh", ["-c", string.Concat(some.Select(word =>
            $"echo '== {word}'; {program} -d '{root}' -S '{release}' -C '{configuration}' {(resolves ? "-R" : "-D")} -- '{word}' 2>/dev/null\n"))], "/").Output));
        string own = string.Concat(words.Select(word => $"== {word}\n{Show(root, release, configuration, 30, word, resolves)}"));
        string[] expected = judge.Split('\n'), actual = own.Split('\n');
        for (int i = 0; i < Math.Min(expected.Length, actual.Length); i++)
            Assert.True(expected[i] == actual[i], $"line {i}: {string.Join('\n', expected.Skip(Math.Max(0, i - 8)).Take(16))}\n--- oot\n{string.Join('\n', actual.Skip(Math.Max(0, i - 8)).Take(16))}");
        Assert.Equal(expected.Length, actual.Length);
    }

    [Theory]
    [InlineData("6.1", 7)]
    [InlineData("6.12", 11)]
    public void What_is_loaded_for_a_module_is_kmods(string kernel, int every)
    {
        (string root, string release) = Kmod.Image(kernel);
        using var empty = new TemporaryDirectory();
        string[] modules = [.. File.ReadLines($"{root}/lib/modules/{release}/modules.dep").Select(line => ModuleIndexes.ModuleNameOfFile(line[..line.IndexOf(':')]))];
        string[] builtIn = [.. File.ReadLines($"{root}/lib/modules/{release}/modules.builtin").Select(ModuleIndexes.ModuleNameOfFile)];
        int step = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 1 : every;
        Compare(kernel, empty.Path, [.. modules.Concat(builtIn).Where((_, i) => i % step == 0), "no-such-module"], resolves: false);
    }

    [Fact]
    public void Two_hundred_aliases_lead_where_kmods_lead()
    {
        (string root, string release) = Kmod.Image("6.1");
        using var empty = new TemporaryDirectory();
        string[] lines = [.. File.ReadLines($"{root}/lib/modules/{release}/modules.alias").Skip(1).Where(line => !line.Contains('\''))];
        // An alias as a device would say it: whatever the pattern leaves open is something.
        string[] aliases = [.. Enumerable.Range(0, 200).Select(i => lines[i * (lines.Length / 200)].Split(' ')[1].Replace("*", "00", StringComparison.Ordinal).Replace("[0-9]", "7", StringComparison.Ordinal).Replace("?", "a", StringComparison.Ordinal))];
        Compare("6.1", empty.Path, [.. aliases, "symbol:usb_register_driver", "symbol:no_such_symbol", "un[balanced", "fs-ext4", "char-major-10-200"], resolves: true);
        Compare("6.1", empty.Path, [.. aliases.Where((_, i) => i % 5 == 0)], resolves: false);
    }

    [Fact]
    public void Every_kind_of_line_of_modprobe_d_counts_as_with_kmod()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("20-a.conf", Configuration);
        directory.Write("10-first.conf", "options snd_hda_intel first=0\nalias early-\\\nname loop\nblacklist nothing-\n");
        directory.Write("30-ignored.txt", "blacklist ext4\n");
        string[] words =
        [
            "my_sound", "my-sound", "snd-hda-intel", "two-of-them", "two-of-us", "ext4", "btrfs", "e1000e", "usb-storage", "uas", "floppy", "named-only", "gone-only", "nfs", "nfsv4", "vfat", "early-name",
            "pci:v00008086d0000100Esv00000000sd00000000bc02sc00i00", "pci:v00008086d000010D3sv00000000sd00000000bc02sc00i00", "fs-btrfs", "loop",
        ];
        Compare("6.1", directory.Path, words, resolves: false);
        Compare("6.1", directory.Path, words, resolves: true);
    }
}
