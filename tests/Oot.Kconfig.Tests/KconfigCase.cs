namespace Oot.Kconfig.Tests;

/// <summary>
/// A case below <c>tests/cases/kconfig</c>: lines <c>=== file NAME</c> open a file, <c>=== run ARGUMENTS</c> is a call of conf (several follow one another), <c>=== input</c> opens what it
/// reads, <c>=== env NAME=VALUE</c> sets a variable, <c>=== kernels NAME…</c> says whose conf judges (all of them without).
/// </summary>
internal sealed class KconfigCase
{
    public KconfigCase(string path)
    {
        string? open = null;
        foreach (string line in File.ReadLines(path))
        {
            if (!line.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (open is not null)
                    Files[open] += line.Replace("<CR>", "\r", StringComparison.Ordinal) + "\n";
                continue;
            }
            string[] words = line[4..].Split(' ', 2);
            open = null;
            switch (words[0])
            {
                case "file":
                    open = words[1];
                    Files[open] = "";
                    break;
                case "input":
                    open = "\0input";
                    Files[open] = "";
                    break;
                case "run":
                    Runs.Add(words[1].Split(' '));
                    break;
                case "env":
                    string[] parts = words[1].Split('=', 2);
                    Variables[parts[0]] = parts[1];
                    break;
                case "kernels":
                    Kernels = words[1].Split(' ');
                    break;
                default:
                    throw new FormatException($"{path}: {line}");
            }
        }
        if (Files.Remove("\0input", out string? input))
            Input = input;
    }

    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public List<string[]> Runs { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    public string[] Kernels { get; } = ["5.10", "6.1", "6.12", "7.x"];

    public string Input { get; } = "";
}
