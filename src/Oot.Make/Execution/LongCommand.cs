using System.Text;

namespace Oot.Make.Execution;

/// <summary>
/// Linux gives one argument at most 128 KiB. A longer command is handed to the shell in pieces, which it puts together and evaluates
/// (as Debian's make does).
/// </summary>
internal static class LongCommand
{
    private const int MaximumArgument = 131072;

    /// <summary>The same words, or a shell's command that puts the long one together.</summary>
    public static IReadOnlyList<string> Fit(IReadOnlyList<string> words)
    {
        if (words.Count != 3 || words[2].Length < MaximumArgument || !CommandLine.IsBourneShell(words[0]))
            return words;
        const int Piece = MaximumArgument - 2;
        string command = words[2];
        var script = new StringBuilder("eval \"set x; shift; ");
        var result = new List<string> { words[0], words[1], "", words[0] };
        for (int at = 0, number = 1; at < command.Length; at += Piece, number++)
        {
            script.Append("${").Append(number).Append('}');
            result.Add(command.Substring(at, Math.Min(Piece, command.Length - at)));
        }
        result[2] = script.Append('"').ToString();
        return result;
    }
}
