using System.Diagnostics;
using System.Text;
using Xunit;

namespace Oot.Genksyms.Tests;

/// <summary>Hostile and damaged inputs: an answer in time and within memory, the kernel's own where that has one.</summary>
public sealed class MalformedInputTests
{
    private const string Before = "# 1 \"a.c\"\n# 1 \"h.h\"\nint x;\n";
    private const string After = "\nint y; __GENKSYMS_EXPORT_SYMBOL(x); __GENKSYMS_EXPORT_SYMBOL(y);\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<string>> Inputs = new()
    {
        ["nothing"] = () => "",
        ["a byte 0 between declarations"] = () => $"{Before}\0{After}",
        ["a byte 0 in a string"] = () => $"{Before}int z[sizeof(\"a\0b\")]; __GENKSYMS_EXPORT_SYMBOL(z);{After}",
        ["a byte 0 in a body"] = () => $"{Before}int f(void) {{ a\0b }}{After}",
        ["a byte 0 in a marker's tail"] = () => $"{Before}# 5 \"z.h\" \0 1\nint int;{After}",
        ["lines that end with CR LF"] = () => $"{Before}struct s {{ int a; }};\nint f(struct s *); __GENKSYMS_EXPORT_SYMBOL(f);{After}".Replace("\n", "\r\n"),
        ["a name of 10,000 bytes"] = () => $"{Before}struct {Many("a", 10000)} {{ int {Many("b", 10000)}; }} {Many("c", 10000)}; __GENKSYMS_EXPORT_SYMBOL({Many("c", 10000)});{After}",
        ["a string without end"] = () => $"{Before}int z[sizeof(\"abc]; {After}",
        ["a character without end"] = () => $"{Before}int z['a]; {After}",
        ["a string with a broken line"] = () => $"{Before}int z[sizeof(\"abc\\\ndef\")]; {After}",
        ["a body without end"] = () => $"{Before}int f(void) {{ {{ }} {After}",
        ["a bracket without end"] = () => $"{Before}int f[ {After}",
        ["an attribute without end"] = () => $"{Before}int __attribute__((x) z; {After}",
        ["an initial value without end"] = () => $"{Before}int z = (1 {After}",
        ["a comment"] = () => $"{Before}/* int z; {After}",
        ["bytes above 127"] = () => $"{Before}int z[\xe4\xf6]; struct s {{ int a; \xe4 }}; {After}",
        ["too many parentheses"] = () => $"{Before}int {Many("(", 30000)}z{Many(")", 30000)}; {After}",
        ["too many bodies in bodies"] = () => $"{Before}{Many("struct { ", 30000)}int z;{Many(" } q;", 30000)} {After}",
        ["too many parameters in parameters"] = () => $"{Before}int f{Many("(int (*)", 30000)}{Many(")", 30000)}; {After}",
        ["many pointers"] = () => $"{Before}int {Many("*", 9000)}z; __GENKSYMS_EXPORT_SYMBOL(z);{After}",
        ["only opening braces"] = () => Many("{", 200000),
        ["a line without end"] = () => $"{Before}# 1 \"{Many("x", 200000)}",
        ["many enum constants"] = () => $"{Before}enum e {{ {string.Join(", ", Enumerable.Range(0, 20000).Select(n => $"E{n}"))} }}; enum e z; __GENKSYMS_EXPORT_SYMBOL(z);{After}",
        ["a number of 1,000 digits in a marker"] = () => $"{Before}# {Many("1", 1000)} \"z.h\"\nint int;{After}",
    };

    public static TheoryData<string, string> Cases() =>
        new(from name in Inputs.Keys
            from kernel in new[] { "6.1", "7.x" }
            select (name, kernel));

    [Theory, MemberData(nameof(Cases))]
    public void Malformed_input_is_answered_as_by_the_kernels_own(string name, string kernel)
    {
        Kernels.Require(kernel);
        using var directory = new TemporaryDirectory();
        byte[] input = Encoding.Latin1.GetBytes(Inputs[name]());
        Outcome expected = Judge.Run(kernel, ["-w"], input, directory.Path);
        Assert.Equal(expected.ToString(), OotProgram.Run(kernel, ["-w"], input, directory.Path).ToString());
    }

    /// <summary>The kernel's own overflows its stack on the first, and takes hours for the second.</summary>
    [Theory]
    [InlineData("a chain of types")]
    [InlineData("quotes that all look for an end")]
    public void What_the_kernels_own_cannot_do_ends_in_time(string name)
    {
        Kernels.Require("6.1");
        string text = name == "a chain of types"
            ? $"{Before}typedef int t0;\n{string.Concat(Enumerable.Range(1, 200000).Select(n => $"typedef t{n - 1} t{n};\n"))}t200000 z; __GENKSYMS_EXPORT_SYMBOL(z);{After}"
            : $"{Before}{Many("\\\"", 500000)}{After}";
        using var directory = new TemporaryDirectory();
        long start = Stopwatch.GetTimestamp();
        Outcome outcome = OotProgram.Run("6.1", ["-w"], Encoding.Latin1.GetBytes(text), directory.Path);
        Assert.InRange(outcome.ExitCode, 0, 1);
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }

    /// <summary>A second declarator that is a function with parameters leads the kernel's own into a circle; it ends when its memory does.</summary>
    [Fact]
    public void A_second_declarator_with_parameters_has_the_specifiers_of_its_line()
    {
        Kernels.Require("6.1");
        using var directory = new TemporaryDirectory();
        Outcome outcome = OotProgram.Run("6.1", ["-d"], Encoding.Latin1.GetBytes("# 1 \"a.c\"\nint a, b(long x);\n"), directory.Path);
        Assert.Contains("Defn for type0 b == <int b ( long ) >\n", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>A reference file that refers to what is nowhere crashes the kernel's own.</summary>
    [Fact]
    public void A_reference_to_an_unknown_typedef_is_taken_as_a_word()
    {
        Kernels.Require("6.1");
        using var directory = new TemporaryDirectory();
        directory.Write("ref", "override x t#nowhere x \n");
        Outcome outcome = OotProgram.Run("6.1", ["-p", "-r", "ref"], Encoding.Latin1.GetBytes(Before + After), directory.Path);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("h.h:1: ignoring x modversion change\n", outcome.Error);
    }

    private static string Many(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
