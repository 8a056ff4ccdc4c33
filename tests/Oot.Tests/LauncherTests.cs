using Xunit;

namespace Oot.Tests;

/// <summary>
/// <c>./oot</c> in a small checkout of its own, where `dotnet`, `gcc`, `apt-get` and `id` are stand-ins: what is tested is when
/// it builds, what it becomes and what it says, not the compiler.
/// </summary>
public sealed class LauncherTests : IDisposable
{
    private const string Building = "oot: building the native binary (first use or sources changed)…\n";

    private readonly string _scratch = Directory.CreateTempSubdirectory("oot launcher ").FullName;
    private readonly string _checkout;
    private readonly string _tools;

    public LauncherTests()
    {
        _checkout = Path.Combine(_scratch, "a checkout");
        _tools = Path.Combine(_scratch, "tools");
        Directory.CreateDirectory(Path.Combine(_checkout, "src", "Part"));
        Directory.CreateDirectory(_tools);
        foreach (string file in (string[])["oot", "Directory.Build.props", "Directory.Packages.props", "global.json"])
        {
            File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(_checkout, file));
        }
        File.WriteAllText(Source("Program.cs"), "one");
        File.WriteAllText(Source("Other.cs"), "other");

        // The stand-in compiler "links" a script that tells how it was called, and notes every build. The pause makes two builds at once visible.
        Tool("dotnet", """
            [ "$1" = publish ] || exit 0
            echo "$*" >>"$SCRATCH/builds"
            intermediate=${*#*--artifacts-path } intermediate=${intermediate%% -o *}
            [ -e "$intermediate/left" ] && echo "$(cat "$intermediate/left")" >>"$SCRATCH/reused"
            mkdir -p "$intermediate" && echo half >"$intermediate/left"
            [ -e "$SCRATCH/killed" ] && { kill -KILL $PPID; exit 1; }
            [ -e "$SCRATCH/broken" ] && { echo 'Program.cs(1,1): error CS0000: no'; exit 1; }
            while [ $# -gt 1 ]; do [ "$1" = -o ] && out=$2; shift; done
            sleep 0.2
            echo whole >"$intermediate/left"
            mkdir -p "$out" && printf '#!/bin/sh\necho "${0##*/}:$*:$PWD"\nexit 3\n' >"$out/oot" && chmod +x "$out/oot"
            """);
        Tool("gcc", """[ ! -e "$SCRATCH/no-gcc" ] && : >"$5" """);
        Tool("objcopy", "exit 0");
        Tool("apt-get", """echo "$*" >>"$SCRATCH/apt"; rm -f "$SCRATCH/no-gcc" """);
        Tool("id", """[ -e "$SCRATCH/no-root" ] && echo 1000 || echo 0""");
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public async Task First_use_builds_and_becomes_the_binary()
    {
        Outcome outcome = await Oot("build", "a b");
        Assert.Equal(new Outcome(3, $"oot:build a b:{_checkout}\n", Building), outcome);
        Assert.Single(Builds());
    }

    [Fact]
    public async Task The_framework_is_the_one_that_the_properties_name()
    {
        await Oot();
        string properties = File.ReadAllText(Path.Combine(_checkout, "Directory.Build.props"));
        string framework = properties.Split("<OotAotFramework>")[1].Split('<')[0];
        Assert.Contains($" -f {framework} ", Builds()[0]);
    }

    [Fact]
    public async Task An_unchanged_tree_is_not_built_again()
    {
        await Oot();
        Outcome outcome = await Oot("x");
        Assert.Equal(new Outcome(3, $"oot:x:{_checkout}\n", ""), outcome);
        Assert.Single(Builds());
    }

    [Fact]
    public async Task Print_binary_prints_the_path_and_nothing_else()
    {
        string path = Path.Combine(_checkout, ".oot/bin/oot");
        Assert.Equal(new Outcome(0, path + "\n", Building), await Oot("--print-binary"));
        Assert.Equal(new Outcome(0, path + "\n", ""), await Oot("--print-binary"));
        Assert.Equal("../oot", new FileInfo(Path.Combine(_checkout, ".oot/bin/tools/make")).LinkTarget);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("new")]
    [InlineData("deleted")]
    [InlineData("put back with an old time")]
    [InlineData("properties changed")]
    [InlineData("properties deleted")]
    [InlineData("launcher changed")]
    public async Task A_source_that_is_different_is_built(string what)
    {
        await Oot();
        await Task.Delay(20, TestContext.Current.CancellationToken); // longer than a tick of the file system's clock
        switch (what)
        {
            case "changed": File.WriteAllText(Source("Program.cs"), "two"); break;
            case "new": File.WriteAllText(Source("New.cs"), "new"); break;
            case "deleted": File.Delete(Source("Other.cs")); break;
            case "put back with an old time":
                File.WriteAllText(Source("Program.cs"), "old");
                File.SetLastWriteTimeUtc(Source("Program.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
                break;
            case "properties changed": File.AppendAllText(Path.Combine(_checkout, "Directory.Build.props"), "\n"); break;
            case "properties deleted": File.Delete(Path.Combine(_checkout, "Directory.Packages.props")); break;
            case "launcher changed": File.AppendAllText(Path.Combine(_checkout, "oot"), "\n"); break;
        }
        Assert.Equal(new Outcome(3, $"oot::{_checkout}\n", Building), await Oot());
        Assert.Equal(2, Builds().Length);
        if (what != "properties deleted")
        {
            await Oot();
            Assert.Equal(2, Builds().Length);
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_leads_to_the_checkout()
    {
        string link = Path.Combine(_scratch, "elsewhere");
        File.CreateSymbolicLink(link, Path.Combine(_checkout, "oot"));
        Assert.Equal($"oot:x:{_scratch}\n", (await Run(_scratch, link, "x")).Output);
        Assert.Equal($"oot:x:{_checkout}/src\n", (await Run(Path.Combine(_checkout, "src"), "../oot", "x")).Output);
        Assert.Equal(Path.Combine(_checkout, ".oot/bin/oot") + "\n", (await Run(Path.Combine(_checkout, "src"), "../oot", "--print-binary")).Output);
    }

    [Fact]
    public async Task A_link_named_make_is_make()
    {
        string link = Path.Combine(_scratch, "make");
        File.CreateSymbolicLink(link, Path.Combine(_checkout, "oot"));
        Assert.Equal($"make:all:{_scratch}\n", (await Run(_scratch, link, "all")).Output);
    }

    [Fact]
    public async Task A_build_that_fails_shows_why_and_leaves_nothing_to_run()
    {
        File.WriteAllText(Path.Combine(_scratch, "broken"), "");
        Outcome outcome = await Oot("x");
        Assert.Equal(70, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith(Building + "Program.cs(1,1): error CS0000: no\n", outcome.Errors);
        Assert.EndsWith($"/.oot/build.log\n", outcome.Errors);
        Assert.False(File.Exists(Path.Combine(_checkout, ".oot/bin/oot")));

        File.Delete(Path.Combine(_scratch, "broken"));
        Assert.Equal(3, (await Oot("x")).ExitCode);
    }

    [Fact]
    public async Task A_build_that_fails_does_not_run_the_binary_of_yesterday()
    {
        await Oot();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        File.WriteAllText(Source("Program.cs"), "wrong");
        File.WriteAllText(Path.Combine(_scratch, "broken"), "");
        Assert.Equal(70, (await Oot("x")).ExitCode);
        Assert.Equal(70, (await Oot("x")).ExitCode);
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("killed")]
    public async Task What_an_unfinished_build_left_is_not_built_upon(string how)
    {
        File.WriteAllText(Path.Combine(_scratch, how), "");
        Assert.NotEqual(3, (await Oot("x")).ExitCode);
        File.Delete(Path.Combine(_scratch, how));
        Assert.Equal(3, (await Oot("x")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_scratch, "reused")));
    }

    [Fact]
    public async Task What_a_finished_build_left_is_built_upon()
    {
        await Oot();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        File.WriteAllText(Source("Program.cs"), "two");
        await Oot();
        Assert.Equal("whole\n", File.ReadAllText(Path.Combine(_scratch, "reused")));
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        Outcome[] outcomes = await Task.WhenAll(Oot("x"), Oot("x"), Oot("x"));
        Assert.All(outcomes, outcome => Assert.Equal($"oot:x:{_checkout}\n", outcome.Output));
        Assert.Single(Builds());
    }

    [Fact]
    public async Task Root_gets_the_linker_installed()
    {
        File.WriteAllText(Path.Combine(_scratch, "no-gcc"), "");
        Outcome outcome = await Oot("x");
        Assert.Equal(3, outcome.ExitCode);
        string[] calls = File.ReadAllLines(Path.Combine(_scratch, "apt"));
        Assert.Equal("update", calls[0]);
        Assert.EndsWith("install -y --no-install-recommends gcc binutils libc6-dev", calls[1]);
    }

    [Fact]
    public async Task Others_are_told_what_to_install()
    {
        File.WriteAllText(Path.Combine(_scratch, "no-gcc"), "");
        File.WriteAllText(Path.Combine(_scratch, "no-root"), "");
        Outcome outcome = await Oot("x");
        Assert.Equal(new Outcome(69, "", "oot: building the native binary needs a C linker; install it with: sudo apt-get install gcc binutils libc6-dev\n"), outcome);
        Assert.False(File.Exists(Path.Combine(_scratch, "apt")));
    }

    private string Source(string name) => Path.Combine(_checkout, "src", "Part", name);

    private string[] Builds() => File.ReadAllLines(Path.Combine(_scratch, "builds"));

    private Task<Outcome> Oot(params string[] arguments) => Run(_checkout, "./oot", arguments);

    // Through a shell, so that `./oot` is seen from the directory as a person types it.
    private Task<Outcome> Run(string directory, string program, params string[] arguments) =>
        Outcome.Of(directory, "/bin/sh", ["-c", "exec \"$0\" \"$@\"", program, .. arguments],
            ("PATH", $"{_tools}:/usr/bin:/bin"), ("SCRATCH", _scratch), ("LC_ALL", "C.UTF-8"));

    private void Tool(string name, string script)
    {
        string path = Path.Combine(_tools, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
