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

    /// <summary>Within a tick of the file system's clock it could change again and look the same.</summary>
    [Fact]
    public void A_header_that_has_only_just_changed_is_not_remembered()
    {
        using var directory = new TemporaryDirectory();
        string header = directory.Write("a.h", "CONFIG_A");
        Assert.Equal(0, new Disk().Stat(header, out FileStatus status));
        var options = new RememberedOptions();
        options.Add(status, status.ChangedNs + 10_000_000, "A\0"u8);
        Assert.Null(options.Of(new Disk(), header));
        options.Add(status, status.ChangedNs + 3_000_000_000, "A\0"u8);
        Assert.Equal("A\0"u8.ToArray(), options.Of(new Disk(), header));
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
