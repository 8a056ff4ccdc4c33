using System.Security.Cryptography;
using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// apt with lists and caches of its own: asks and downloads without root and without touching the system's state. apt itself verifies signatures and
/// hashes; an archive that fails this is an error here.
/// </summary>
internal sealed class DebianArchive
{
    private readonly IProgramRunner programs;
    private readonly IReadOnlyList<string> environment;
    private readonly IReadOnlyList<string> options;
    private readonly bool verbose;

    /// <param name="disk">The disk.</param>
    /// <param name="programs">Runs apt.</param>
    /// <param name="environment">The environment, proxies included.</param>
    /// <param name="directory">Where its state lies; kept between runs so that lists are fetched once.</param>
    /// <param name="sources">The entries to use.</param>
    /// <param name="architecture">Whose packages, as Debian names it.</param>
    /// <param name="log">Told each command; null to be quiet.</param>
    internal DebianArchive(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string directory, IReadOnlyList<DebianSource> sources, string architecture, Action<string>? log)
    {
        this.programs = programs;
        this.environment = ProcessEnvironment.With(environment, "LC_ALL", "C");
        Log = log;
        verbose = log is not null;
        foreach (string part in new[] { "lists/partial", "cache/archives/partial" })
            Directory.CreateDirectory(ByteText.ToUnicode($"{directory}/{part}"));
        disk.Write(directory + "/status", "", append: false);
        disk.Write(directory + "/oot.sources", DebianSources.Write(sources), append: false);
        options =
        [
            "-o", $"Dir::Etc::SourceList={directory}/oot.sources", "-o", "Dir::Etc::SourceParts=/dev/null", "-o", "Dir::Etc::Preferences=/dev/null", "-o", "Dir::Etc::PreferencesParts=/dev/null",
            "-o", $"Dir::State={directory}", "-o", $"Dir::State::Lists={directory}/lists", "-o", $"Dir::State::status={directory}/status", "-o", $"Dir::Cache={directory}/cache",
            "-o", $"APT::Architecture={architecture}", "-o", $"APT::Architectures={architecture}",
            "-o", "Acquire::Languages=none", "-o", "APT::Get::List-Cleanup=true", "-o", "Acquire::Retries=2",
            .. Environment.IsPrivilegedProcess ? new[] { "-o", "APT::Sandbox::User=root" } : [],
        ];
    }

    private Action<string>? Log { get; }

    /// <summary>Whether apt is here.</summary>
    internal static bool IsAvailable(IDisk disk, IReadOnlyList<string> environment) =>
        Array.TrueForAll(["apt-get", "apt-cache", "dpkg-deb"], program => ProcessEnvironment.FindProgram(disk, environment, program) is not null);

    /// <summary>The one whose lists lie in a directory for these sources and this architecture.</summary>
    internal static DebianArchive Of(
        IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string directory, IReadOnlyList<DebianSource> sources, KernelArchitecture architecture, Action<string>? log)
    {
        byte[] hash = SHA256.HashData(ByteText.ToBytes(DebianSources.Write(sources) + (architecture == HostMachine.Architecture ? "" : architecture.Debian)));
        return new DebianArchive(disk, programs, environment, $"{directory}/.apt/{Convert.ToHexStringLower(hash.AsSpan(0, 6))}", sources, architecture.Debian, log);
    }

    /// <summary>Fetches the lists. Null, or what apt said.</summary>
    internal string? Update()
    {
        ProgramResult result = Run("apt-get", ["-q", "update"]);
        return result.Succeeded && !result.Error.Contains("\nE: ", StringComparison.Ordinal) ? null : FirstError(result);
    }

    /// <summary>The names of packages that begin with a text.</summary>
    internal IReadOnlyList<string> Names(string prefix) =>
        [.. Run("apt-cache", ["pkgnames", prefix]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The candidate version of a package; null when there is none.</summary>
    internal DebianPackage? Package(string name)
    {
        ProgramResult result = Run("apt-cache", ["--no-all-versions", "show", name]);
        // apt takes the name of no package for a regular expression.
        return result.Succeeded && DebianPackage.Parse(result.Output) is DebianPackage package && package.Name == name ? package : null;
    }

    /// <summary>The versions of a package that there are, the one that apt would take first; empty when there is none.</summary>
    internal IReadOnlyList<string> Versions(string name) =>
        [.. Run("apt-cache", ["show", name]).Output.Split('\n').Where(line => line.StartsWith("Version: ", StringComparison.Ordinal)).Select(line => line[9..].Trim()).Distinct(StringComparer.Ordinal)];

    /// <summary>Downloads packages into a directory. Null, or what apt said.</summary>
    internal string? Download(IReadOnlyList<string> names, string directory)
    {
        ProgramResult result = Run("apt-get", ["-q", "download", .. names], directory);
        return result.Succeeded ? null : FirstError(result);
    }

    private ProgramResult Run(string program, IReadOnlyList<string> arguments, string? directory = null)
    {
        if (verbose)
            Log?.Invoke($"{program} {string.Join(' ', arguments)}");
        return programs.Run(new ProgramRequest(program, [.. options, .. arguments], environment, directory)).UnlessInterrupted();
    }

    // The first error is the cause; apt ends with what it made of it ("Some index files failed to download").
    private static string FirstError(ProgramResult result) =>
        result.Error.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("E: ", StringComparison.Ordinal)) is string error ? error[3..]
        : result.Error.Trim().Split('\n').Last();
}
