using Oot.Kernel.Loading;

namespace Oot.Kernel.Booting;

/// <summary>Everything that a guest is to do.</summary>
public sealed record GuestTrial
{
    /// <summary>The modules, in the order of loading.</summary>
    public required IReadOnlyList<GuestModule> Modules { get; init; }

    /// <summary>How they are loaded.</summary>
    public LoadFlags Flags { get; init; }

    /// <summary>The user's script or static program, run when all modules have been loaded; null without.</summary>
    public byte[]? Script { get; init; }

    /// <summary>Modules are unloaded at the end, in the opposite order.</summary>
    public bool Unloads { get; init; } = true;
}
