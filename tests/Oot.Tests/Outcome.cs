using System.Diagnostics;

namespace Oot.Tests;

/// <summary>How a program ended: its exit code and all that it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end with standard input closed; at most two minutes, then it is killed and the test fails.</summary>
    public static async Task<Outcome> Of(string directory, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
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
}
