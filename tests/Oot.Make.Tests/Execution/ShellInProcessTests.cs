using Oot.Core;
using Oot.Make.Execution;
using Oot.Make.Execution.Shell;
using Xunit;

namespace Oot.Make.Tests.Execution;

[Collection(Children.Name)]
public class ShellInProcessTests
{
    private static readonly IReadOnlyList<string> Variables = ["PATH=/usr/bin:/bin", "PATTERN=*", "TEXT=a b"];

    private static ShellProgram? ProgramOf(string script) => new InProcessShell(new Disk()).ProgramOf(["/bin/sh", "-c", script], Variables);

    public static TheoryData<string> Kbuild => new(
        "set -e; echo '  CC [M]  a.o'; trap 'rm -f a.o; trap - HUP; kill -s HUP $$' HUP;  trap 'rm -f a.o; trap - INT; kill -s INT $$' INT; gcc -Wp,-MMD,.a.o.d -D\"KBUILD_MODNAME=\\\"a\\\"\" -c -o a.o a.c; scripts/basic/fixdep .a.o.d a.o 'gcc a.c' > .a.o.cmd; rm -f .a.o.d",
        "{ echo a.ko; :; } > modules.order",
        "set -e; { cat sub/modules.order; echo a.ko; } > modules.order; printf '%s\\n' 'savedcmd := cat' > .modules.order.cmd",
        "if nm a.o 2>/dev/null | grep -q ' __export_symbol_'; then gcc -E a.c | scripts/genksyms/genksyms >> .a.o.cmd; fi",
        "if [ ! -f vmlinux ]; then printf 'Skipping %s\\n' a.ko 1>&2; else pahole -J a.ko; fi;",
        "mkdir -p /tmp/x; rm -f a b; : > c; cmp -s a b || mv -f a b",
        "for f in a b; do echo $f; done >list",
        "case a.c in *.c) echo C;; *) exit 1;; esac");

    public static TheoryData<string> Others => new(
        "echo `date`", "echo $(date)", "echo $((1+1))", "cat <<E\nE", "f() { :; }; f", "sleep 1 &", "while :; do :; done", "cd x; ls", "echo *", "echo [ab]", "echo $PATTERN", "echo ~/x",
        "echo $$", "echo $PPID", "IFS=:; echo x", "eval echo", ". ./x", "echo x >&3", "echo x 3>y", "exec echo", "trap 'echo x' EXIT", "umask 0", "read x", "a=*; echo $a", "echo x >&-",
        "export X=1", "local x", "PATH=/x gcc", "mkfifo p; cat p", "(exit) | (exit)", "{ (:) >a; } >b", "echo 'open", "if true", "echo \x83", "cat </proc/self/status", "$TEXT", "set -x");

    [Theory]
    [MemberData(nameof(Kbuild))]
    public void Recipes_of_kbuild_need_no_shell(string script) => Assert.NotNull(ProgramOf(script));

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_not_done_exactly_is_left_to_the_shell(string script) => Assert.Null(ProgramOf(script));

    [Fact]
    public void Any_text_is_read_to_an_end()
    {
        string[] pieces = ["if ", "then ", "else ", "fi", "case ", "esac", " in ", "for x", " do ", "done", "{ ", "}", "(", ")", ";", ";;", "&", "|", "||", "!", "<", ">", ">&", "'", "\"", "\\", "\n", "$", "${", "}", "$x",
            "a", " ", "#", "*", "\\\n", "=", "x=", "2>", "[", "]", "`", "trap 'rm -f x' EXIT", "\u0085", "echo", "printf", "%s"];
        const int Seed = 1;
        var random = new Random(Seed);
        var shell = new InProcessShell(new Disk());
        for (int i = 0; i < 20000; i++)
        {
            string script = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            Exception? error = Record.Exception(() => shell.ProgramOf(["/bin/sh", "-c", script], Variables, "123"));
            Assert.True(error is null, $"seed {Seed}: {script}: {error}");
        }
        Assert.Null(shell.ProgramOf(["/bin/sh", "-c", string.Concat(Enumerable.Repeat("(", 100000))], Variables));
        Assert.Null(shell.ProgramOf(["/bin/sh", "-c", string.Concat(Enumerable.Repeat("if ", 40000))], Variables));
        Assert.NotNull(shell.ProgramOf(["/bin/sh", "-c", string.Concat(Enumerable.Repeat("true && ", 1000)) + "true"], Variables));
        Assert.Null(shell.ProgramOf(["/bin/sh", "-c", string.Concat(Enumerable.Repeat("true && ", 10000)) + "true"], Variables));
    }

    [Fact]
    public void Only_the_default_shell_with_its_default_flags_is_replaced()
    {
        var shell = new InProcessShell(new Disk());
        Assert.NotNull(shell.ProgramOf(["/bin/sh", "-ec", "echo x; :"], Variables));
        Assert.Null(shell.ProgramOf(["/bin/bash", "-c", "echo x; :"], Variables));
        Assert.Null(shell.ProgramOf(["/bin/sh", "-xc", "echo x; :"], Variables));
        Assert.Null(shell.ProgramOf(["/bin/sh", "-e", "-c", "echo x; :"], Variables));
        Assert.Null(shell.ProgramOf(["/bin/sh", "-c", "echo x; :"], ["PATH=/bin", "IFS=:"]));
        Assert.Null(new InProcessShell(new Disk()) { IsOff = true }.ProgramOf(["/bin/sh", "-c", "echo x; :"], Variables));
    }

    [Theory]
    [InlineData("[ 120200 -ge 90000 ] && echo y", "y\n", "", 0)]
    [InlineData("echo a; echo b >&2; exit 3", "a\n", "b\n", 3)]
    [InlineData("printf '%s-' $TEXT 2>/dev/null; false", "a-b-", "", 1)]
    public void Pure_scripts_are_evaluated_without_a_process(string script, string output, string error, int status)
    {
        PureShellResult? result = new InProcessShell(new Disk()).Evaluate(["/bin/sh", "-c", script], Variables);
        Assert.Equal(new PureShellResult(output, error, status, false), result);
    }

    [Theory]
    [InlineData("set -e; TMP=/tmp/x/.tmp_$$/tmp; trap \"rm -rf /tmp/x/.tmp_$$\" EXIT; mkdir -p /tmp/x/.tmp_$$; if (gcc -c -o \"$TMP\") >/dev/null 2>&1; then echo \"y\"; else echo \"n\"; fi", true)]
    [InlineData("echo $$", false)]
    [InlineData("sh -c 'kill $1' x $$", false)]
    [InlineData("ps -p$$", false)]
    [InlineData("cat /proc/self_$$/x", false)]
    public void A_number_of_its_own_is_known_only_in_names(string script, bool isKnown)
    {
        var shell = new InProcessShell(new Disk());
        Assert.Equal(isKnown, shell.ProgramOf(["/bin/sh", "-c", script], Variables, "123") is not null);
        Assert.Null(shell.ProgramOf(["/bin/sh", "-c", script], Variables));
    }

    [Fact]
    public void A_script_that_starts_a_program_is_not_pure()
    {
        var shell = new InProcessShell(new Disk());
        Assert.Null(shell.Evaluate(["/bin/sh", "-c", "echo x; ls"], Variables));
        Assert.Null(shell.Evaluate(["/bin/sh", "-c", "echo x > file"], Variables));
        Assert.True(shell.Evaluate(["/bin/sh", "-c", "test -e /; echo $?"], Variables)!.HasAskedDisk);
    }

    [Theory]
    [InlineData("INT", 130, true)]
    [InlineData("HUP", 129, true)]
    [InlineData("TERM", 143, false)]
    public void A_signal_as_from_a_terminal_takes_half_made_files_away(string signal, int status, bool isTrapped)
    {
        MakeProgram make = MakeProgram.Oot;
        using var directory = new TemporaryDirectory();
        string trap = isTrapped ? $"trap 'rm -f tmp; trap - {signal}; kill -s {signal} $$$$' {signal}; " : "";
        File.WriteAllText(directory.At("Makefile"), $"out:\n\t@set -e; {trap}echo half >tmp; echo half >$@; sh -c 'kill -{signal} 0; sleep 5'; echo not reached\n");
        File.WriteAllText(directory.At("in"), "include Makefile\nall: ; @setsid -w $(MAKE) out 2>&1; echo $$?\n");
        MakeResult result = make.Run(directory.Path, ["-f", "in", "-s", "--no-print-directory", "all"]);
        Assert.Contains("*** Deleting file 'out'", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"\n{status}\n", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(directory.At("out")));
        Assert.Equal(!isTrapped, File.Exists(directory.At("tmp")));
    }

    [Fact]
    public void OOT_SHELL_real_gives_every_script_to_the_shell()
    {
        MakeProgram make = MakeProgram.Oot;
        using var directory = new TemporaryDirectory();
        // The program is asked whose child it is.
        File.WriteAllText(directory.At("Makefile"), "all: ; @:; sh -c 'readlink /proc/$$PPID/exe'\n");
        Assert.NotEqual("/usr/bin/dash\n", make.Run(directory.Path, []).Output);
        Assert.Equal("/usr/bin/dash\n", make.Run(directory.Path, [], "", ("OOT_SHELL", "real")).Output);
    }
}
