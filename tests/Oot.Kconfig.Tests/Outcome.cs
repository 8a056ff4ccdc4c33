namespace Oot.Kconfig.Tests;

/// <summary>What a run of conf came to: exit code, output, and the files it left by name.</summary>
internal sealed record Outcome(int Exit, string Output, string Error, SortedDictionary<string, byte[]> Files)
{
    /// <summary>What differs; empty where nothing does.</summary>
    public string DifferenceTo(Outcome other)
    {
        if (Exit != other.Exit)
            return $"exit {Exit} and {other.Exit}; errors: {Error} and {other.Error}";
        if (Output != other.Output)
            return $"output: {FirstDifference(Output, other.Output)}";
        if (Error != other.Error)
            return $"errors: {FirstDifference(Error, other.Error)}";
        return DifferenceInFiles(other);
    }

    /// <summary>What differs in the files alone.</summary>
    public string DifferenceInFiles(Outcome other)
    {
        foreach (string name in Files.Keys.Union(other.Files.Keys))
        {
            if (!Files.TryGetValue(name, out byte[]? left) || !other.Files.TryGetValue(name, out byte[]? right))
                return $"file {name} is only in one";
            if (!left.AsSpan().SequenceEqual(right))
                return $"file {name}: {FirstDifference(Core.ByteText.FromBytes(left), Core.ByteText.FromBytes(right))}";
        }
        return "";
    }

    private static string FirstDifference(string left, string right)
    {
        (string[] a, string[] b) = (left.Split('\n'), right.Split('\n'));
        int line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line])
            line++;
        return $"line {line + 1}: '{a.ElementAtOrDefault(line)}' and '{b.ElementAtOrDefault(line)}'";
    }
}
