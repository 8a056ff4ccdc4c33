using System.Diagnostics;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>Compiles a driver of <c>tests/drivers.tsv</c> as it says there.</summary>
internal static class DriverObjects
{
    /// <summary>The modules' objects, by the paths that the build has for them. What comes after compiling may fail.</summary>
    /// <param name="directory">Where the driver is copied to and compiled.</param>
    public static string[] Compile(string suite, string name, string kernel, string directory)
    {
        string tree = Path.Combine(Cache.Root, "kernels", kernel, "build"), source = Path.Combine(Cache.Root, "drivers", suite, name);
        string? make = Environment.GetEnvironmentVariable("OOT_MAKE");
        if (make is null || !File.Exists(Path.Combine(tree, "Makefile")) || !Directory.Exists(source))
            Assert.Skip($"needs OOT_MAKE (./test sets it), tests/setup/kernels.sh {kernel} and tests/setup/drivers.sh");
        Start("cp", ["-a", source, directory]);
        string steps = File.ReadLines(Path.Combine(Checkout.Tests, "drivers.tsv")).Select(line => line.Split('\t')).First(row => row is [var of, var its, _, "kbuild", ..] && of == suite && its == name)[5];
        foreach (string step in steps.Split("--then", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string words = step.Replace("@KDIR@", Path.GetFullPath(tree)).Replace("@DIR@", directory);
            // The compiler that this machine has, whatever the kernel was compiled with; objects of a machine without pahole.
            string command = words.StartsWith("sh: ", StringComparison.Ordinal) ? words[4..] : $"'{make}' -k -j2 CC=gcc CONFIG_DEBUG_INFO_BTF_MODULES= {words}";
            Start("sh", ["-c", $"cd '{directory}' && {command}"]);
        }
        string[] objects = [.. Directory.EnumerateFiles(directory, "modules.order", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)
            .Select(line => Path.ChangeExtension(line, ".o")).Distinct()];
        Assert.NotEmpty(objects);
        Assert.All(objects, file => Assert.True(File.Exists(file), $"{file} does not compile"));
        return objects;
    }

    private static void Start(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.Result;
    }
}
