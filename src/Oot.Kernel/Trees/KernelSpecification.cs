namespace Oot.Kernel.Trees;

/// <summary>What <c>oot kernel add</c> is asked for: <c>debian:WHAT[@SUITE]</c>.</summary>
/// <param name="What"><c>default</c>, a release, the beginning of one (<c>6.12</c>) or what follows <c>linux-headers-</c> (<c>rt-amd64</c>).</param>
/// <param name="Suite">A suite of the archive; null means the system's own, then its backports.</param>
public sealed record KernelSpecification(string What, string? Suite)
{
    private const string Scheme = "debian:";

    /// <summary>Reads a specification; null when it is none.</summary>
    public static KernelSpecification? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        string[] parts = text[Scheme.Length..].Split('@');
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(IsName)) ? new KernelSpecification(parts[0], parts.ElementAtOrDefault(1)) : null;
    }

    /// <summary>As the user writes it.</summary>
    public override string ToString() => Scheme + What + (Suite is null ? "" : "@" + Suite);

    // Names of packages and suites; nothing that apt-get could read as an option, a path or a version.
    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '+' or '-' or '~' or '_';
}
