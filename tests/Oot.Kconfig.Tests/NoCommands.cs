namespace Oot.Kconfig.Tests;

/// <summary>A shell in which nothing prints anything.</summary>
internal sealed class NoCommands : IShellCommands
{
    public string Run(string command) => "";
}
