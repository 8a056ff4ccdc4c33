using System.Text;
using Oot.Core;
using Oot.Kernel.HostPrograms.Checks;
using Oot.Kernel.Trees;
using Oot.Make;

namespace Oot.Kernel.HostPrograms;

/// <summary>
/// Puts <c>oot host-program PROGRAM</c> where a recipe line starts a program of a kernel tree that oot does itself: a line's own first word, or a word in command position of
/// what a shell gets. Only the tree's: a file of that name elsewhere is left alone.
/// </summary>
/// <param name="oot">The path of oot's own program.</param>
/// <param name="environment">make's own environment.</param>
/// <param name="disk">The file system; relative names count from the working directory, as make's commands do.</param>
/// <param name="memory">For the programs that run in this process.</param>
public sealed class HostProgramSubstitution(string oot, IReadOnlyList<string> environment, IDisk disk, HostProgramMemory memory) : ICommandSubstitution
{
    /// <summary>The variable that says <c>tree</c> to every make below: the kernel tree's own programs are wanted. It is no part of MAKEFLAGS, which recipes may show.</summary>
    public const string Variable = "OOT_HOST_PROGRAMS";

    /// <summary>The value of <see cref="Variable"/> that turns the substitution off.</summary>
    public const string TreesOwn = "tree";

    /// <summary>The value of <see cref="Variable"/> that gives every program a process of its own.</summary>
    public const string Processes = "process";

    private readonly Dictionary<string, bool> trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> needs = new(StringComparer.Ordinal);
    private readonly QuietChecks checks = new(disk);
    private readonly bool runsHere = ProcessEnvironment.Value(environment, Variable) != Processes;

    /// <summary>A substitution, or null where the environment says that the tree's own programs are wanted.</summary>
    public static HostProgramSubstitution? For(IReadOnlyList<string> environment, string oot, IDisk disk, HostProgramMemory memory) =>
        ProcessEnvironment.Value(environment, Variable) == TreesOwn ? null : new HostProgramSubstitution(oot, environment, disk, memory);

    /// <inheritdoc/>
    public IReadOnlyList<string> Substitute(IReadOnlyList<string> words)
    {
        if (Replaces(words[0]))
            return [oot, HostProgramTable.Verb, .. words];
        if (words.Count > 1 && ShellCommandState.IsShell(words[0]) && Replaces(words[1]))
            return [oot, HostProgramTable.Verb, .. words.Skip(1)];
        int script = ScriptOf(words);
        if (script < 0 || !HostProgramTable.MayBeNamedIn(words[script]))
            return words;
        string text = Script(words[script]);
        if (ReferenceEquals(text, words[script]))
            return words;
        string[] result = [.. words];
        result[script] = text;
        return result;
    }

    /// <inheritdoc/>
    public ProgramHere? Here(IReadOnlyList<string> words) =>
        runsHere && words.Count > 2 && words[1] == HostProgramTable.Verb && words[0] == oot && HostProgramTable.Find(words[2]) is { RunsHere: { } runs } known && runs(words) && !words.Any(NamesDescriptor)
            ? (words, environment, input, output, error) => known.RunOn(words[2], [.. words.Skip(3)], environment, input, output, error, memory)
            : null;

    /// <inheritdoc/>
    public int? Settle(IReadOnlyList<IReadOnlyList<string>> pipeline, IReadOnlyList<string> commandEnvironment) => checks.ExitOf(pipeline, commandEnvironment);

    /// <summary>Whether a word may name what is another file in another process.</summary>
    private static bool NamesDescriptor(string word) =>
        word.Contains("/dev/std", StringComparison.Ordinal) || word.Contains("/dev/fd/", StringComparison.Ordinal) || word.Contains("/proc/", StringComparison.Ordinal);

    private bool Replaces(string word) =>
        HostProgramTable.Find(word) is HostProgram known && IsKernelTree(word[..^known.Path.Length]) && IsNeeded(known, word);

    private bool IsNeeded(HostProgram known, string word)
    {
        if (known.IsNeeded is null)
            return true;
        if (!needs.TryGetValue(word, out bool needed))
            needs[word] = needed = known.IsNeeded(disk, environment, word);
        return needed;
    }

    /// <summary>The text in which every command of a tree is replaced; the same string when there is none.</summary>
    private string Script(string text)
    {
        StringBuilder? result = null;
        int copied = 0;
        foreach ((int start, Range word) in ShellCommandWords.Of(text))
        {
            if (!Replaces(text[word]))
                continue;
            result ??= new StringBuilder(text.Length + 100);
            result.Append(text, copied, start - copied).Append(Quoted(oot)).Append(' ').Append(HostProgramTable.Verb).Append(' ');
            copied = word.Start.Value;
        }
        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private bool IsKernelTree(string prefix)
    {
        if (!trees.TryGetValue(prefix, out bool known))
            trees[prefix] = known = KernelTreeReader.IsTree(disk, prefix);
        return known;
    }

    /// <summary>The index of what a shell is told to run (<c>sh -c TEXT</c>, <c>bash -e -c TEXT</c>); −1 when the words are not that.</summary>
    private static int ScriptOf(IReadOnlyList<string> words)
    {
        if (words.Count < 3 || !ShellCommandState.IsShell(words[0]))
            return -1;
        int flag = 1;
        while (flag < words.Count - 1 && words[flag] is ['-', ..] and not [.., 'c'])
            flag++;
        return flag < words.Count - 1 && words[flag] is ['-', .., 'c'] ? flag + 1 : -1;
    }

    private static string Quoted(string word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '_' or '-' or '+'))
                return "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
        }
        return word;
    }
}
