using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

public class CommandLineTests
{
    private static readonly string[] Lines =
    [
        "prog", "prog a b", "  prog  a\tb  ", "\tprog a", "prog a\\ b", "prog a\\\\b", "prog a\\", "prog \\", "\\prog", "prog \\a\\'b",
        "prog 'a b' c", "prog 'a'b'c'", "prog ''", "prog '' b", "prog a '' b", "prog a ''  ", "prog ''x", "prog x''", "''", "'' a", "'prog' a",
        "prog 'a", "prog a'", "'", "prog '\\'", "prog 'a\\b'", "prog 'a$b;c|d\"e'", "prog '#*?[]&|<>(){}$`^~!'", "prog '='", "prog 'a=b'",
        "prog \"a b\"", "prog \"", "\"prog\"", "prog #a", "prog a#b", "#prog", "prog;a", "prog ; a", "prog & a", "prog && a", "prog | a",
        "prog > a", "prog < a", "prog 2>&1", "(prog)", "{ prog; }", "prog {a,b}", "prog $a", "prog $(a)", "prog `a`", "prog a^b", "prog ~",
        "prog ~/a", "prog a~", "~/prog", "!prog", "prog !", "! prog", "prog *", "prog ?", "prog [a]", "prog a]", "prog a,b", "prog a:b",
        "prog a@b", "prog %", "prog a+b", "prog -a --b=c", "prog --b=c d", "a=b prog", "a=b", "a= prog", "=", "= prog", "prog =", "prog a=b",
        "prog=x", "p=1 q=2 prog", "'a=b' prog", "a\\=b prog", "prog\\=x a", "a'='b prog",
        ". a", ": a", ":", ": ", ":x", "alias", "alias a", "bg", "break", "case x in", "cd", "cd a", "'cd' a", "c\\d a", "cd\\ a", "command a",
        "continue", "eval a", "exec prog", "exit", "exit 1", "export a", "fc", "fg", "for", "getopts", "hash", "if", "jobs", "login",
        "logout", "read a", "readonly", "return", "set", "set -e", "shift", "test", "test -f a", "times", "trap", "type a", "ulimit",
        "umask", "umask 022", "unalias", "unset a", "wait", "while", "echo", "echo a", "printf a", "true", "false", "kill a", "[ a ]", "pwd",
        "local a", "source a", "switch", "let a", "until", "do", "then", "else", "fi", "done", "esac", "function", "time prog", "prog cd", "cdx",
        "cd\ta", "test\\\n a", "te\\\nst a", "prog a\\\nb", "prog a \\\nb", "prog a\\\n b", "prog a \\\n b", "prog a \\\n\tb", "prog a \\\n\t\tb",
        "prog \\\n", "\\\n", "\\\nprog", " \\\n prog", "\\\n\\\n", "prog \\\n\\\n a", "prog a\\\n\\\nb", "prog \\\\\n a", "prog 'a\\\nb'",
        "prog 'a\\\n b'", "prog 'a \\\n\tb' c", "prog 'a\\\\\nb'", "prog \"a\\\nb\"", "prog \"a \\\n\tb\"", "prog a; \\\n prog b", "prog a;\\\nprog b",
        "prog a\\\n;b", "prog a\nprog b", "prog a\n\nprog b", "prog a\n", "\nprog a", "\n\n", "\n", "prog a;b\nprog c;d", "prog 'a\nb'", "prog \"a\nb\"",
        "prog a\n\tprog b", "prog a\n\t\tprog b", "prog a\n@prog b", "prog a\n  -prog b", "@prog", "-@+prog a", "prog a\n-cd b", "@ - prog",
        "prog a;\n@prog b;\n-+prog c", "prog a;\\\n@prog b", "prog a;\\\\\n@prog b;\n\n  -prog c", "prog ';'\nprog b;", "cd '\\\\\n'a", "prog\\\n\n a",
        "dir/prog a", "./prog a", "/bin/sh a", "/bin/sh", "/nonexistent/prog a", "/bin", "..", "prog/", "prog\r", "prog\fa", "prog\va", "prog a\rb;", "prog \x03x;",
        "prog \xe9\xff", "prog \xe9;\xff", "prog \\\xe9;", "", " ", "\t \t", "prog a \\ b", "prog a\\\tb", "prog a\\;b", "prog \\$a", "prog \\#a", "prog \\\"a\\\"",
        "prog \\'a\\'", "prog \\*", "prog a\\ ", "prog \\~a", "sh -c 'echo a'", "/bin/sh -c :", "sh -ec :", "sh -c ': '", "bash -c :", "prog -c :",
    ];

    [Fact]
    public void Lines_for_the_default_shell_become_the_same_words() => new RecordedCommands(CommandLineContext.Default, Lines).Compare();

    public static TheoryData<string, string, string?, bool> Shells => new()
    {
        { "/bin/sh", "-c", null, true },
        { "/bin/sh", "-ec", null, false },
        { "/bin/sh", "-e -c", null, false },
        { "/bin/sh", "-e -c", null, true },
        { "/bin/sh", "-ce", null, false },
        { "/bin/sh", "", null, false },
        { "/bin/sh", "", null, true },
        { "/bin/sh", "-c 'a b'", null, false },
        { "/bin/sh", "-c 'a b'", null, true },
        { "/bin/sh", "-c 'a b' \"c d\"", null, false },
        { "/bin/sh", "c", null, false },
        { "/bin/bash", "-c", null, false },
        { "/bin/bash", "-c", null, true },
        { "sh", "-c", null, false },
        { "/bin/bash -x", "-c", null, false },
        { "/bin/bash -x", "-c", null, true },
        { "A=b /bin/bash", "-c", null, false },
        { "prog", "-c", null, false },
        { "prog", "-c", null, true },
        { "dir/prog", "", null, false },
        { "prog*", "-c", null, false },
        { "pr og's", "-c", null, false },
        { "test", "-c", null, false },
        { "pe\\rl", "-e", null, false },
        { "/bin/sh", "-c", ":", false },
        { "/bin/sh", "-c", " ", false },
        { "/bin/sh", "-c", "a", true },
    };

    [Theory]
    [MemberData(nameof(Shells))]
    public void Lines_for_other_shells_become_the_same_words(string shell, string flags, string? ifs, bool oneShell) =>
        new RecordedCommands(new CommandLineContext(shell, flags, ifs, oneShell, '\t'), Lines).Compare();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_lines_become_the_same_words(bool oneShell)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_SEED"), out int given) ? given : 1;
        TestContext.Current.SendDiagnosticMessage($"OOT_SEED={seed}");
        string[] pieces =
        [
            "prog", "a", "b", "=", " ", " ", " ", "\t", "'", "'", "\"", "\\", "\\\\", "\n", "\\\n", "\n\t", "~", ":", "test", "cd", "-", "@", "+",
            "$", ";", "x=y", "''", "dir/prog", ".", "*", "\\ ", "\\'", "\\;", "#", "prog \xe9",
        ];
        var random = new Random(seed);
        string[] lines = [.. Enumerable.Range(0, 700).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)])))];
        new RecordedCommands(CommandLineContext.Default with { OneShell = oneShell }, lines).Compare();
        new RecordedCommands(new CommandLineContext("/bin/bash", "-ec", null, oneShell, '\t'), lines).Compare();
    }

    [Fact]
    public void Only_a_shell_told_to_do_nothing_does_nothing()
    {
        Assert.True(CommandLine.DoesNothing(["/bin/sh", "-c", ":"]));
        Assert.True(CommandLine.DoesNothing(["/usr/bin/bash", "-ec", ":"]));
        Assert.False(CommandLine.DoesNothing(["/bin/sh", "-c", ": "]));
        Assert.False(CommandLine.DoesNothing(["perl", "-c", ":"]));
    }
}
