using Oot.Core;
using Oot.Kernel.HostPrograms.Fixdep;

namespace Oot.Kernel.HostPrograms;

/// <summary>What the programs of a build that run in one process have in common. For all threads.</summary>
public sealed class HostProgramMemory
{
    /// <summary>The first make's environment, which says where things are kept (<see cref="Make.Caching.CacheDirectory"/>); null: nowhere.</summary>
    public IReadOnlyList<string>? Environment { get; set; }

    /// <summary>The options that headers name.</summary>
    internal RememberedOptions Options { get; } = new();

    /// <summary>Memory for fixdep.</summary>
    internal FixdepRooms Rooms { get; } = new();

    /// <summary>Begins with what was kept for a kernel tree.</summary>
    /// <param name="tree">Its path, ending in <c>/</c>; empty for the working directory.</param>
    internal void OpenOptions(string tree) =>
        Options.Open(tree.StartsWith('/') ? tree : ProcessContext.WorkingDirectory() is { } directory ? $"{directory}/{tree}" : null, Environment);

    /// <summary>The build is over: keeps what serves the next one.</summary>
    public void Keep() => Options.Keep();
}
