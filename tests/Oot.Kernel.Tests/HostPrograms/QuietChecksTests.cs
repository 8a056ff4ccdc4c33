using System.Globalization;
using Oot.Core;
using Oot.Kernel.HostPrograms.Checks;
using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>What is answered by a look is what the commands answer, in silence; and of an ordinary object something is answered.</summary>
public sealed class QuietChecksTests : IDisposable
{
    private const string SearchPath = "PATH=/usr/bin:/bin";

    private static readonly string[] Symbols =
        ["a", "b", "__ksymtab_a", "__ksymtab_b", "x__ksymtab_a", "__export_symbol_a", "x__export_symbol_a", "\"x __export_symbol_b\"", "\"a b\"", "\"__ksymtab_a b\"", "\"$d__ksymtab_a\"", "__other"];

    // {0} is a symbol.
    private static readonly string[] Statements =
    [
        ".globl {0}\n{0}: .byte 1", "{0}: .byte 1", ".weak {0}\n{0}: .byte 1", ".type {0},%gnu_indirect_function\n{0}: .byte 1", ".globl {0}\n.type {0},%gnu_indirect_function\n{0}: .byte 1",
        ".comm {0},8", ".local {0}\n.comm {0},8", "{0} = 5", ".globl {0}\n{0} = 5", ".globl {0}\n.long {0}", ".weak {0}\n.long {0}", ".globl {0}\n.type {0},%gnu_unique_object\n{0}: .byte 1",
    ];

    private static readonly string[] Sections =
        [".text", ".data", ".bss", ".section \"___ksymtab+a\",\"a\"", ".section .debug_x", ".section .export_symbol,\"\"", ".section .note.__ksymtab,\"a\",%note", ".section __ksymtab_strings,\"aMS\",%progbits,1"];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    private static int? Look(string[] environment, params string[][] pipeline) => new QuietChecks(new Disk()).ExitOf(pipeline, [SearchPath, .. environment]);

    /// <summary>What the commands do; null where they have something to say.</summary>
    private static int? Run(string script)
    {
        (int exit, string output) = TwinBuild.Start("/usr/bin/env", ["-i", SearchPath, "/bin/sh", "-c", script]);
        return output.Length == 0 ? exit : null;
    }

    private static string Quoted(string word) => "'" + word + "'";

    /// <summary>Every check of one object; how many were answered by a look.</summary>
    private static int AnswersAsCommands(string prefix, string file, string? localExport)
    {
        int answered = 0;
        foreach ((string[] tool, string text) in (ReadOnlySpan<(string[], string)>)[
            ([prefix + "nm", file], "__ksymtab"), ([prefix + "nm", file], " __export_symbol_"), ([prefix + "nm", file], "__ksymtab_b"), ([prefix + "nm", file], "a"), ([prefix + "nm", file], " __ksymtab.a"),
            ([prefix + "objdump", "-h", file], "__ksymtab"), ([prefix + "objdump", "-h", file], " __ksymtab"), ([prefix + "objdump", "-h", file], "__export_symbol")])
        {
            if (Look([], tool, ["grep", "-q", text]) is not { } looked)
                continue;
            answered++;
            Assert.Equal(Run($"{string.Join(' ', tool.Select(Quoted))} 2>/dev/null | grep -q {Quoted(text)}"), looked);
        }
        if (localExport is not null && Look([$"NM={prefix}nm", "AWK=awk"], [localExport, file]) is { } exit)
        {
            answered++;
            Assert.Equal(Run($"NM={prefix}nm AWK=awk {Quoted(localExport)} {Quoted(file)}"), exit);
        }
        return answered;
    }

    [Theory]
    [InlineData("", "--64")]
    [InlineData("", "--32")]
    [InlineData("aarch64-linux-gnu-", "-EL")]
    [InlineData("aarch64-linux-gnu-", "-EB")]
    public void Objects_of_any_symbols_are_seen_as_by_the_commands(string prefix, string option)
    {
        if (!File.Exists($"/usr/bin/{prefix}as"))
            Assert.Skip($"no {prefix}as");
        string localExport = HeaderPackage.Get("6.1").PathOf("scripts/check-local-export");
        var random = new Random(FuzzSettings.Seed);
        int answered = 0;
        for (int i = 0; i < 30; i++)
        {
            string[] names = [.. Symbols.Where(_ => random.Next(3) == 0)];
            string text = string.Concat(names.Select(name =>
                $"{Sections[random.Next(Sections.Length)]}\n{string.Format(CultureInfo.InvariantCulture, Statements[random.Next(Statements.Length)], name)}\n"));
            string source = directory.Write("x.s", text), file = directory.At("x.o");
            if (TwinBuild.Start($"/usr/bin/{prefix}as", [option, source, "-o", file]).Exit == 0)
                answered += AnswersAsCommands(prefix, file, localExport);
        }
        Assert.True(answered > 40, $"{answered} answered");
    }

    [Fact]
    public void Compiled_object_is_always_answered()
    {
        string localExport = HeaderPackage.Get("6.1").PathOf("scripts/check-local-export");
        string file = Compile("int a(void) { return 1; }", "-g", "-ffunction-sections");
        Assert.Equal(1, Look([], ["nm", file], ["grep", "-q", "__ksymtab"]));
        Assert.Equal(1, Look([], ["objdump", "-h", file], ["grep", "-q", "__ksymtab"]));
        Assert.Equal(0, Look(["NM=nm", "AWK=awk"], [localExport, file]));
        file = Compile("int a(void) { return 1; } static int s; int *__ksymtab_a = &s;");
        Assert.Equal(0, Look([], ["nm", file], ["grep", "-q", "__ksymtab"]));
        Assert.Equal(0, Look(["NM=nm", "AWK=awk"], [localExport, file]));
        file = Compile("static __attribute__((used)) int a(void) { return 1; } int __ksymtab_a = 1;");
        Assert.Null(Look(["NM=nm", "AWK=awk"], [localExport, file]));
    }

    [Fact]
    public void What_is_no_plain_object_is_left_to_the_commands()
    {
        string file = Compile("int a(void) { return 1; }", "-flto"), stripped = Compile("int a(void) { return 1; }");
        Assert.Equal(0, TwinBuild.Start("strip", [stripped]).Exit);
        foreach (string other in (ReadOnlySpan<string>)[file, stripped, "/etc/passwd", "/etc", "/dev/null", "/nonexistent", "/usr/bin/env"])
            Assert.Null(Look([], ["nm", other], ["grep", "-q", "__ksymtab"]));
    }

    [Fact]
    public void Damaged_object_has_an_answer_or_none()
    {
        string file = Compile("int a(void) { return 1; } int __ksymtab_a = 1;");
        string localExport = HeaderPackage.Get("6.1").PathOf("scripts/check-local-export");
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(FuzzSettings.Seed);
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. whole[..(i % 3 == 0 ? random.Next(whole.Length) : whole.Length)]];
            for (int n = random.Next(4); n >= 0 && damaged.Length > 0; n--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(file, damaged);
            _ = Look([], ["nm", file], ["grep", "-q", "__ksymtab"]);
            _ = Look([], ["objdump", "-h", file], ["grep", "-q", "__ksymtab"]);
            _ = Look(["NM=nm", "AWK=awk"], [localExport, file]);
        }
    }

    [Fact]
    public void Wrapper_of_a_tool_is_run()
    {
        string file = Compile("int a(void) { return 1; }");
        string wrapper = directory.Write("bin/nm", "#!/bin/sh\n");
        File.SetUnixFileMode(wrapper, (UnixFileMode)0x1ED);
        Assert.Null(new QuietChecks(new Disk()).ExitOf([["nm", file], ["grep", "-q", "__ksymtab"]], [$"PATH={directory.At("bin")}:/usr/bin:/bin"]));
        Assert.Null(Look([], [wrapper, file], ["grep", "-q", "__ksymtab"]));
        Assert.Null(Look([], ["xnm", file], ["grep", "-q", "__ksymtab"]));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("/x/a.ko\n/x/b.ko\n", 0)]
    [InlineData("a.ko\nb.ko", 0)]
    [InlineData("\n\na.ko\n", 0)]
    [InlineData("/x/a.ko\n/y/a.ko\n", null)]
    [InlineData("/x/a.ko\n/x/a.ko", null)]
    [InlineData("/x/\u00e4.ko\n", null)]
    [InlineData("/x/a b.ko\n", null)]
    public void List_with_each_name_once_needs_no_script(string text, int? expected)
    {
        string list = directory.Write("modules.order", text);
        foreach (string kernel in (ReadOnlySpan<string>)["6.1", "6.12"])
        {
            string script = HeaderPackage.Get(kernel).PathOf("scripts/modules-check.sh");
            Assert.Equal(expected, Look([], ["sh", script, list]));
            if (expected is not null)
                Assert.Equal(expected, Run($"sh {Quoted(script)} {Quoted(list)}"));
        }
    }

    [Fact]
    public void Script_with_other_content_is_run()
    {
        string list = directory.Write("modules.order", "a.ko\n");
        string script = directory.Write("scripts/modules-check.sh", File.ReadAllText(HeaderPackage.Get("6.12").PathOf("scripts/modules-check.sh")));
        File.SetUnixFileMode(script, (UnixFileMode)0x1ED);
        Assert.Equal(0, Look([], ["sh", script, list]));
        File.AppendAllText(script, "echo more\n");
        Assert.Null(Look([], ["sh", script, list]));
        Assert.Null(Look([], ["sh", script]));
        Assert.Null(Look([], ["cat", script, list]));
    }

    private string Compile(string text, params string[] options)
    {
        string source = directory.Write("x.c", text), file = directory.At($"x{options.Length}{text.Length}.o");
        Assert.Equal(0, TwinBuild.Start("gcc", [.. options, "-c", source, "-o", file]).Exit);
        return file;
    }
}
