namespace Oot.Deploy.Installing;

/// <summary>What is to hold at boot for the modules of one call.</summary>
/// <param name="Autoload">Load them at boot.</param>
/// <param name="Blacklist">Modules that are not to be loaded by their aliases.</param>
/// <param name="Options">Options of the modules.</param>
/// <param name="SoftDependencies">What follows <c>softdep NAME</c>.</param>
public sealed record BootSettings(bool Autoload, IReadOnlyList<string> Blacklist, IReadOnlyList<string> Options, IReadOnlyList<string> SoftDependencies)
{
    /// <summary>The files of one module: path, kind and text.</summary>
    internal IEnumerable<(string Path, string Kind, string Text)> FilesOf(string module)
    {
        if (Autoload)
            yield return ($"/etc/modules-load.d/{module}.conf", "autoload", $"# by oot install\n{module}\n");
        string lines = string.Concat(Blacklist.Select(name => $"blacklist {name}\n")) + string.Concat(Options.Select(text => $"options {module} {text}\n")) + string.Concat(SoftDependencies.Select(text => $"softdep {module} {text}\n"));
        if (lines.Length > 0)
            yield return ($"/etc/modprobe.d/oot-{module}.conf", "options", $"# by oot install\n{lines}");
    }
}
