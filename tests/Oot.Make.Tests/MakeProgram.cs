using System.Diagnostics;
using System.Text;
using Xunit;

namespace Oot.Make.Tests;

/// <summary>GNU make or oot as a program of the name <c>make</c>, run in an environment of <c>PATH</c>, <c>HOME</c> and what is given.</summary>
internal sealed class MakeProgram
{
    private readonly string _path;

    private MakeProgram(string path) => _path = path;

    /// <summary>The real GNU make 4.4.1; the test is skipped without it.</summary>
    public static MakeProgram Judge => new(Tests.Judge.Require());

    /// <summary>oot (<c>OOT_MAKE</c>); the test is skipped without it.</summary>
    public static MakeProgram Oot
    {
        get
        {
            string? path = Environment.GetEnvironmentVariable("OOT_MAKE");
            Assert.SkipUnless(File.Exists(path), "OOT_MAKE does not name oot under the name make; ./test --setup builds it");
            return new MakeProgram(path!);
        }
    }

    /// <summary>Starts it, its output thrown away, and does not wait for it.</summary>
    public Process Start(string directory, IEnumerable<string> words, string output = "/dev/null", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec make \"$@\" >\"$0\" 2>&1", output, .. words]) { WorkingDirectory = directory };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{Path.GetDirectoryName(_path)}:/usr/bin:/bin";
        start.Environment["HOME"] = "/home/of/nobody";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end; all text is Latin-1.</summary>
    public MakeResult Run(string directory, IEnumerable<string> words, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Encoding.Latin1,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        // By PATH, so that both see the same argv[0].
        foreach (string word in (string[])["-c", "exec make \"$@\"", "sh", .. words])
            start.ArgumentList.Add(word);
        start.Environment.Clear();
        start.Environment["PATH"] = $"{Path.GetDirectoryName(_path)}:/usr/bin:/bin";
        start.Environment["HOME"] = "/home/of/nobody";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read anything.
        }
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new MakeResult(output, errors.Result, process.ExitCode);
    }
}
