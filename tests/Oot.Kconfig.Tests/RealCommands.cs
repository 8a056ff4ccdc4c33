using System.Diagnostics;
using System.Text;

namespace Oot.Kconfig.Tests;

/// <summary>A shell that really runs, in a directory of its own.</summary>
internal sealed class RealCommands(IReadOnlyDictionary<string, string> environment, string directory) : IShellCommands
{
    public string Run(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.Latin1 };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
