using System.Diagnostics;
using System.Text;
using Oot.Core;
using Oot.Kernel.HostPrograms;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>What a run of modpost came to.</summary>
/// <param name="Exit">The exit code; above 128 a crash.</param>
/// <param name="Error">What it wrote to its standard error.</param>
/// <param name="Output">What it wrote to its standard output.</param>
internal sealed record Outcome(int Exit, string Error, string Output);

/// <summary>The modpost of one kernel, the real program and oot's: the same arguments, the same directory, the same name.</summary>
internal sealed class Modpost
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);
    private readonly bool isForeign;

    /// <param name="kernel">A name of <c>tests/setup/kernels.sh</c>.</param>
    /// <param name="kind">Which of Debian's four programs: <c>lsb-64</c>, <c>lsb-32</c>, <c>msb-64</c>, <c>msb-32</c>.</param>
    public Modpost(string kernel, string kind)
    {
        (Kernel, Kind) = (kernel, kind);
        Tree = Path.Combine(Cache.Root, "kernels", kernel, "build");
        Program = Path.Combine(Tree, "scripts/mod/modpost");
        string native = Path.Combine(Cache.Root, "kernels", kernel, "native");
        // Another architecture's own programs do not run; the same package for this machine does.
        WrapperProgram = Directory.Exists(native) ? Path.Combine(Directory.EnumerateDirectories(native).First(), "scripts/mod/modpost") : Program;
        RealProgram = $"{WrapperProgram}.real-{kind}";
        isForeign = kernel.StartsWith('7');
        if (!File.Exists(RealProgram))
            Assert.Skip($"no modpost of kernel {kernel}: run tests/setup/kernels.sh {kernel}");
        if (isForeign && !File.Exists(Loader))
            Assert.Skip("no C library that 7.x's modpost runs with: run tests/setup/judge-make.sh");
        Sources = File.ReadLines(Path.Combine(Tree, "Makefile")).Where(line => line.StartsWith("include ")).Select(line => Path.GetDirectoryName(line[8..])).FirstOrDefault() ?? Tree;
    }

    /// <summary>The kernel's name.</summary>
    public string Kernel { get; }

    /// <summary>Which of Debian's programs it is.</summary>
    public string Kind { get; }

    /// <summary>Debian's wrapper, as it runs here.</summary>
    public string WrapperProgram { get; }

    /// <summary>The real program, as it runs here.</summary>
    public string RealProgram { get; }

    /// <summary>The kernel tree, with what was generated for it.</summary>
    public string Tree { get; }

    /// <summary>The path that the program is called by.</summary>
    public string Program { get; }

    /// <summary>Where the headers are.</summary>
    public string Sources { get; }

    /// <summary>The arguments as the kernel's makefile would give them: before 6.2 a list of objects is the standard input.</summary>
    public string[] ListArguments(IEnumerable<string> arguments) => [.. arguments.Select(word => word == "modules.order" && ListIsInput ? "-" : word)];

    /// <summary>What stands on the standard input then.</summary>
    public string ListInput(string directory) => ListIsInput ? File.ReadAllText(Path.Combine(directory, "modules.order")) : "";

    private bool ListIsInput => Kernel.StartsWith("5.", StringComparison.Ordinal) || Kernel.StartsWith("6.1-", StringComparison.Ordinal) || Kernel == "6.1";

    private static string Trixie => Path.Combine(Cache.Root, "make-4.4.1/root/usr");

    private static string Loader => Path.Combine(Trixie, "lib64/ld-linux-x86-64.so.2");

    /// <summary>The shell command that starts the real program with the shell's own arguments.</summary>
    /// <param name="name">The name that it is told to have.</param>
    public string StartCommand(string name) =>
        isForeign ? $"exec {Loader} --library-path {Path.Combine(Trixie, "lib/x86_64-linux-gnu")} --argv0 {name} {RealProgram} \"$@\"" : $"exec -a {name} {RealProgram} \"$@\"";

    /// <summary>Runs the kernel's own program.</summary>
    public Outcome RunReal(string directory, IReadOnlyList<string> arguments, string input) => Run(StartCommand(Program), directory, arguments, input);

    /// <summary>Runs Debian's wrapper.</summary>
    /// <param name="wrapper">Its path, with the programs that it starts beside it.</param>
    public static Outcome RunWrapper(string wrapper, string directory, IReadOnlyList<string> arguments, string input) => Run($"exec {wrapper} \"$@\"", directory, arguments, input);

    private static Outcome Run(string command, string directory, IReadOnlyList<string> arguments, string input)
    {
        // A limit on memory keeps a judge that a damaged file misleads from taking the machine down.
        var process = new ProcessStartInfo("bash", ["-c", "ulimit -v 4000000; " + command, "modpost", .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.Latin1,
        };
        process.Environment["LC_ALL"] = "C";
        using Process running = Process.Start(process)!;
        try
        {
            running.StandardInput.Write(input);
            running.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }
        Task<string> output = running.StandardOutput.ReadToEndAsync(), error = running.StandardError.ReadToEndAsync();
        if (!running.WaitForExit(LongestRun))
            running.Kill(entireProcessTree: true);
        running.WaitForExit();
        return new Outcome(running.ExitCode, error.Result, output.Result);
    }

    /// <summary>Runs oot's.</summary>
    /// <param name="program">The name to call it by, when that is not the tree's; messages have the tree's all the same.</param>
    public Outcome RunOwn(string directory, IReadOnlyList<string> arguments, string input, string? program = null)
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = directory;
        try
        {
            using MemoryStream error = new(), output = new();
            program ??= Program;
            var call = new HostProgramCall(program, arguments, ["srctree=" + Sources], new MemoryStream(Encoding.Latin1.GetBytes(input)), output, error, new Disk());
            int exit = HostProgramTable.Find("scripts/mod/modpost")!.Run(call);
            return new Outcome(exit, Encoding.Latin1.GetString(error.ToArray()).Replace(program, Program, StringComparison.Ordinal), Encoding.Latin1.GetString(output.ToArray()));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
