namespace Oot.Genksyms.Tests;

/// <summary>Compares the versions of one file's exports: oot's, the kernel's own genksyms' and the distribution's.</summary>
internal sealed class SourceComparison(string kernel, Dictionary<string, (string Version, string Module)> symvers)
{
    /// <summary>Exports whose version is the tool's.</summary>
    internal int Compared;

    /// <summary>Exports whose version is also the distribution's.</summary>
    internal int AsDistributed;

    /// <summary>What is not equal, as text.</summary>
    internal List<string> Differences { get; } = [];

    /// <summary>Exports with another version in the distribution's list: the file was compiled with flags of its own.</summary>
    internal List<string> OtherwiseDistributed { get; } = [];

    internal void Compare(string file, string directory)
    {
        if (KernelSources.Preprocessed(kernel, file, asModule: false) is not byte[] text)
            return;
        Outcome judged = Judge.Run(kernel, ["-r", "/dev/null"], text, directory);
        if (Versions(judged).FirstOrDefault() is { Name: not null } first && symvers.TryGetValue(first.Name, out (string Version, string Module) known) && known.Module != "vmlinux"
            && KernelSources.Preprocessed(kernel, file, asModule: true) is byte[] moduleText)
        {
            text = moduleText;
            judged = Judge.Run(kernel, ["-r", "/dev/null"], text, directory);
        }
        string dump = Path.GetFileName(file) + ".symtypes";
        judged = Judge.Run(kernel, ["-w", "-T", $"judged-{dump}"], text, directory);
        Outcome actual = OotProgram.Run(kernel, ["-w", "-T", dump], text, directory);
        bool equal = judged == actual && File.ReadAllBytes(Path.Combine(directory, dump)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(directory, $"judged-{dump}")));
        List<(string Name, string Version)> versions = [.. Versions(actual)];
        lock (Differences)
        {
            if (!equal)
                Differences.Add($"{kernel}: {file}");
            else
                Compared += versions.Count;
            foreach ((string name, string version) in versions.Where(version => symvers.ContainsKey(version.Name)))
            {
                if (symvers[name].Version == version)
                    AsDistributed++;
                else if (symvers[name].Version != "0x00000000")
                    OtherwiseDistributed.Add($"{file}: {name}");
            }
        }
    }

    private static IEnumerable<(string Name, string Version)> Versions(Outcome outcome) =>
        from line in outcome.Output.Split('\n')
        where line.Length > 0
        let words = line.Split(' ')
        select words[0] == "#SYMVER" ? (words[1], words[2]) : (words[0]["__crc_".Length..], words[2].TrimEnd(';'));
}
