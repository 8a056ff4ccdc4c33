namespace Oot.Modpost.Tests;

/// <summary>A directory that both programs work in, one after the other, each from the same beginning.</summary>
internal sealed class TwinDirectory(string path, string inputs)
{
    /// <summary>Copies the inputs, runs, and gives every file that lies there afterwards.</summary>
    public (Outcome Outcome, SortedDictionary<string, byte[]> Files) Run(Func<string, Outcome> run)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        Copy(inputs, path);
        Outcome outcome = run(path);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            // Inputs are only read; of those it is enough that they have not grown.
            files[Path.GetRelativePath(path, file)] = File.ReadAllBytes(file);
        }
        return (outcome, files);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string directory in Directory.EnumerateDirectories(from))
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));
    }
}
