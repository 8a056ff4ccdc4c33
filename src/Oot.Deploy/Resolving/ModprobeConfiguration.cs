namespace Oot.Deploy.Resolving;

/// <summary>What modprobe.d and the kernel's command line say of modules, in the order in which it was read. Names have <c>_</c> for <c>-</c>.</summary>
public sealed class ModprobeConfiguration
{
    internal List<(string Pattern, string Module)> Aliases { get; } = [];

    internal List<string> Blacklist { get; } = [];

    internal List<(string Module, string Text)> Options { get; } = [];

    internal List<(string Module, string Command)> Installs { get; } = [];

    internal List<(string Module, string Command)> Removals { get; } = [];

    internal List<(string Module, string[] Before, string[] After)> SoftDependencies { get; } = [];
}
