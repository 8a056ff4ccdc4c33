using Oot.Core;
using Oot.Kernel.HostPrograms;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>Where oot's programs take the place of a tree's, and where not.</summary>
public sealed class HostProgramSubstitutionTests : IDisposable
{
    private const string Oot = "/opt/oot";

    private readonly TemporaryDirectory directory = new();
    private readonly string tree;

    public HostProgramSubstitutionTests()
    {
        tree = directory.Path + "/tree";
        directory.Write("tree/include/config/auto.conf", "");
        directory.Write("tree/include/config/kernel.release", "6.1.0\n");
    }

    public void Dispose() => directory.Dispose();

    private static IReadOnlyList<string> Substitute(params string[] words) => new HostProgramSubstitution(Oot, [], new Disk(), new HostProgramMemory()).Substitute(words);

    [Fact]
    public void A_line_of_its_own_becomes_a_call_of_oot() =>
        Assert.Equal([Oot, "host-program", $"{tree}/scripts/basic/fixdep", "a", "b"], Substitute($"{tree}/scripts/basic/fixdep", "a", "b"));

    [Fact]
    public void In_a_shells_text_only_the_command_changes() =>
        Assert.Equal(
            ["/bin/sh", "-c", $"set -e; echo '{tree}/scripts/basic/fixdep a'; gcc -c x.c; {Oot} host-program {tree}/scripts/basic/fixdep d t 'c' > .t.cmd; rm -f d"],
            Substitute("/bin/sh", "-c", $"set -e; echo '{tree}/scripts/basic/fixdep a'; gcc -c x.c; {tree}/scripts/basic/fixdep d t 'c' > .t.cmd; rm -f d"));

    [Fact]
    public void A_shell_with_more_flags_is_known() =>
        Assert.Equal(["bash", "-e", "-c", $"{Oot} host-program {tree}/scripts/basic/fixdep"], Substitute("bash", "-e", "-c", $"{tree}/scripts/basic/fixdep"));

    [Fact]
    public void A_path_with_blanks_is_quoted() =>
        Assert.Equal(["sh", "-c", $"'/opt/o o' host-program {tree}/scripts/basic/fixdep"], new HostProgramSubstitution("/opt/o o", [], new Disk(), new HostProgramMemory()).Substitute(["sh", "-c", $"{tree}/scripts/basic/fixdep"]));

    [Fact]
    public void A_script_that_a_shell_is_given_is_replaced_with_the_shell()
    {
        string script = directory.Write("tree/scripts/gen-btf.sh", "");
        directory.Write("tree/tools/bpf/resolve_btfids/resolve_btfids", "\u007fELF, and of no machine that there is");
        Assert.Equal(["sh", "-c", $"if [ ! -f x ]; then printf 'sh {script}'; else {Oot} host-program {script} --btf_base v x.ko; fi;"],
            Substitute("sh", "-c", $"if [ ! -f x ]; then printf 'sh {script}'; else sh {script} --btf_base v x.ko; fi;"));
        Assert.Equal([Oot, "host-program", script, "x.ko"], Substitute("/bin/sh", script, "x.ko"));
        Assert.Equal(["sh", "-c", $"sh -x {script}"], Substitute("sh", "-c", $"sh -x {script}"));
    }

    [Fact]
    public void A_native_program_that_starts_is_left_alone()
    {
        string program = directory.Write("tree/tools/objtool/objtool", "#!/bin/sh\n");
        string[] words = [program, "--orc", "x.o"];
        Assert.Same(words, Substitute(words));
        File.WriteAllText(program, "\u007fELF, and of no machine that there is");
        Assert.Equal([Oot, "host-program", .. words], Substitute(words));
    }

    public static TheoryData<string[]> Others() => new(
        (string[])["make", "all"],
        ["/bin/sh", "-c", "echo scripts/basic/fixdep"],
        ["/bin/sh", "-c", "/nowhere/scripts/basic/fixdep"],
        ["scripts/basic/fixdep", "a"],
        ["./scripts/basic/fixdep", "a"],
        ["myscripts/basic/fixdep", "a"],
        ["/bin/sh", "-c"],
        ["/bin/sh"],
        ["sh", "scripts/basic/fixdep", "x"],
        ["echo", "-c", "scripts/basic/fixdep"]);

    [Theory, MemberData(nameof(Others))]
    public void Everything_else_stays_the_same_list(string[] words) => Assert.Same(words, Substitute(words));

    [Fact]
    public void The_environment_turns_it_off()
    {
        Assert.Null(HostProgramSubstitution.For(["OOT_HOST_PROGRAMS=tree"], Oot, new Disk(), new HostProgramMemory()));
        Assert.NotNull(HostProgramSubstitution.For(["OOT_HOST_PROGRAMS=oot"], Oot, new Disk(), new HostProgramMemory()));
        Assert.NotNull(HostProgramSubstitution.For([], Oot, new Disk(), new HostProgramMemory()));
    }

    [Theory]
    [InlineData("", true, Oot, "host-program", "/k/scripts/basic/fixdep", "a")]
    [InlineData("", true, Oot, "host-program", "scripts/mod/modpost")]
    [InlineData("", false, Oot, "host-program", "scripts/mod/modpost", "-T", "/dev/stdin")]
    [InlineData("", false, Oot, "host-program", "scripts/mod/modpost", "-o", "vmlinux.symvers", "vmlinux.o")]
    [InlineData("", false, Oot, "host-program", "tools/objtool/objtool")]
    [InlineData("", false, Oot, "host-program", "scripts/sign-file")]
    [InlineData("", false, "/k/scripts/basic/fixdep", "a", "b", "c")]
    [InlineData("", false, Oot, "host-program")]
    [InlineData("OOT_HOST_PROGRAMS=process", false, Oot, "host-program", "scripts/basic/fixdep")]
    public void Some_need_no_process(string environment, bool expected, params string[] words) =>
        Assert.Equal(expected, HostProgramSubstitution.For([environment], Oot, new Disk(), new HostProgramMemory())!.Here(words) is not null);
}
