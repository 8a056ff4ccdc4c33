using System.Globalization;
using Oot.Core;

namespace Oot;

/// <summary>The kmod that this system has.</summary>
internal static class InstalledKmod
{
    /// <summary>Its version's number; 0 where there is none on <c>PATH</c> or where system programs are.</summary>
    internal static int Version(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
    {
        string? kmod = ProcessEnvironment.FindProgram(disk, environment, "kmod") ?? ProcessEnvironment.FindProgram(disk, ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"], "kmod");
        ProgramResult? result = kmod is null ? null : programs.Run(new ProgramRequest(kmod, ["--version"], environment));
        string line = result?.Output.Split('\n')[0] ?? "";
        int end = "kmod version ".Length;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        return line.StartsWith("kmod version ", StringComparison.Ordinal) && int.TryParse(line.AsSpan("kmod version ".Length, end - "kmod version ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0;
    }
}
