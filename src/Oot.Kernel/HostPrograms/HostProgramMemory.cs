using Oot.Kernel.HostPrograms.Fixdep;

namespace Oot.Kernel.HostPrograms;

/// <summary>What the programs of a build that run in one process have in common. For all threads.</summary>
public sealed class HostProgramMemory
{
    /// <summary>The options that headers name.</summary>
    internal RememberedOptions Options { get; } = new();

    /// <summary>Memory for fixdep.</summary>
    internal FixdepRooms Rooms { get; } = new();
}
