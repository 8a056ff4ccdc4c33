using Oot.Kernel.Proving;
using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>With <c>OOT_REWRITE=1</c> the kernels are booted and what they do is written behind each row that says nothing of them; <c>OOT_ROWS</c> limits that to rows with a text in their name.</summary>
public sealed class LoadTableRewriting(BuiltModules built) : IClassFixture<BuiltModules>
{
    [Fact]
    public void Rows_without_results_get_them()
    {
        if (Environment.GetEnvironmentVariable("OOT_REWRITE") != "1")
            return;
        foreach (LoadRow row in LoadTable.Read().Where(row => row.Name.Contains(Environment.GetEnvironmentVariable("OOT_ROWS") ?? "", StringComparison.Ordinal)))
        {
            var found = new Dictionary<string, LoadResult>(StringComparer.Ordinal);
            var differences = new List<string>();
            Parallel.ForEach(LoadTable.Kernels.Where(kernel => !row.Results.ContainsKey(kernel)), kernel =>
            {
                (LoadResult? real, List<string> notes) = Measure(row, kernel);
                lock (differences)
                {
                    if (real is not null)
                        found[kernel] = real;
                    differences.AddRange(notes);
                }
            });
            Write(row.Name, found, differences);
        }
    }

    private (LoadResult? Real, List<string> Notes) Measure(LoadRow row, string kernel)
    {
        try
        {
            using var run = new RowRun(row, kernel, built);
            (LoadResult real, LoadProof proof) = run.Boot();
            return (real, [.. proof.Differences.Select(difference => $"    # {kernel}: predicted {difference.What}: {difference.Predicted.Replace("\n", " / ", StringComparison.Ordinal)}")]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, [$"    # {kernel}: {e.GetType().Name}: {string.Concat(e.Message.Replace("\n", " / ", StringComparison.Ordinal).TakeLast(300))}"]);
        }
    }

    private static void Write(string name, Dictionary<string, LoadResult> found, List<string> differences)
    {
        List<string> lines = [.. File.ReadAllLines(LoadTable.Path)];
        int at = lines.IndexOf(name) + 1;
        while (at < lines.Count && lines[at].StartsWith(' '))
            at++;
        var added = new List<string>();
        foreach (IGrouping<string, KeyValuePair<string, LoadResult>> same in found.GroupBy(pair => $"{(pair.Value.IsOfInit ? "init " : "")}{pair.Value.Errno} {pair.Value.Taints}{string.Concat(pair.Value.Log.Select(line => "\n    | " + line))}"))
            added.AddRange($"  {string.Join(' ', same.Select(pair => pair.Key))} {same.Key}".Split('\n'));
        lines.InsertRange(at, [.. added, .. differences]);
        File.WriteAllLines(LoadTable.Path, lines);
    }
}
