namespace Oot.Kconfig;

/// <summary>The seam at which <c>$(shell)</c> is answered: a process, or a memory of one.</summary>
public interface IShellCommands
{
    /// <summary>What <c>sh -c COMMAND</c> prints; what it says on standard error goes to this process's own.</summary>
    string Run(string command);
}
