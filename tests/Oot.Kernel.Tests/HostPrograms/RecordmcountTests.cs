using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>oot's recordmcount does as the header packages' own, on objects of every architecture that there is a compiler for.</summary>
public sealed class RecordmcountTests
{
    private const string Program = "scripts/recordmcount";

    private static readonly string[] Compilers =
    [
        "gcc -pg -mfentry", "gcc -pg -fno-pic", "gcc -pg -mfentry -ffunction-sections -g", "gcc", "gcc -m32 -pg -fno-pic", "gcc -m32 -pg -mfentry -fno-pic",
        "aarch64-linux-gnu-gcc-12 -pg -fno-pic", "aarch64-linux-gnu-gcc-12 -pg -fno-pic -mbig-endian", "arm-linux-gnueabihf-gcc-12 -pg -marm", "arm-linux-gnueabihf-gcc-12 -pg -mthumb",
        "arm-linux-gnueabihf-gcc-12 -pg -marm -mbig-endian", "arm-linux-gnueabihf-gcc-12 -pg -mthumb -mbig-endian",
    ];

    public static TheoryData<string, string, string> Objects() =>
        new(from kernel in new[] { "5.10", "6.12" } from compiler in Compilers from option in new[] { "", "-w" } select (kernel, compiler, option));

    [Theory, MemberData(nameof(Objects))]
    public void Lists_and_erases_the_same_calls(string kernel, string compiler, string option)
    {
        HeaderPackage package = HeaderPackage.Get(kernel);
        string[] words = compiler.Split(' ');
        if (!File.Exists("/usr/bin/" + words[0]))
            Assert.Skip($"no {words[0]}");
        using TemporaryDirectory judges = new(), own = new();
        string[] names = [Path.Combine(judges.Path, "x.o"), Path.Combine(own.Path, "x.o")];
        (int exit, string said) = TwinBuild.Start(words[0], [.. words[1..], "-O2", "-c", Path.Combine(Checkout.Tests, "cases", "recordmcount", "sections.c"), "-o", names[0]]);
        Assert.True(exit == 0, said);
        File.Copy(names[0], names[1]);
        int length = (int)new FileInfo(names[0]).Length;
        for (int round = 0; round < 2; round++)
        {
            CallResult[] results = [package.Judge(Program, Words(names[0]), "/"), package.Oot(Program, Words(names[1]))];
            Assert.Equal(results[0], results[1] with { Error = results[1].Error.Replace(own.Path, judges.Path, StringComparison.Ordinal) });
            byte[][] contents = [.. names.Select(name => WithoutPadding(File.ReadAllBytes(name), length))];
            Assert.Equal(contents[0], contents[1]);
        }

        string[] Words(string name) => option.Length == 0 ? [name] : [option, name];
    }

    [Theory]
    [InlineData("")]
    [InlineData("-w")]
    [InlineData("/nonexistent.o")]
    [InlineData("/etc/passwd")]
    [InlineData("/usr/bin/env")]
    [InlineData("/etc")]
    [InlineData("/nonexistent/ftrace.o")]
    public void Says_the_same_of_what_it_cannot_do(string words)
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        string[] arguments = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(package.Judge(Program, arguments, "/"), package.Oot(Program, arguments));
    }

    [Fact]
    public void Damaged_objects_are_left_as_they_are_or_changed_alike_and_never_crash_it()
    {
        HeaderPackage package = HeaderPackage.Get("6.12");
        using var directory = new TemporaryDirectory();
        string name = Path.Combine(directory.Path, "x.o");
        Assert.Equal(0, TwinBuild.Start("gcc", ["-pg", "-mfentry", "-O2", "-c", Path.Combine(Checkout.Tests, "cases", "recordmcount", "sections.c"), "-o", name]).Exit);
        byte[] whole = File.ReadAllBytes(name);
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            byte[] damaged = whole[..(i % 2 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (int change = 0; change < 8 && damaged.Length > 0; change++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(name, damaged);
            Assert.InRange(package.Oot(Program, [name]).ExitCode, 0, 1);
        }
    }

    /// <summary>What the C program leaves between the names of sections and the section headers is whatever was in its memory.</summary>
    private static byte[] WithoutPadding(byte[] bytes, int length)
    {
        int end = length < bytes.Length ? bytes.AsSpan(length).IndexOf("_mcount_loc\0"u8) : -1;
        if (end < 0)
            return bytes;
        int wide = bytes[4] == 2 ? 8 : 4;
        for (int at = length + end + "_mcount_loc\0".Length; at % wide != 0; at++)
            bytes[at] = 0;
        return bytes;
    }
}
