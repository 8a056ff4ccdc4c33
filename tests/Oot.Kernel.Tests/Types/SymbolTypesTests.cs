using Oot.Core;
using Oot.Kernel.Types;
using Xunit;

namespace Oot.Kernel.Tests.Types;

/// <summary><c>.symtypes</c> files as a kernel's own genksyms writes them: where the CRC is another one, the definition that differs is named.</summary>
public class SymbolTypesTests
{
    private const string Good = """
        struct inner;
        struct pair { int x; struct inner *in; union { int a; long b; }; int (*call)(struct pair *, int); unsigned int f:3; };
        struct inner { long z; };
        enum kind { one, two = 5 };
        typedef unsigned int u32;
        """;

    [Theory]
    [InlineData("int x;", "int x; int y;", "struct pair: \"int y\" is new before \"struct inner * in\"")]
    [InlineData("int x;", "", "struct pair: \"int x\" is gone")]
    [InlineData("int x;", "long x;", "struct pair: \"int x\" became \"long x\"")]
    [InlineData("unsigned int f:3;", "unsigned int f:3; u32 *last;", "struct pair: \"u32 * last\" is new at its end")]
    [InlineData("long b;", "long b; char c;", "struct pair: \"union { int a ; long b ; }\" became \"union { int a ; long b ; char c ; }\"")]
    [InlineData("struct pair *, int)", "struct pair *, long)", "struct pair: \"int ( * call ) ( struct pair * , int )\" became \"int ( * call ) ( struct pair * , long )\"")]
    [InlineData("long z;", "long z; long q;", "struct inner: \"long q\" is new at its end")]
    [InlineData("struct inner { long z; };", "", "struct inner: was defined, now it is only declared where the symbol is exported")]
    [InlineData("two = 5", "two = 6", "enum kind: \"two = 5\" became \"two = 6\"")]
    [InlineData("two = 5", "two = 5, three", "enum kind: \"three\" is new at its end")]
    [InlineData("typedef unsigned int u32", "typedef unsigned long u32", "u32 was \"typedef unsigned int u32\", now \"typedef unsigned long u32\"")]
    public void What_the_CRC_is_made_of_is_compared(string old, string with, string change)
    {
        using var directory = new TemporaryDirectory();
        uint before = Write(directory, "old", Good), after = Write(directory, "new", Good.Replace(old, with, StringComparison.Ordinal));
        Assert.NotEqual(before, after);
        Assert.Equal([change], Compare(directory, "f"));
    }

    [Fact]
    public void The_symbols_own_declaration_counts_and_what_is_the_same_does_not()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(Write(directory, "old", Good), Write(directory, "new", Good));
        Assert.Empty(Compare(directory, "f"));
        Assert.NotEqual(Write(directory, "old", Good), Write(directory, "new", Good, "int f(struct pair *p, enum kind k, u32 u, long more)"));
        Assert.Equal(["its declaration was \"int f ( struct pair * , enum kind , u32 )\", now \"int f ( struct pair * , enum kind , u32 , long )\""], Compare(directory, "f"));
        Assert.Empty(Compare(directory, "no_such_symbol"));
        Assert.Null(new SymbolTypesIndex(new Disk(), [directory.Path + "/none"]).Of("f"));
    }

    [Fact]
    public void Damaged_files_end_in_an_answer()
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(11);
        Write(directory, "old", Good);
        byte[] good = File.ReadAllBytes(directory.Path + "/old/drivers/x.symtypes");
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = [.. good, .. good];
            for (int changes = random.Next(1, 30); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)" {}();#,\ns"[random.Next(10)];
            directory.Write("new/drivers/x.symtypes", System.Text.Encoding.Latin1.GetString(bytes, 0, random.Next(bytes.Length)));
            _ = Compare(directory, "f");
        }
    }

    private static IReadOnlyList<string> Compare(TemporaryDirectory directory, string symbol)
    {
        SymbolTypesFile? old = new SymbolTypesIndex(new Disk(), [directory.Path + "/old"]).Of(symbol), now = new SymbolTypesIndex(new Disk(), [directory.Path + "/new"]).Of(symbol);
        return old is null || now is null ? [] : new SymbolTypesComparison(old, now).Of(symbol, 5);
    }

    // Types of the exporting file itself would count as unknown: they stand in a header.
    private static uint Write(TemporaryDirectory directory, string name, string header, string declaration = "int f(struct pair *p, enum kind k, u32 u)")
    {
        string genksyms = (Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test") + "/kernels/6.1/build/scripts/genksyms/genksyms";
        Assert.SkipWhen(!File.Exists(genksyms), "tests/setup/kernels.sh 6.1");
        string source = directory.Write(name + "/x.i", $"# 1 \"x.c\"\n# 1 \"x.h\" 1\n{header}\n# 2 \"x.c\" 2\n{declaration};\n__GENKSYMS_EXPORT_SYMBOL(f);\n"), types = directory.Write(name + "/drivers/x.symtypes", "");
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest("/bin/sh", ["-c", "exec \"$0\" -T \"$1\" <\"$2\"", genksyms, types, source], ProcessContext.Environment()));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Convert.ToUInt32(result.Output.Trim().Split(' ')[^1][2..], 16);
    }
}
