using System.Globalization;
using System.Text;
using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Nearly everything that a process is started with: words, those variables that always matter, directory, user, limits, terminals, and which oot it is. Two runs of the same key differ by what is on the disk and by other variables (<see cref="RunVariables"/>).
/// </summary>
internal static class RunKey
{
    /// <summary>The key of this process; null for a process whose surroundings cannot be told.</summary>
    public static string? Of(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (ProcessContext.WorkingDirectory() is not { } directory)
            return null;
        FileAnswer self = NativeFiles.Status(NativeFiles.CurrentDirectory, "/proc/self/exe", followsLinks: true);
        if (self.Place == 0)
            return null;
        var key = new StringBuilder(8192).Append("oot run 1\n").Append(FileAnswers.Text(self)).Append('\n').Append(directory).Append('\n');
        foreach (string word in words)
            key.Append(word).Append('\0');
        key.Append('\n');
        foreach (string variable in environment)
            if (RunVariables.MattersAlways(variable))
                key.Append(variable).Append('\0');
        key.Append('\n').Append(ProcessContext.ProgramPath()).Append(CultureInfo.InvariantCulture, $" {Environment.ProcessorCount}");
        key.Append(CultureInfo.InvariantCulture, $"\n{NativeFiles.Users()} {NativeFiles.CreationMask:x}\n").Append(NativeFiles.Limits());
        for (int descriptor = 0; descriptor <= 2; descriptor++)
            key.Append('\n').Append(NativeFiles.TerminalOf(descriptor));
        return key.Append(NativeFiles.AreOneFile(1, 2) ? "\none" : "\ntwo").ToString();
    }
}
