namespace Oot.Shared;

/// <summary>A directory that a test has for itself.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("oot-test-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and the directories above it; the value is its path.</summary>
    public string Write(string name, string text)
    {
        string path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
