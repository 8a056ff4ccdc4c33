using System.Text;
using Oot.Core;
using Oot.Kernel.HostPrograms;
using Oot.Kernel.HostPrograms.Fixdep;
using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>oot's fixdep does as the fixdep of each header package, byte for byte.</summary>
public sealed class FixdepTests
{
    private const string Program = "scripts/basic/fixdep";

    private static string Cases => Path.Combine(Checkout.Tests, "cases", "fixdep");

    public static TheoryData<string, string> Files() =>
        new(from kernel in HeaderPackage.All
            from file in Directory.EnumerateFiles(Cases, "*.d").Order(StringComparer.Ordinal)
            select (kernel, Path.GetFileNameWithoutExtension(file)));

    [Theory, MemberData(nameof(Files))]
    public void Does_as_the_trees_own(string kernel, string name)
    {
        HeaderPackage package = HeaderPackage.Get(kernel);
        using var directory = new TemporaryDirectory();
        byte[] text = File.ReadAllBytes(Path.Combine(Cases, name + ".d"));
        string file = Path.Combine(directory.Path, "x.d");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(text).Replace("@FILES@", Path.Combine(Cases, "files"), StringComparison.Ordinal)));
        string[] arguments = [file, "/m/x.o", "gcc -DA='\"b\"' -c x.c"];

        Assert.Equal(package.Judge(Program, arguments, directory.Path), package.Oot(Program, arguments));
    }

    public static TheoryData<string, string[]> Usages() =>
        new(from kernel in HeaderPackage.All
            from arguments in new string[][] { [], ["a"], ["a", "b"], ["a", "b", "c", "d"], ["/nonexistent", "x", "y"], ["/", "x", "y"], ["/proc", "x", "y"], ["/dev/null", "x", "y"], ["", "", ""] }
            select (kernel, arguments));

    [Theory, MemberData(nameof(Usages))]
    public void Says_the_same_of_wrong_arguments(string kernel, string[] arguments)
    {
        HeaderPackage package = HeaderPackage.Get(kernel);
        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments));
    }

    /// <summary>What a header names is remembered from one run to the next.</summary>
    [Fact]
    public void A_header_that_has_changed_is_read_again()
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        using var directory = new TemporaryDirectory();
        string header = directory.Write("a.h", "CONFIG_A"), list = directory.Write("x.d", $"x.o: {directory.Write("x.c", "")} {header} {directory.Write("b.h", "CONFIG_B CONFIG_A")}\n");
        string[] arguments = [list, "x.o", "cc"];
        var memory = new HostProgramMemory();
        DateTime time = File.GetLastWriteTimeUtc(header);
        for (int change = 0; change < 6; change++)
        {
            // Longer than a tick of the file system's clock, so that the file is remembered the second time.
            Thread.Sleep(change % 2 * 30);
            for (int again = 0; again < 2; again++)
                Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments, memory: memory));
            if (change < 4)
                File.WriteAllText(header, $"CONFIG_{(char)('C' + change)}");
            else
                File.Move(directory.Write("c.h", "CONFIG_Z"), header, overwrite: true);
            File.SetLastWriteTimeUtc(header, time);
        }
        File.Delete(header);
        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments, memory: memory));
    }

    /// <summary>What headers name is kept for the next build; there, too, one that has changed is read again.</summary>
    [Fact]
    public void A_header_that_has_changed_between_builds_is_read_again()
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        using var directory = new TemporaryDirectory();
        string[] headers = [.. Enumerable.Range(0, 20).Select(i => directory.Write($"{i}.h", $"CONFIG_A{i} CONFIG_B{i % 3}"))];
        string[] arguments = [directory.Write("x.d", $"x.o: {directory.Write("x.c", "CONFIG_X")} {string.Join(' ', headers)}\n"), "x.o", "cc"];
        string cache = directory.At("cache");
        HostProgramMemory build(params string[] environment)
        {
            var memory = new HostProgramMemory { Environment = [$"XDG_CACHE_HOME={cache}", .. environment] };
            Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments, memory: memory));
            memory.Keep();
            return memory;
        }
        string[] kept() => Directory.Exists(cache + "/oot/make/options") ? Directory.GetFiles(cache + "/oot/make/options") : [];

        Thread.Sleep(30);
        build("OOT_CACHE=off");
        Assert.Empty(kept());
        build();
        Assert.Single(kept());
        Assert.True(build().Options.Find(new Disk(), headers[^1], out ReadOnlyMemory<byte> names));
        Assert.Equal("A19\0B1\0"u8, names.Span);

        DateTime time = File.GetLastWriteTimeUtc(headers[3]);
        File.WriteAllText(headers[3], "CONFIG_C3 CONFIG_B0");
        File.SetLastWriteTimeUtc(headers[3], time);
        File.Move(directory.Write("new.h", "CONFIG_Z"), headers[4], overwrite: true);
        build();
        byte[] damaged = File.ReadAllBytes(kept()[0]);
        damaged[^20] ^= 1;
        File.WriteAllBytes(kept()[0], damaged);
        build();
        File.Delete(headers[5]);
        build();
    }

    /// <summary>However many kernel trees there have been, what is kept of them is bounded: the oldest go.</summary>
    [Fact]
    public void What_is_kept_of_headers_is_bounded()
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        using var directory = new TemporaryDirectory();
        string[] headers = [.. Enumerable.Range(0, 20).Select(i => directory.Write($"{i}.h", $"CONFIG_A{i}"))];
        string[] arguments = [directory.Write("x.d", $"x.o: {directory.Write("x.c", "")} {string.Join(' ', headers)}\n"), "x.o", "cc"];
        string kept = directory.At("cache/oot/make/options");
        Directory.CreateDirectory(kept);
        for (int tree = 0; tree < 300; tree++)
        {
            File.WriteAllText($"{kept}/{tree:x16}", "");
            File.SetLastWriteTimeUtc($"{kept}/{tree:x16}", new DateTime(2001, 1, 1));
        }
        Thread.Sleep(30);
        var memory = new HostProgramMemory { Environment = [$"XDG_CACHE_HOME={directory.At("cache")}"] };
        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments, memory: memory));
        memory.Keep();
        Assert.InRange(Directory.GetFiles(kept).Length, 1, 256);
        Assert.Contains(Directory.GetFiles(kept), static path => new FileInfo(path).Length > 0);
    }

    /// <summary>Within a tick of the file system's clock it could change again and look the same.</summary>
    [Fact]
    public void A_header_that_has_only_just_changed_is_not_remembered()
    {
        using var directory = new TemporaryDirectory();
        string header = directory.Write("a.h", "CONFIG_A");
        Assert.Equal(0, new Disk().Stat(header, out FileStatus status));
        var options = new RememberedOptions();
        options.Add(status, status.ChangedNs + 10_000_000, "A\0"u8);
        Assert.False(options.Find(new Disk(), header, out _));
        options.Add(status, status.ChangedNs + 3_000_000_000, "A\0"u8);
        Assert.True(options.Find(new Disk(), header, out ReadOnlyMemory<byte> names));
        Assert.Equal("A\0"u8, names.Span);
    }

    /// <summary>A hundred thousand options, every one twice, over many files.</summary>
    [Theory]
    [InlineData("5.10")]
    [InlineData("6.12")]
    public void Large_input_is_the_same(string kernel)
    {
        HeaderPackage package = HeaderPackage.Get(kernel);
        using var directory = new TemporaryDirectory();
        var names = new List<string>();
        for (int file = 0; file < 100; file++)
        {
            var text = new StringBuilder();
            for (int option = 0; option < 2000; option++)
                text.Append($"#ifdef CONFIG_OPTION_{((file * 1000) + option) * 7919 % 100003}\n");
            names.Add(directory.Write($"{file}.h", text.ToString()));
        }
        string list = directory.Write("x.d", "x.o: " + string.Join(" \\\n  ", names) + "\n");
        string[] arguments = [list, "x.o", new string('c', 100_000)];

        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments));
    }
}
