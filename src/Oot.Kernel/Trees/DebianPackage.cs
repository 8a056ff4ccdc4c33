namespace Oot.Kernel.Trees;

/// <summary>What <c>apt-cache show</c> says of one package: its dependencies by name, the first of alternatives, versions left out.</summary>
internal sealed record DebianPackage(string Name, string Version, IReadOnlyList<string> Depends)
{
    /// <summary>Reads the first stanza; null when there is none.</summary>
    internal static DebianPackage? Parse(string text)
    {
        string name = "", version = "";
        IReadOnlyList<string> depends = [];
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0 && name.Length > 0)
                break;
            if (line.StartsWith("Package: ", StringComparison.Ordinal))
                name = line[9..].Trim();
            else if (line.StartsWith("Version: ", StringComparison.Ordinal))
                version = line[9..].Trim();
            else if (line.StartsWith("Depends: ", StringComparison.Ordinal))
                depends = [.. line[9..].Split(',').Select(one => one.Split('|')[0].Trim().Split(' ', ':')[0])];
        }
        return name.Length == 0 ? null : new DebianPackage(name, version, depends);
    }
}
