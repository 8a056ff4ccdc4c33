namespace Oot.Make.Options;

/// <summary>What <c>--version</c> prints.</summary>
internal static class VersionText
{
    /// <summary>oot's own version: that of Directory.Build.props.</summary>
    public const string Version = "0.1.0";

    /// <param name="linePrefix">What opens each line: <c># </c> under <c>-p</c>, else empty.</param>
    public static string For(string linePrefix) =>
        $"""
        {linePrefix}GNU Make 4.4.1 (compatible)
        {linePrefix}oot {Version}
        {linePrefix}Built for x86_64-pc-linux-gnu
        {linePrefix}License GPL-2.0-only: GNU GPL version 2 <https://www.gnu.org/licenses/old-licenses/gpl-2.0.html>
        {linePrefix}There is NO WARRANTY, to the extent permitted by law.

        """;
}
