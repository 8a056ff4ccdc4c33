using Oot.Core;
using Oot.Kconfig;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary>Answers Kconfig's <c>$(shell)</c> from the memory that builds have.</summary>
public sealed class ProbeCommands(IReadOnlyList<string> environment, IDisk disk) : IShellCommands
{
    private readonly RememberedCommands _commands = RememberedCommands.Open(environment, disk, new KernelCommands());

    private readonly KconfigProbes _probes = new(environment, disk);
    private readonly string? _directory = ProcessContext.WorkingDirectory();

    /// <inheritdoc/>
    public string Run(string command) => _commands.Run(command, _directory is null ? null : _probes.Of(command, _directory));
}
