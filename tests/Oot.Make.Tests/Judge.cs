using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests;

/// <summary>The real GNU make 4.4.1 that decides what is right: <c>OOT_JUDGE_MAKE</c>.</summary>
internal static class Judge
{
    public static string Path => Environment.GetEnvironmentVariable("OOT_JUDGE_MAKE") ?? "";

    public static string Require()
    {
        if (!File.Exists(Path))
            Assert.Skip("no GNU make 4.4.1: set OOT_JUDGE_MAKE to what tests/setup/judge-make.sh prints");
        return Path;
    }

    /// <summary>Runs a command to its end with the test's own environment, some variables replaced; standard error joins standard output.</summary>
    public static ShellResult Run(IReadOnlyList<string> words, params IReadOnlyList<string> variables)
    {
        string[] replaced = [.. variables.Select(v => v[..(v.IndexOf('=') + 1)])];
        string[] dropped = ["MAKEFLAGS=", "MFLAGS=", "MAKELEVEL=", "LC_ALL=", .. replaced];
        var environment = ProcessContext.Environment().Where(v => !dropped.Any(d => v.StartsWith(d, StringComparison.Ordinal))).Concat(["LC_ALL=C", .. variables]).ToList();
        return ShellCapture.Run(["/bin/sh", "-c", "exec \"$@\" 2>&1", "sh", .. words], environment, null, -1);
    }

    /// <summary>Builds a C file of the folder Execution once.</summary>
    public static string Compile(string source, params string[] options)
    {
        string output = System.IO.Path.Combine(Directory.CreateTempSubdirectory("oot-test-").FullName, System.IO.Path.GetFileNameWithoutExtension(source) + ".so");
        ShellResult result = Run(["gcc", "-O1", "-o", output, System.IO.Path.Combine(Folder(), source), .. options]);
        if (result.SpawnErrno != 0)
            Assert.Skip("no C compiler; apt-get install gcc");
        Assert.Equal("", result.Output);
        return output;
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "Execution");
}
