using System.Diagnostics;

namespace Oot.Tests;

/// <summary>The checkout that these tests run in, found upwards from the test's binary.</summary>
internal static class Checkout
{
    /// <summary>The absolute path of the folder that holds <c>oot.slnx</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Runs a program to its end with standard input closed; at most two minutes, then it is killed and the test fails.</summary>
    public static async Task<Outcome> Run(string directory, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Outcome(process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)}");
        }
    }

    private static string Find(string from)
    {
        for (string? folder = from; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "oot.slnx")))
            {
                return folder;
            }
        }
        throw new DirectoryNotFoundException($"no oot.slnx above {from}");
    }
}

/// <summary>How a program ended: its exit code and all that it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);
