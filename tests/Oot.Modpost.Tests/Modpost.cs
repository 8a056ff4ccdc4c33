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
    private readonly string kernel, real;
    private readonly bool isForeign;

    /// <param name="kernel">A name of <c>tests/setup/kernels.sh</c>.</param>
    /// <param name="kind">Which of Debian's four programs: <c>lsb-64</c>, <c>lsb-32</c>, <c>msb-64</c>, <c>msb-32</c>.</param>
    public Modpost(string kernel, string kind)
    {
        this.kernel = kernel;
        Tree = Path.Combine(Cache.Root, "kernels", kernel, "build");
        Program = Path.Combine(Tree, "scripts/mod/modpost");
        real = $"{Program}.real-{kind}";
        string native = Path.Combine(Cache.Root, "kernels", kernel, "native");
        // Another architecture's own programs do not run; the same package for this machine does.
        if (Directory.Exists(native))
            real = Path.Combine(Directory.EnumerateDirectories(native).First(), $"scripts/mod/modpost.real-{kind}");
        isForeign = kernel.StartsWith('7');
        if (!File.Exists(real))
            Assert.Skip($"no modpost of kernel {kernel}: run tests/setup/kernels.sh {kernel}");
        if (isForeign && !File.Exists(Loader))
            Assert.Skip("no C library that 7.x's modpost runs with: run tests/setup/judge-make.sh");
        Sources = File.ReadLines(Path.Combine(Tree, "Makefile")).Where(line => line.StartsWith("include ")).Select(line => Path.GetDirectoryName(line[8..])).FirstOrDefault() ?? Tree;
    }

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

    private bool ListIsInput => kernel.StartsWith("5.", StringComparison.Ordinal) || kernel.StartsWith("6.1-", StringComparison.Ordinal) || kernel == "6.1";

    private static string Trixie => Path.Combine(Cache.Root, "make-4.4.1/root/usr");

    private static string Loader => Path.Combine(Trixie, "lib64/ld-linux-x86-64.so.2");

    /// <summary>Runs the kernel's own program.</summary>
    public Outcome RunReal(string directory, IReadOnlyList<string> arguments, string input)
    {
        // A shell that becomes the program under the name that it goes by; a limit on memory keeps a judge that a damaged file misleads from taking the machine down.
        string start = isForeign
            ? "ulimit -v 4000000; exec \"$LOADER\" --library-path \"$LIBRARIES\" --argv0 \"$NAME\" \"$REAL\" \"$@\""
            : "ulimit -v 4000000; exec -a \"$NAME\" \"$REAL\" \"$@\"";
        var process = new ProcessStartInfo("bash", ["-c", start, "modpost", .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.Latin1,
        };
        process.Environment["LOADER"] = Loader;
        process.Environment["LIBRARIES"] = Path.Combine(Trixie, "lib/x86_64-linux-gnu");
        process.Environment["NAME"] = Program;
        process.Environment["REAL"] = real;
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
    /// <param name="program">The name to call it by, when that is not the tree's.</param>
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
            return new Outcome(exit, Encoding.Latin1.GetString(error.ToArray()), Encoding.Latin1.GetString(output.ToArray()));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
