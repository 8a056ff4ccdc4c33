using System.Diagnostics;
using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// One call of <c>tests/twin-build.sh</c>: a source tree built with GNU make 4.4.1 (<c>OOT_JUDGE_MAKE</c>) and
/// with oot (<c>OOT_MAKE</c>) at the same path, and everything that the two left behind compared.
/// </summary>
/// <param name="Answer">What the script printed; empty differences mean that it starts with <c>equal:</c>.</param>
/// <param name="Output">What the build with oot printed, every step followed by <c>--- exit N</c>.</param>
/// <param name="Modules">The modules that oot left, as paths below the source tree, sorted.</param>
internal sealed record TwinBuild(string Answer, string Output, IReadOnlyList<string> Modules)
{
    /// <summary>The script's exit code for "something that it needs is not there".</summary>
    private const int Missing = 77;

    /// <summary>Whether the tests that take minutes are wanted (<c>OOT_LONG_TESTS=1</c>).</summary>
    public static bool LongTestsAreWanted => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    /// <summary>Where the driver sources and kernels of <c>tests/setup</c> lie.</summary>
    public static string Cache =>
        Environment.GetEnvironmentVariable("OOT_TEST_CACHE")
        ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Home, ".cache"), "oot-test");

    private static string Home => Environment.GetEnvironmentVariable("HOME") ?? "/";

    /// <summary>Runs the script; a difference fails the test with its report, a missing kernel or make skips it.</summary>
    /// <param name="kernel">A name of <c>tests/setup/kernels.sh</c>.</param>
    /// <param name="options">Options of the script besides <c>-k</c> and <c>-d</c>.</param>
    /// <param name="source">The source tree.</param>
    /// <param name="arguments">What make is called with, in the script's notation.</param>
    public static TwinBuild Run(string kernel, IEnumerable<string> options, string source, IEnumerable<string> arguments)
    {
        if (Environment.GetEnvironmentVariable("OOT_MAKE") is null)
            Assert.Skip("OOT_MAKE names no make to try (./test sets it)");
        string work = Directory.CreateTempSubdirectory("oot-twin-").FullName;
        try
        {
            string script = Path.Combine(Checkout.Tests, "twin-build.sh");
            (int exit, string answer) =
                Start("bash", [script, "-k", kernel, "-d", work, .. options, source, .. arguments]);
            if (exit == Missing)
                Assert.Skip(answer.Trim());
            Assert.True(exit == 0, answer);

            string left = Path.Combine(work, "B", Path.GetFileName(source));
            return new TwinBuild(
                answer,
                File.ReadAllText(Path.Combine(work, "B.output")),
                [.. Directory.EnumerateFiles(left, "*.ko", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(left, path)).Order(StringComparer.Ordinal)]);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static (int Exit, string Output) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
