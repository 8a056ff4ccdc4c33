using System.Text;

namespace Oot.Make.Execution;

/// <summary>
/// Turns one expanded recipe line into the words of the program to start. A line that needs nothing of a shell
/// becomes its own words; any other becomes <c>SHELL FLAGS LINE</c>. The rule is GNU make 4.4.1's, oddities included
/// (job.c, construct_command_argv_internal), because the shell's absence can be seen: in messages, in statuses and in time.
/// </summary>
internal static class CommandLine
{
    /// <summary>The shell for which lines may be run directly, and which runs files the kernel does not know how to.</summary>
    public const string DefaultShell = "/bin/sh";

    /// <summary>
    /// The words of the whole <paramref name="line"/>, in which newlines do not end the command: what <c>$(shell)</c> runs.
    /// Null, and <paramref name="isEmpty"/> true, when there is nothing to run.
    /// </summary>
    public static IReadOnlyList<string>? Parse(string line, CommandLineContext context, out bool isEmpty)
    {
        int ignored = -1;
        List<string>? words = Parse(line, context, stopsAtNewline: false, ref ignored);
        isEmpty = words is null;
        return words;
    }

    /// <summary>
    /// The words of the first command of a recipe's <paramref name="line"/>, which a bare newline ends.
    /// <paramref name="rest"/> is the index of that newline in the line: the caller goes on behind it; −1 when the line is used up.
    /// </summary>
    public static IReadOnlyList<string>? Parse(string line, CommandLineContext context, out bool isEmpty, out int rest)
    {
        rest = -1;
        List<string>? words = Parse(line, context, stopsAtNewline: true, ref rest);
        isEmpty = words is null;
        return words;
    }

    /// <summary>A recipe line without the one recipe prefix after each newline; done before the line is shown and parsed.</summary>
    public static string DropContinuationPrefixes(string line, char recipePrefix) => line.Replace("\n" + recipePrefix, "\n", StringComparison.Ordinal);

    /// <summary>Whether these words are a shell that is asked to do nothing (<c>sh -c :</c>); make counts it as run, and starts no process.</summary>
    public static bool DoesNothing(IReadOnlyList<string> words) =>
        words.Count == 3 && words[1] is "-c" or "-ec" && words[2] == ":" && IsBourneShell(words[0]);

    /// <summary>Whether the last part of the path is the name of a POSIX-like shell.</summary>
    public static bool IsBourneShell(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is "sh" or "bash" or "dash" or "ksh" or "rksh" or "zsh" or "ash";

    private static List<string>? Parse(string line, CommandLineContext context, bool stopsAtNewline, ref int rest)
    {
        int start = 0;
        while (start < line.Length && IsBlank(line[start]))
            start++;
        if (start == line.Length)
            return null;

        if (context.Shell == DefaultShell && context.ShellFlags is "-c" or "-ec" && IsPlain(context.Ifs))
        {
            var splitter = new WordSplitter(line, start, stopsAtNewline, context.OneShell);
            bool direct = splitter.TrySplit();
            if (splitter.NewlineAt >= 0)
                rest = splitter.NewlineAt;
            if (direct)
                return splitter.Words.Count == 0 ? null : splitter.Words;
        }
        return context.OneShell ? WholeScript(line[start..], context) : ThroughShell(line, start, context, stopsAtNewline, ref rest);
    }

    private static bool IsPlain(string? ifs) => ifs is null || ifs.AsSpan().IndexOfAnyExcept(" \t\n") < 0;

    /// <summary>
    /// <c>SHELL FLAGS LINE</c>, the line quoted so that the same splitting makes one word of it. SHELL itself may be
    /// several words, so the whole is split again as if it were a recipe of its own, run by the default shell.
    /// </summary>
    private static List<string>? ThroughShell(string line, int start, CommandLineContext context, bool stopsAtNewline, ref int rest)
    {
        var quoted = new StringBuilder(context.Shell.Length + context.ShellFlags.Length + ((line.Length - start) * 2) + 2);
        foreach (char c in context.Shell)
        {
            if (WordSplitter.IsShellCharacter(c))
                quoted.Append('\\');
            quoted.Append(c);
        }
        quoted.Append(' ').Append(context.ShellFlags).Append(' ');
        for (int i = start; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '\n' && stopsAtNewline)
            {
                rest = i;
                break;
            }
            if (c == '\\' && i + 1 < line.Length && line[i + 1] == '\n')
            {
                // The shell is to see both characters: an escaped backslash, then a newline that splitting keeps.
                quoted.Append("\\\\\n");
                i++;
                continue;
            }
            if (c is '\\' or '\'' or '"' || IsSpace(c) || WordSplitter.IsShellCharacter(c))
                quoted.Append('\\');
            quoted.Append(c);
        }
        if (quoted.Length == context.Shell.Length + context.ShellFlags.Length + 2)
            return null;
        int ignored = -1;
        return Parse(quoted.ToString(), CommandLineContext.Default, stopsAtNewline: false, ref ignored);
    }

    /// <summary>With <c>.ONESHELL</c> the recipe is one argument as it stands; SHELL is one word, only the flags are split.</summary>
    private static List<string> WholeScript(string script, CommandLineContext context)
    {
        if (IsBourneShell(context.Shell))
            script = DropInteriorPrefixes(script);
        var words = new List<string> { context.Shell };
        int ignored = -1;
        if (Parse(context.ShellFlags, CommandLineContext.Default with { OneShell = true }, stopsAtNewline: false, ref ignored) is { } flags)
            words.AddRange(flags);
        words.Add(script);
        return words;
    }

    /// <summary>Without the <c>@</c>, <c>+</c>, <c>-</c> and blanks that begin each logical line: they mean nothing to a shell.</summary>
    internal static string DropInteriorPrefixes(string script)
    {
        var kept = new StringBuilder(script.Length);
        int i = 0;
        while (i < script.Length)
        {
            while (i < script.Length && (IsBlank(script[i]) || script[i] is '-' or '@' or '+'))
                i++;
            bool escaped = false;
            while (i < script.Length)
            {
                char c = script[i++];
                kept.Append(c);
                if (c == '\n' && !escaped)
                    break;
                escaped = c == '\\' && !escaped;
            }
        }
        return kept.ToString();
    }

    internal static bool IsBlank(char c) => c is ' ' or '\t';

    private static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');
}
