using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>Where in Debian's archive something of a kernel is looked for, and with which lists.</summary>
internal sealed class DebianPlaces(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string directory, DistributionPackages distribution, KernelArchitecture architecture, Action<string>? log)
{
    /// <summary>The system's own suites, then its backports, then the suite that a release names itself (+deb13, bpo12).</summary>
    internal IEnumerable<(string Name, IReadOnlyList<DebianSource> Sources)> Of(KernelSpecification specification)
    {
        DebianSources sources = DebianSources.Read(disk);
        string codename = distribution.Codename;
        if (specification.Suite is string suite)
        {
            if (sources.For(suite) is { } chosen)
                yield return (suite, chosen);
            yield break;
        }
        IReadOnlyList<DebianSource> own = sources.Own(codename);
        if (own.Count > 0)
            yield return (codename.Length == 0 ? "this system's sources" : codename, own);
        if (specification.What == "default" || codename.Length == 0)
            yield break;
        string backports = codename + "-backports";
        if (!own.Any(source => source.Suite == backports) && sources.For(backports) is { } more)
            yield return (backports, more);
        string? named = SuiteNamedBy(specification.What);
        if (named is not null && named != codename && sources.For(named) is { } other)
            yield return (named, other);
    }

    /// <summary>The archive of some sources.</summary>
    internal DebianArchive Archive(IReadOnlyList<DebianSource> sources) => DebianArchive.Of(disk, programs, environment, directory, sources, architecture, log);

    private static string? SuiteNamedBy(string release) =>
        release.Contains("deb11", StringComparison.Ordinal) ? "bullseye" : release.Contains("deb12", StringComparison.Ordinal) ? "bookworm"
        : release.Contains("deb13", StringComparison.Ordinal) ? "trixie" : release.Contains("deb14", StringComparison.Ordinal) ? "forky" : null;
}
