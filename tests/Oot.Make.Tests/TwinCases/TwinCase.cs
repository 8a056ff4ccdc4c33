namespace Oot.Make.Tests.TwinCases;

/// <summary>
/// A makefile of <c>tests/cases/make</c> with the directives at its top, as <c>tests/cases/make/README.md</c> describes
/// them. <c>tests/setup/run-cases.py</c> reads them in the same way: change both together.
/// </summary>
/// <param name="Name">The path below <c>tests/cases/make</c>.</param>
/// <param name="Text">The whole file; it is the makefile.</param>
/// <param name="Steps">The directives in their order, with at least one run.</param>
internal sealed record TwinCase(string Name, string Text, IReadOnlyList<CaseStep> Steps)
{
    public static readonly IReadOnlyList<string> Words = ["run", "exec", "file", "touch", "mkdir", "env", "as", "sort", "gap"];

    /// <summary>The makefile's name in the twin directories.</summary>
    public string MakefileName => Steps.FirstOrDefault(step => step.Word == "as")?.Rest ?? "Makefile";

    /// <summary>Why this case is known to differ, or null.</summary>
    public string? Gap => Steps.FirstOrDefault(step => step.Word == "gap")?.Rest;

    /// <summary>Output lines are compared as a set, because jobs run at once.</summary>
    public bool Sorts => Steps.Any(step => step.Word == "sort");

    public static TwinCase Read(string path, string name) => Parse(name, File.ReadAllText(path));

    public static TwinCase Parse(string name, string text)
    {
        List<CaseStep> steps = [];
        List<string> lines = [];
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith("#:", StringComparison.Ordinal))
            {
                string[] words = line[2..].Trim().Split(' ', 2);
                lines = [];
                steps.Add(new CaseStep(words[0], words.Length > 1 ? words[1].Trim() : "", lines));
            }
            else if (line.StartsWith("#|", StringComparison.Ordinal) && steps.Count > 0)
                lines.Add(line.StartsWith("#| ", StringComparison.Ordinal) ? line[3..] : line[2..]);
            else
                break;
        }
        if (!steps.Exists(step => step.Word == "run"))
            steps.Add(new CaseStep("run", "", []));
        return new TwinCase(name, text, steps);
    }
}
