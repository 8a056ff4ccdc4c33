using Xunit;

namespace Oot.Genksyms.Tests;

/// <summary>Every file of <c>tests/cases/genksyms</c> with each kernel's own genksyms and with oot's: streams, exit code and files are the same.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, string> Cases() =>
        new(from path in Directory.GetFiles(CaseFile.Directory).Order(StringComparer.Ordinal)
            from kernel in Kernels.All
            where CaseFile.Read(Path.GetFileName(path)).Runs.Any(run => run.Kernels.Contains(kernel))
            select (Path.GetFileName(path), kernel));

    [Theory, MemberData(nameof(Cases))]
    public void Case_is_as_with_the_kernels_own(string name, string kernel)
    {
        Kernels.Require(kernel);
        CaseFile file = CaseFile.Read(name);
        foreach (CaseRun run in file.Runs.Where(run => run.Kernels.Contains(kernel)))
        {
            foreach (byte[] input in file.Inputs)
                Compare(file, kernel, run.Arguments, input);
        }
    }

    private static void Compare(CaseFile file, string kernel, IReadOnlyList<string> arguments, byte[] input)
    {
        string about = $"{string.Join(' ', arguments)}\n{(file.Inputs.Count > 1 ? System.Text.Encoding.Latin1.GetString(input) : "")}";
        string expected = In(file, directory => Judge.Run(kernel, arguments, input, directory));
        string actual = In(file, directory => OotProgram.Run(kernel, arguments, input, directory));
        int code = int.Parse(expected.AsSpan(5, expected.IndexOf('\n') - 5), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(code is 0 or 1, $"{about}the judge is no judge of this: {expected}");
        Assert.Equal(about + expected, about + actual);
    }

    private static string In(CaseFile file, Func<string, Outcome> run)
    {
        using var directory = new TemporaryDirectory();
        foreach ((string name, string text) in file.Files)
            File.WriteAllText(Path.Combine(directory.Path, name), text, System.Text.Encoding.Latin1);
        string outcome = run(directory.Path).ToString();
        foreach (string path in Directory.GetFiles(directory.Path).Order(StringComparer.Ordinal))
            outcome += $"--- {Path.GetFileName(path)}\n{File.ReadAllText(path, System.Text.Encoding.Latin1)}";
        return outcome;
    }
}
