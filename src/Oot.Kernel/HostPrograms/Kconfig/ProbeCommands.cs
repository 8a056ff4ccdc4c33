using Oot.Core;
using Oot.Kconfig;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary>Answers Kconfig's <c>$(shell)</c> from the memory that builds have.</summary>
public sealed class ProbeCommands(IReadOnlyList<string> environment, IDisk disk) : IShellCommands
{
    private readonly RememberedCommands _commands = RememberedCommands.Open(environment, disk, new KernelCommands());

    /// <inheritdoc/>
    public string Run(string command) => _commands.Run(command);
}
