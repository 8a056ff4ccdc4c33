using System.Diagnostics;
using Xunit;

namespace Oot.Make.Tests.Options;

/// <summary>The real make, named by <c>OOT_JUDGE_MAKE</c>.</summary>
internal static class Judge
{
    public static string Path
    {
        get
        {
            string? path = Environment.GetEnvironmentVariable("OOT_JUDGE_MAKE");
            if (string.IsNullOrEmpty(path) || !File.Exists(path))
                Assert.Skip("OOT_JUDGE_MAKE names no make");
            return path;
        }
    }

    /// <summary>Runs it on a makefile with nothing of ours in its environment.</summary>
    public static (int Code, string Output, string Error) Run(string? makefile, IEnumerable<string> words, string? makeFlags = null)
    {
        string directory = Directory.CreateTempSubdirectory("oot-options-").FullName;
        try
        {
            var start = new ProcessStartInfo(Path)
            {
                WorkingDirectory = directory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Clear();
            start.Environment["PATH"] = "/usr/bin:/bin";
            if (makeFlags is not null)
                start.Environment["MAKEFLAGS"] = makeFlags;
            if (makefile is not null)
                File.WriteAllText(System.IO.Path.Combine(directory, "Makefile"), makefile);
            foreach (string word in words)
                start.ArgumentList.Add(word);
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
