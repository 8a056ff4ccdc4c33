using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>
/// Finds the compiler calls in what <c>make -n</c> prints for kbuild. A rule is one line (<c>set -e; echo …; gcc-12 … -c -o x.o x.c ; objtool …</c>), so the
/// words are the very ones that a build would run.
/// </summary>
public static class CompileCommands
{
    /// <summary>Reads make's output.</summary>
    /// <param name="output">What <c>make -n</c> wrote.</param>
    /// <param name="tree">The kernel's directory, where kernels up to 6.12 compile (their output paths are absolute).</param>
    /// <param name="directory">The module's directory, where later ones compile (output paths are relative).</param>
    public static IReadOnlyList<CompileCommand> Parse(string output, string tree, string directory)
    {
        var commands = new SortedDictionary<string, CompileCommand>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n'))
        {
            foreach (string part in Parts(line))
            {
                if (Command(part, tree, directory) is CompileCommand command)
                    commands[command.File] = command;
            }
        }
        return [.. commands.Values];
    }

    private static CompileCommand? Command(string part, string tree, string directory)
    {
        List<string> words = MakeText.Words(part);
        int output = words.IndexOf("-o");
        if (output < 0 || output + 1 >= words.Count || !words.Contains("-c"))
            return null;
        string source = words[^1], target = words[output + 1];
        if (!(source.EndsWith(".c", StringComparison.Ordinal) || source.EndsWith(".S", StringComparison.Ordinal)) || !target.EndsWith(".o", StringComparison.Ordinal)
            || source.EndsWith(".mod.c", StringComparison.Ordinal) || source.EndsWith("module-common.c", StringComparison.Ordinal))
            return null;
        string where = target.StartsWith('/') ? tree : directory;
        string file = source.StartsWith('/') ? source : Normal($"{where}/{source}");
        return new CompileCommand(where, part.Trim(), file);
    }

    // Divides at `;` outside quotes.
    private static IEnumerable<string> Parts(string line)
    {
        int start = 0;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '\\')
                i++;
            else if (c == ';')
            {
                yield return line[start..i];
                start = i + 1;
            }
        }
        yield return line[start..];
    }

    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 1)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
