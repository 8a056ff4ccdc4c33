namespace Oot.Kernel.InTree;

/// <summary>The words by which a kernel's makefiles are made to call the sources as a finished kernel is called (kernel 5.10 to 7.x, Makefile and scripts/setlocalversion).</summary>
public static class ReleaseWords
{
    /// <summary>
    /// make's words: <c>5.5.8-arch1-1</c> from sources of 5.5.8 is <c>EXTRAVERSION=-arch1 LOCALVERSION=-1</c>. A release that does not begin with the sources' version (Debian's 6.1.0-50 is 6.1.176) needs
    /// <c>KERNELVERSION</c> as well; <c>LINUX_VERSION_CODE</c> stays that of the sources, as with Debian's own builds.
    /// </summary>
    /// <param name="release">What <c>uname -r</c> says.</param>
    /// <param name="version">The sources' version.</param>
    /// <param name="files">What files named <c>localversion...</c> add to it, after EXTRAVERSION.</param>
    public static IReadOnlyList<string> Of(string release, string version, string files = "")
    {
        if (files.Length > 0 && release.StartsWith(version + files, StringComparison.Ordinal))
            return ["EXTRAVERSION=", "LOCALVERSION=" + release[(version.Length + files.Length)..]];
        bool begins = version.Length > 0 && release.StartsWith(version, StringComparison.Ordinal) && (release.Length == version.Length || !char.IsAsciiDigit(release[version.Length]));
        string rest = begins ? release[version.Length..] : release[KernelSource.Numbers(release).Length..];
        int second = rest.Length < 2 ? -1 : rest.IndexOf('-', 1);
        string extra = second < 0 ? rest : rest[..second], local = second < 0 ? "" : rest[second..];
        return begins ? ["EXTRAVERSION=" + extra, "LOCALVERSION=" + local] : [$"KERNELVERSION={KernelSource.Numbers(release)}{extra}", "LOCALVERSION=" + local];
    }

    /// <summary>A configuration that adds nothing to the release by itself.</summary>
    public static string WithoutLocalVersion(string configuration) =>
        string.Concat(configuration.Split('\n').Where(line => !line.StartsWith("CONFIG_LOCALVERSION", StringComparison.Ordinal) && line != "# CONFIG_LOCALVERSION_AUTO is not set").Select(line => line.Length == 0 ? "" : line + "\n"))
        + "CONFIG_LOCALVERSION=\"\"\n# CONFIG_LOCALVERSION_AUTO is not set\n";
}
