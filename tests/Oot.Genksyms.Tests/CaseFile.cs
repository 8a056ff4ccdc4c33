using System.Text;

namespace Oot.Genksyms.Tests;

/// <summary>
/// A file of <c>tests/cases/genksyms</c>: lines that begin with <c># </c> say what it is about, then
/// <c>run: [KERNEL…] : ARGUMENT…</c> lines (without one: all kernels with <c>-w -T types</c>), <c>--- NAME</c> and a file's text as
/// often as needed, and <c>---</c> with the input behind it. With a line <c>each</c> among the first ones every line of the input is an input by
/// itself, between the files <c>before</c> and <c>after</c>.
/// </summary>
internal sealed record CaseFile(IReadOnlyList<CaseRun> Runs, IReadOnlyDictionary<string, string> Files, IReadOnlyList<byte[]> Inputs)
{
    internal static string Directory { get; } = Path.Combine(Checkout.Root, "tests/cases/genksyms");

    internal static CaseFile Read(string name)
    {
        List<CaseRun> runs = [];
        Dictionary<string, string> files = [];
        string? section = null;
        bool each = false;
        var text = new StringBuilder();
        foreach (string line in File.ReadAllText(Path.Combine(Directory, name), Encoding.Latin1).Split('\n'))
        {
            if (line == "---" || line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (section is not null)
                    files[section] = text.ToString();
                text.Clear();
                section = line.Length > 4 ? line[4..] : "";
            }
            else if (section is not null)
            {
                text.Append(line).Append('\n');
            }
            else if (line == "each")
            {
                each = true;
            }
            else if (line.StartsWith("run:", StringComparison.Ordinal))
            {
                string[] parts = line[4..].Split(':', 2, StringSplitOptions.TrimEntries);
                string[] kernels = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                runs.Add(new CaseRun(kernels.Length > 0 ? kernels : Kernels.All, parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            }
        }
        // The last line's end is the file's.
        string input = text.Length > 0 ? text.ToString(0, text.Length - 1) : "";
        files.Remove("");
        if (runs.Count == 0)
            runs.Add(new CaseRun(Kernels.All, ["-w", "-T", "types"]));
        IEnumerable<string> inputs = each ? input.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{files["before"]}{line}\n{files["after"]}") : [input];
        return new CaseFile(runs, files, [.. inputs.Select(Encoding.Latin1.GetBytes)]);
    }
}
