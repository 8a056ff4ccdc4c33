using System.Globalization;
using System.Text;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>An object of a kernel's own source, which kbuild compiles for every module: made without a compiler only where a compiler would make the same.</summary>
public sealed class CompiledObjectTests(ITestOutputHelper output)
{
    private const string Log = "made without a compiler";

    // What makes it a kernel's tree, and a source in the place of scripts/module-common.c.
    private const string Makefile = """
        T := $(CURDIR)/tree
        O ?= module
        FLAGS ?= -O2
        all: $(O)/.common.o
        $(O)/.common.o:
        	@mkdir -p $(O)
        	@set -e; gcc -Wp,-MMD,$(O)/.common.o.d -nostdinc -Ifirst -I$(T)/include -I./last/ -include $(T)/include/linux/kconfig.h -Werror=date-time -g $(FLAGS) -DNAME='"x y"' -c -o $@ $(T)/scripts/common.c; cat $(O)/.common.o.d > $(O)/list; rm $(O)/.common.o.d

        """;

    // A project that no longer compiles has nothing to be remembered.
    private const int RoundsOfOneProject = 20;

    // Not into a link, which may lead to the machine's own libraries.
    private static readonly EnumerationOptions Whole = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
    private static readonly string[] Headers = ["a.h", "linux/b.h", "near.h", "deep/er/c.h", "linux/kconfig.h"];
    private static readonly string[] Places = ["first", "tree/include", "last", "tree/scripts", "tree/include/linux", "last/deep/er"];
    private static readonly string[] Flags = ["-O2", "-O0", "-DX=1", "-Wall", "-O2 -std=gnu11", "-fno-common"];

    private static string Constant(string name, int value = 1) => $"#undef {name}\n#define {name} {value}\n";

    private static SmallProject Project()
    {
        var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        project.Write("tree/scripts/Kbuild.include", "");
        project.Write("tree/include/linux/module.h", "");
        project.Write("tree/include/linux/kconfig.h", Constant("K"));
        project.Write("tree/scripts/common.c", "#include <a.h>\n#include \"near.h\"\nint result = A + B + C + K + NEAR; const char *name = NAME, *file = __FILE__;\n");
        project.Write("tree/scripts/near.h", Constant("NEAR"));
        project.Write("tree/include/a.h", "#include <linux/b.h>\n" + Constant("A"));
        project.Write("tree/include/linux/b.h", "#include \"deep/er/c.h\"\n" + Constant("B"));
        project.Write("last/deep/er/c.h", Constant("C"));
        Directory.CreateDirectory(project.At("first"));
        SmallProject.Settle();
        return project;
    }

    /// <summary>Makes the object anew, with whatever is remembered; the object, what else is left, and what was said.</summary>
    private static string Build(SmallProject project, IEnumerable<string> words, params IEnumerable<(string, string)> environment)
    {
        MakeResult result = project.Run(words, environment);
        string made = $"{result}";
        foreach (string path in Directory.GetFiles(project.Path, "*", Whole).Order(StringComparer.Ordinal).Where(path => path.Contains("/.common.o", StringComparison.Ordinal) || path.EndsWith("/list", StringComparison.Ordinal)))
        {
            made += $"\n{path[project.Path.Length..]} {new FileInfo(path).UnixFileMode} {Convert.ToHexString(File.ReadAllBytes(path))}";
            File.Delete(path);
        }
        return made;
    }

    private static bool NeededNone(SmallProject project) => project.Log.Contains(Log, StringComparison.Ordinal);

    [Fact]
    public void Second_build_needs_no_compiler_wherever_it_is()
    {
        using SmallProject project = Project();
        string first = Build(project, []);
        Assert.False(NeededNone(project));
        Assert.Equal(first, Build(project, []));
        Assert.True(NeededNone(project), project.Log);
        Assert.Equal(first.Replace("/module/", "/elsewhere/", StringComparison.Ordinal), Build(project, ["O=elsewhere"]));
        Assert.True(NeededNone(project), project.Log);
        string none = Build(project, [], ("OOT_CACHE", "off"));
        Assert.False(NeededNone(project));
        Assert.Equal(first, none);
    }

    [Theory]
    [InlineData("tree/scripts/common.c", "int result;\n")]
    [InlineData("tree/include/linux/b.h", "#define B 7\n#define C 2\n")]
    [InlineData("first/a.h", "#define A 5\n#define B 1\n#define C 1\n")]
    [InlineData("tree/include/linux/deep/er/c.h", "#define C 5\n")]
    [InlineData("tree/scripts/deep/er/c.h", "#define C 5\n")]
    [InlineData("first/deep/er/c.h", "#define C 5\n")]
    public void What_a_compiler_would_read_now_counts(string file, string text)
    {
        using SmallProject project = Project();
        string first = Build(project, []);
        project.Write(file, text);
        SmallProject.Settle();
        string second = Build(project, []);
        Assert.False(NeededNone(project));
        Assert.Equal(Build(project, [], ("OOT_CACHE", "off")), second);
        if (!file.StartsWith("tree/scripts/deep", StringComparison.Ordinal))
            Assert.NotEqual(first, second);
    }

    [Fact]
    public void Warnings_are_said_every_time_and_errors_too()
    {
        using SmallProject project = Project();
        project.Write("tree/include/a.h", "#include <linux/b.h>\n#define A 1\n#warning be warned\n");
        for (int again = 0; again < 3; again++)
        {
            Assert.Contains("be warned", Build(project, []), StringComparison.Ordinal);
            Assert.False(NeededNone(project));
        }
        project.Write("tree/include/a.h", "#error no\n");
        for (int again = 0; again < 2; again++)
            Assert.Contains("#error no", Build(project, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#if __has_include(<gone.h>)\n#include <gone.h>\n#endif\n")]
    [InlineData("#if __has_\\\ninclude(<gone.h>)\n#endif\n")]
    [InlineData("#pragma GCC system_header\n")]
    [InlineData("#pragma GCC dependency \"linux/module.h\"\n")]
    [InlineData("#pragma GCC diagnostic ignored \"-Wdate-time\"\nconst char time[] = __TIME__;\n")]
    [InlineData("# 1 \"a.h\" 3\n")]
    [InlineData("asm(\".section .data\\n.INCBIN \\\"Makefile\\\"\\n.previous\");\n")]
    [InlineData("asm(\".include\\t\\\"empty.s\\\"\");\n")]
    public void Header_that_reads_what_is_not_listed_is_read_every_time(string text)
    {
        using SmallProject project = Project();
        project.Write("tree/include/a.h", text + "#include <linux/b.h>\n" + Constant("A"));
        project.Write("empty.s", "");
        SmallProject.Settle();
        for (int again = 0; again < 2; again++)
        {
            string made = Build(project, []);
            Assert.Contains(".common.o ", made, StringComparison.Ordinal);
        }
        Assert.False(NeededNone(project));
    }

    [Theory]
    [InlineData("-O2 -w")]
    [InlineData("-Wno-error=date-time")]
    [InlineData("-DT=__TIME__")]
    [InlineData("-I=/usr")]
    [InlineData("-finput-charset=latin1")]
    [InlineData("-I @first/words")]
    public void Option_that_lets_something_else_in_is_left_to_the_compiler(string flags)
    {
        using SmallProject project = Project();
        for (int again = 0; again < 2; again++)
            Assert.Contains(".common.o ", Build(project, ["FLAGS=" + flags]), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(project.Cache + "/oot/make/objects"));
    }

    [Theory]
    [InlineData("first/a.h", "../elsewhere/gone.h", "elsewhere/gone.h")]
    [InlineData("first/linux", "../elsewhere/gone", "elsewhere/gone/b.h")]
    public void Link_that_leads_nowhere_may_lead_somewhere_later(string link, string target, string appears)
    {
        using SmallProject project = Project();
        project.Write("elsewhere/here", "");
        File.CreateSymbolicLink(project.At(link), target);
        SmallProject.Settle();
        Build(project, []);
        project.Write(appears, string.Concat(((string[])["A", "B", "C"]).Select(name => Constant(name, 8))));
        SmallProject.Settle();
        string second = Build(project, []);
        Assert.Equal(Build(project, [], ("OOT_CACHE", "off")), second);
    }

    [Fact]
    public void Wrapper_under_a_compilers_name_is_none()
    {
        using SmallProject project = Project();
        string? real = new FileInfo("/usr/bin/gcc").ResolveLinkTarget(true)?.FullName;
        Assert.SkipUnless(real is not null, "no gcc; apt-get install gcc");
        // It looks for what it runs from the place where it lies.
        Directory.CreateDirectory(project.At("usr/bin"));
        File.CreateSymbolicLink(project.At("usr/lib"), "/usr/lib");
        File.Copy(real!, project.At("usr/bin/ccache"));
        File.CreateSymbolicLink(project.At("usr/bin/gcc"), "ccache");
        project.Write("Makefile", Makefile.Replace("; gcc ", "; $(CURDIR)/usr/bin/gcc ", StringComparison.Ordinal));
        for (int again = 0; again < 2; again++)
            Assert.Contains(".common.o ", Build(project, []), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(project.Cache + "/oot/make/objects"));
    }

    [Fact]
    public void Standard_input_is_the_compilers()
    {
        using SmallProject project = Project();
        project.Write("Makefile", Makefile.Replace("gcc ", "echo '#define Z 1' | gcc -include /dev/stdin ", StringComparison.Ordinal));
        string first = Build(project, []);
        Assert.Equal(Build(project, [], ("OOT_CACHE", "off")), first);
        project.Write("Makefile", Makefile.Replace("gcc ", "gcc -include /dev/stdin ", StringComparison.Ordinal).Replace("/scripts/common.c;", "/scripts/common.c < text.h;", StringComparison.Ordinal));
        foreach (int value in (int[])[1, 2])
        {
            project.Write("text.h", $"int value = {value};\n");
            SmallProject.Settle();
            string made = Build(project, []);
            Assert.Equal(Build(project, [], ("OOT_CACHE", "off")), made);
        }
    }

    [Fact]
    public void Comma_of_another_words_is_not_the_lists()
    {
        using SmallProject project = Project();
        project.Write("tree/scripts/common.c", "const char *name = NAMED );\n");
        string[] words = ["O=one", "FLAGS='-DF(a,b)=S(b)' '-DS(x)=#x' '-DNAMED=F(a,$(O)/.common.o.d'"];
        Build(project, words);
        string[] others = [words[0].Replace("one", "two", StringComparison.Ordinal), words[1]];
        Assert.Equal(Build(project, others, ("OOT_CACHE", "off")), Build(project, others));
    }

    [Theory]
    [InlineData("CPATH")]
    [InlineData("C_INCLUDE_PATH")]
    [InlineData("DEPENDENCIES_OUTPUT")]
    public void Variable_that_adds_files_is_left_to_the_compiler(string variable)
    {
        using SmallProject project = Project();
        (string, string) setting = (variable, project.At("last"));
        for (int again = 0; again < 2; again++)
            Build(project, [], setting);
        Assert.False(NeededNone(project));
        Assert.Empty(Directory.GetFiles(project.Cache + "/oot/make/objects"));
    }

    [Fact]
    public void Source_of_a_project_is_compiled_every_time()
    {
        using SmallProject project = Project();
        File.Delete(project.At("tree/scripts/Kbuild.include"));
        for (int again = 0; again < 2; again++)
            Build(project, []);
        Assert.False(NeededNone(project));
    }

    [Fact]
    public void Damaged_object_is_made_again()
    {
        using SmallProject project = Project();
        string first = Build(project, []);
        foreach (string path in Directory.GetFiles(project.Cache + "/oot/make/objects"))
        {
            byte[] bytes = File.ReadAllBytes(path);
            bytes[^40] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
        Assert.Equal(first, Build(project, []));
        Assert.False(NeededNone(project));
        Assert.Equal(first, Build(project, []));
        Assert.True(NeededNone(project));
    }

    [Fact]
    public void No_edit_fools_it()
    {
        int rounds = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 1000 : 120;
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 1;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        var random = new Random(seed);
        int without = 0;
        for (int round = 0; round < rounds; round += RoundsOfOneProject)
            without += Edit(random, $"seed {seed}, from round {round}");
        output.WriteLine($"{without} of {rounds} needed no compiler");
        Assert.True(without > rounds / 10, $"only {without} needed no compiler");
    }

    private static int Edit(Random random, string place)
    {
        using SmallProject project = Project();
        string flags = Flags[0], epoch = "1", edit = "";
        int without = 0;
        for (int round = 0; round < RoundsOfOneProject; round++)
        {
            string file = $"{Places[random.Next(Places.Length)]}/{Headers[random.Next(Headers.Length)]}";
            string[] there = Directory.GetFiles(project.Path, "*.h", Whole);
            string any = there[random.Next(there.Length)];
            switch (random.Next(9))
            {
                case 0:
                    edit = "write " + file;
                    project.Write(file, string.Concat(((string[])["A", "B", "C", "K", "NEAR"]).Select(name => Constant(name, random.Next(9)))));
                    break;
                case 1:
                    edit = "same size and time " + any;
                    DateTime time = File.GetLastWriteTimeUtc(any);
                    File.WriteAllText(any, File.ReadAllText(any).Replace('1', '7'), Encoding.Latin1);
                    File.SetLastWriteTimeUtc(any, time);
                    break;
                case 2 when !any.EndsWith("kconfig.h", StringComparison.Ordinal):
                    edit = "move " + any;
                    File.Move(any, project.At(file.EndsWith("kconfig.h", StringComparison.Ordinal) ? "last/kept.h" : CreatedFor(project, file)), overwrite: true);
                    break;
                case 3:
                    edit = flags = Flags[random.Next(Flags.Length)];
                    break;
                case 4:
                    epoch = edit = random.Next(3).ToString(CultureInfo.InvariantCulture);
                    break;
                case 5:
                    edit = "touch " + any;
                    File.SetLastWriteTimeUtc(any, DateTime.UtcNow.AddHours(-random.Next(5)));
                    break;
                default:
                    edit = "nothing";
                    break;
            }
            SmallProject.Settle();
            string[] words = [$"FLAGS={flags}", $"O=module{random.Next(2)}"];
            string actual = Build(project, words, ("SOURCE_DATE_EPOCH", epoch));
            without += NeededNone(project) ? 1 : 0;
            string expected = Build(project, words, ("SOURCE_DATE_EPOCH", epoch), ("OOT_CACHE", "off"));
            Assert.True(expected == actual, $"{place}+{round}, {edit}\nwith a compiler: {expected}\nwith memory: {actual}");
        }
        return without;
    }

    private static string CreatedFor(SmallProject project, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(project.At(file))!);
        return project.At(file);
    }
}
