using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>What the distribution of this machine (<c>/etc/os-release</c>) calls the packages with a kernel's headers and with compilers.</summary>
public sealed class DistributionPackages
{
    private readonly Dictionary<string, string> values;

    private DistributionPackages(Dictionary<string, string> values) => this.values = values;

    /// <summary><c>ID</c>: <c>debian</c>, <c>fedora</c>, <c>arch</c>; empty when unknown.</summary>
    public string Id => values.GetValueOrDefault("ID", "");

    /// <summary><c>VERSION_CODENAME</c>: <c>bookworm</c>; empty when there is none.</summary>
    public string Codename => values.GetValueOrDefault("VERSION_CODENAME", "");

    /// <summary>Reads <c>/etc/os-release</c>, or <c>/usr/lib/os-release</c>.</summary>
    public static DistributionPackages Read(IDisk disk, string root = "")
    {
        if (disk.Read(root + "/etc/os-release", out string text) != 0)
            _ = disk.Read(root + "/usr/lib/os-release", out text);
        return Parse(text);
    }

    /// <summary>Reads the text of an os-release file.</summary>
    public static DistributionPackages Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf('=');
            if (equals > 0)
                values[line[..equals]] = line[(equals + 1)..].Trim().Trim('"', '\'');
        }
        return new DistributionPackages(values);
    }

    /// <summary>The package with a release's headers.</summary>
    public string Headers(string release) => Family() switch
    {
        "fedora" => $"kernel-devel-{release}",
        "arch" => ArchPackage(release),
        "suse" => release.LastIndexOf('-') is > 0 and var dash && !char.IsAsciiDigit(release[^1]) ? $"kernel-{release[(dash + 1)..]}-devel" : "kernel-default-devel",
        "alpine" => release.LastIndexOf('-') is > 0 and var dash ? $"linux-{release[(dash + 1)..]}-dev" : "linux-lts-dev",
        "gentoo" => "sys-kernel/gentoo-sources",
        "void" => $"linux{string.Join('.', release.Split('.').Take(2))}-headers",
        _ => $"linux-headers-{release}",
    };

    /// <summary>The package with the default kernel's headers.</summary>
    public string DefaultHeaders(KernelArchitecture architecture) => Family() switch
    {
        "fedora" => "kernel-devel",
        "arch" => "linux-headers",
        "suse" => "kernel-default-devel",
        "alpine" => "linux-lts-dev",
        "gentoo" => "sys-kernel/gentoo-sources",
        "void" => "linux-headers",
        _ => Id == "ubuntu" ? "linux-headers-generic" : $"linux-headers-{architecture.DebianFlavour}",
    };

    /// <summary>The package with a compiler command (<c>gcc-12</c>, <c>aarch64-linux-gnu-gcc-12</c>, <c>clang</c>).</summary>
    public string Compiler(string command)
    {
        string name = command[(command.LastIndexOf('/') + 1)..];
        int gcc = name.IndexOf("-gcc", StringComparison.Ordinal);
        if (gcc <= 0)
            return name;
        // A triplet of this very machine is the native compiler under its long name.
        string triplet = name[..gcc], tool = name[(gcc + 1)..];
        if (Family() is "fedora" or "suse")
            return triplet.StartsWith(HostMachine.Architecture.Machine, StringComparison.Ordinal) ? "gcc" : $"gcc-{triplet}";
        return triplet.StartsWith(HostMachine.Architecture.Machine, StringComparison.Ordinal) ? tool : $"{tool}-{triplet.Replace('_', '-')}";
    }

    private string Family()
    {
        foreach (string id in $"{Id} {values.GetValueOrDefault("ID_LIKE", "")}".Split(' '))
        {
            switch (id)
            {
                case "debian" or "ubuntu": return "debian";
                case "fedora" or "rhel" or "centos": return "fedora";
                case "arch" or "archlinux": return "arch";
                case "suse" or "opensuse" or "sles" or "opensuse-tumbleweed" or "opensuse-leap": return "suse";
                case "alpine" or "gentoo" or "void": return id;
            }
        }
        return "";
    }

    // Arch's flavours show in the release: 6.9.1-arch1-1, 6.6.30-1-lts, 6.9.1-zen1-1-zen, 6.8.11-hardened1-1-hardened.
    private static string ArchPackage(string release)
    {
        string last = release[(release.LastIndexOf('-') + 1)..];
        return last.Length > 0 && last.All(char.IsAsciiLetter) ? $"linux-{last}-headers" : "linux-headers";
    }
}
