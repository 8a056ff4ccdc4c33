using System.Diagnostics;
using System.Text;

namespace Oot.Genksyms.Tests;

/// <summary>Runs a kernel's own genksyms.</summary>
internal static class Judge
{
    private const int Patience = 20_000;

    private static readonly string Root = Path.Combine(Kernels.Cache, "make-4.4.1/root/usr");

    /// <summary>Debian 13's, for programs that were made for it.</summary>
    internal static string Loader { get; } = Path.Combine(Root, "lib64/ld-linux-x86-64.so.2");

    /// <param name="kilobytes">How much memory it may have: there are inputs on which it asks for more without end.</param>
    internal static Outcome Run(string kernel, IEnumerable<string> arguments, byte[] input, string directory, int kilobytes = 1_000_000)
    {
        string program = Kernels.Program(kernel);
        bool isNewer = kernel == "7.x";
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        start.Environment["LC_ALL"] = "C";
        string[] limited = ["-c", $"ulimit -v {kilobytes}; exec \"$@\"", "sh"];
        foreach (string word in limited)
            start.ArgumentList.Add(word);
        string[] command = isNewer ? [Loader, "--library-path", Path.Combine(Root, "lib/x86_64-linux-gnu"), "--argv0", program, program, .. arguments] : [program, .. arguments];
        foreach (string word in command)
            start.ArgumentList.Add(word);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading everything.
        }
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            return new Outcome(-1, "", "the judge did not end\n");
        }
        return new Outcome(process.ExitCode, output.Result, error.Result);
    }
}
