using Oot.Core;
using Oot.Deploy.Indexing;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>Two systems with the same modules: in one kmod's depmod makes the indexes, in the other oot does.</summary>
internal sealed class TwinTree : IDisposable
{
    public const string Release = "6.1.0-twin";

    private static readonly Disk Disk = new();
    private readonly TemporaryDirectory root = new();
    private readonly string release;

    public TwinTree(string release = Release)
    {
        this.release = release;
        foreach (string side in new[] { "judge", "own" })
            Directory.CreateDirectory($"{root.Path}/{side}/lib/modules/{release}");
    }

    public string Own => $"{root.Path}/own/lib/modules/{release}";

    public string Judge => $"{root.Path}/judge/lib/modules/{release}";

    public string At(string name) => root.At(name);

    /// <summary>Writes a file below both kernels' directories.</summary>
    public void Write(string name, byte[] content)
    {
        foreach (string side in new[] { Judge, Own })
        {
            string path = Path.GetFullPath($"{side}/{name}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    public void Write(string name, string content) => Write(name, ByteText.ToBytes(content));

    public void Write(string name, SyntheticModule module) => Write(name, module.Bytes());

    /// <summary>Writes a module into a directory that both sides have.</summary>
    public void WriteOutside(string name, SyntheticModule module)
    {
        string path = root.Write($"outside/{name}", "");
        File.WriteAllBytes(path, module.Bytes());
    }

    /// <summary>Writes a file of depmod.d, which both sides get by <c>-C</c>; <c>@</c> in it is the directory above both.</summary>
    public void Configure(string name, string content)
    {
        foreach (string side in new[] { "judge", "own" })
            root.Write($"{side}/depmod.d/{name}", content.Replace("@", root.Path, StringComparison.Ordinal));
    }

    /// <summary>Links all that is in a kernel's directory into both sides, without its indexes.</summary>
    public void LinkKernel(string directory)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(directory).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(entry);
            if (name.StartsWith("modules.", StringComparison.Ordinal) && name is not ("modules.order" or "modules.builtin" or "modules.builtin.modinfo"))
                continue;
            foreach (string side in new[] { Judge, Own })
                File.CreateSymbolicLink($"{side}/{name}", entry);
        }
    }

    /// <summary>Runs both as both kmods, and compares every file, every word and the result.</summary>
    public void Compare(Func<DepmodRequest, DepmodRequest>? change = null, string[]? options = null, int verbosity = 0)
    {
        foreach (int level in new[] { 30, 34 })
        {
            string configuration = $"{root.Path}/judge/depmod.d";
            string[] words = ["-b", $"{root.Path}/judge", "-C", configuration, .. options ?? [], release];
            ProgramResult judge = Kmod.Run(Kmod.Program(level, "depmod"), words, root.Path);
            var output = new MemoryStream();
            string errors = "";
            bool succeeded = Run(level, change, output, ref errors, verbosity);
            string said = judge.Error.Replace($"{root.Path}/judge", $"{root.Path}/own", StringComparison.Ordinal);
            Assert.Equal(Stable(said), Stable(errors));
            Assert.Equal(judge.Output.Replace($"{root.Path}/judge", $"{root.Path}/own", StringComparison.Ordinal), ByteText.FromBytes(output.ToArray()));
            Assert.Equal(judge.ExitCode == 0, succeeded);
            CompareFiles();
        }
    }

    /// <summary>Runs oot's side alone.</summary>
    public bool Run(int level, Func<DepmodRequest, DepmodRequest>? change, MemoryStream output, ref string errors, int verbosity = 0, IDisk? disk = null)
    {
        var request = new DepmodRequest { Directory = Own, OutputDirectory = Own, Release = release, Level = new KmodLevel(level), ConfigurationPaths = [$"{root.Path}/own/depmod.d"] };
        string text = "";
        var messages = new IndexMessages("depmod", MessageLevel.Warning + verbosity, (error, line) =>
        {
            if (error)
                text += line;
            else
                output.Write(ByteText.ToBytes(line));
        });
        bool succeeded = new Indexing.Depmod(disk ?? Disk, change?.Invoke(request) ?? request, messages).Run(content => output.Write(content.Span));
        errors += text;
        return succeeded;
    }

    /// <summary>All indexes on oot's side, by name.</summary>
    public SortedDictionary<string, string> Indexes() => IndexesOf(Own);

    public void CompareFiles()
    {
        SortedDictionary<string, string> expected = IndexesOf(Judge), actual = IndexesOf(Own);
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string name, string content) in expected)
            Assert.True(content == actual[name], $"{name} differs:\n{content}\n{actual[name]}");
    }

    private static SortedDictionary<string, string> IndexesOf(string directory)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(directory, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Order(StringComparer.Ordinal))
            result.Add(Path.GetFileName(file), ByteText.FromBytes(File.ReadAllBytes(file)));
        return result;
    }

    // kmod names descriptors, whose numbers mean nothing, and libkmod says of itself what only its authors read.
    private static string Stable(string text) => string.Join('\n', text.Split('\n')
        .Where(line => !line.StartsWith("libkmod:", StringComparison.Ordinal) && !line.Contains("custom logging function", StringComparison.Ordinal) && !line.Contains(" released", StringComparison.Ordinal) && !line.Contains("fstatat(", StringComparison.Ordinal)));

    public void Dispose() => root.Dispose();
}
