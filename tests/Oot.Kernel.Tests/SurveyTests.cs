using System.Text;
using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests;

/// <summary>
/// Each directory of tests/cases/survey is a driver; its file <c>expect</c> says how it is built, <c>words</c> (when there is one) what the user adds. <c>OOT_REWRITE=1</c> writes
/// the expectations anew.
/// </summary>
public class SurveyTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Root()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_way_to_build_is_found(string name)
    {
        using var temporary = new TemporaryDirectory();
        string tree = FakeKernel.Create(temporary);
        KernelTree kernel = new KernelTreeReader(new Disk(), new ProgramRunner(new Disk()), ProcessContext.Environment()).Read(tree);
        string directory = $"{Root()}/{name}";
        string[] words = File.Exists(directory + "/words") ? File.ReadAllText(directory + "/words").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        Result<BuildPlan> result = new BuildPlanner(new Disk()).Plan(directory, kernel, [.. words.Where(word => word.Contains('='))], [.. words.Where(word => !word.Contains('='))]);
        string actual = Describe(result).Replace(directory, "@DIR@", StringComparison.Ordinal).Replace(kernel.RealPath, "@KDIR@", StringComparison.Ordinal).Replace(kernel.Release, "@RELEASE@", StringComparison.Ordinal);
        string expectation = directory + "/expect";
        if (Environment.GetEnvironmentVariable("OOT_REWRITE") == "1")
            File.WriteAllText(expectation, actual);
        Assert.Equal(File.ReadAllText(expectation), actual);
    }

    [Fact]
    public void The_users_own_tree_variable_wins_and_lifts_the_refusal()
    {
        using var temporary = new TemporaryDirectory();
        KernelTree kernel = new KernelTreeReader(new Disk(), new ProgramRunner(new Disk()), ProcessContext.Environment()).Read(FakeKernel.Create(temporary));
        BuildPlan plan = new BuildPlanner(new Disk()).Plan($"{Root()}/own-name-for-the-release", kernel, ["MY_TREE=/x"], []).Value;
        Assert.Equal(["MY_RELEASE=6.1.0-fake", "MY_TREE=/x"], plan.Arguments);
    }

    [Theory]
    [InlineData("a b", "OOT1001")]
    [InlineData("a:b", "OOT1001")]
    [InlineData("kernel", "OOT1005")]
    [InlineData("empty", "OOT1003")]
    [InlineData("missing", "OOT1002")]
    public void Impossible_directories_are_refused_before_make_starts(string name, string id)
    {
        using var temporary = new TemporaryDirectory();
        if (name != "missing")
            Directory.CreateDirectory($"{temporary.Path}/{name}");
        if (name == "kernel")
            FakeKernel.Create(temporary, name);
        Assert.Equal(id, new BuildPlanner(new Disk()).Refusal($"{temporary.Path}/{name}")!.Id);
    }

    [Fact]
    public void The_nearest_directory_with_a_kbuild_file_is_suggested()
    {
        using var temporary = new TemporaryDirectory();
        temporary.Write("doc/Makefile", "all:\n");
        temporary.Write("src/mod/Kbuild", "obj-m := a.o\n");
        Assert.Equal($"There is one in '{temporary.Path}/src/mod': try `oot build {temporary.Path}/src/mod`.", new BuildPlanner(new Disk()).Refusal(temporary.Path)!.Remedy);
    }

    [Fact]
    public void Compiler_calls_are_found_in_a_dry_run()
    {
        const string Line = "set -e;  echo '  CC [M]  /m/a.o; x'; gcc-12 -Wp,-MMD,/m/.a.o.d -DX='\"a b;c\"' -c -o /m/a.o /m/a.c ; ./tools/objtool/objtool /m/a.o; scripts/basic/fixdep /m/.a.o.d /m/a.o 'gcc -c -o /m/a.o /m/a.c' > /m/.a.o.cmd\n";
        CompileCommand command = Assert.Single(CompileCommands.Parse(Line + "echo nothing\ngcc -c -o /m/a.mod.o /m/a.mod.c\n", "/k", "/m"));
        Assert.Equal(new CompileCommand("/k", "gcc-12 -Wp,-MMD,/m/.a.o.d -DX='\"a b;c\"' -c -o /m/a.o /m/a.c", "/m/a.c"), command);
        Assert.Equal(new CompileCommand("/m", "gcc -c -o sub/b.o ../src/sub/b.c", "/src/sub/b.c"), Assert.Single(CompileCommands.Parse("gcc -c -o sub/b.o ../src/sub/b.c", "/k", "/m")));
    }

    [Fact]
    public void The_first_error_is_kept_with_its_source_lines()
    {
        var first = new FirstError();
        foreach (string piece in new[] { "  CC [M]  a.o\na.c:1:2: err", "or: bad\n    1 | x\n      | ^\na.c:9:9: error: later\n", "make[1]: *** [x] Error 1\n" })
            first.Add(ByteText.ToBytes(piece));
        Assert.Equal(["a.c:1:2: error: bad", "    1 | x", "      | ^"], first.Lines);
        var make = new FirstError();
        make.Add("make: *** No rule to make target 'x'.  Stop.\n"u8);
        Assert.Equal(["make: *** No rule to make target 'x'.  Stop."], make.Lines);
        var program = new FirstError();
        program.Add("  MODPOST x\n../Module.symvers: No such file or directory\nmake[3]: *** [x] Error 1\nmake: *** [y] Error 2\n"u8);
        Assert.Equal(["../Module.symvers: No such file or directory", "make[3]: *** [x] Error 1"], program.Lines);
    }

    private static string Describe(Result<BuildPlan> result)
    {
        if (!result.Succeeded(out BuildPlan? plan, out Diagnostic? error))
            return $"refused: {error.Id} {error.Message}\n";
        var text = new StringBuilder($"way: {plan.Way}\nreason: {plan.Reason}\nuname: {(plan.AnswersUname ? "answered" : "left alone")}\n");
        foreach (string word in plan.Arguments)
            text.Append($"word: {word}\n");
        foreach (Diagnostic warning in plan.Warnings)
            text.Append($"warning: {warning.Id} {warning.Message}\n");
        return text.ToString();
    }

    private static string Root()
    {
        string directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "oot.slnx")))
            directory = Path.GetDirectoryName(directory)!;
        return directory + "/tests/cases/survey";
    }
}
