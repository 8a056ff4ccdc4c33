namespace Oot.Configuring;

/// <summary>What <c>oot config localmodconfig</c> was asked for besides.</summary>
/// <param name="BuildsIn">Whether what stays is built in (localyesconfig).</param>
/// <param name="Modules">The file with the list of loaded modules; null: what <c>LSMOD</c> names, or else this machine's.</param>
/// <param name="KeptFor">Modules, or directories of such, whose options stay.</param>
internal sealed record LocalConfigRequest(bool BuildsIn, string? Modules, IReadOnlyList<string> KeptFor)
{
    /// <summary>The names of the modes.</summary>
    internal static readonly string[] Modes = ["localmodconfig", "localyesconfig"];

    /// <summary>Which of the modes a word names: itself, or its beginning from where that is the only one.</summary>
    internal static int ModeOf(string word) => Array.FindIndex(Modes, mode => word.Length > "local".Length && mode.StartsWith(word, StringComparison.Ordinal));
}
