using Oot.Kernel.Loading;

namespace Oot.Checking;

/// <summary>What a call of <c>oot check</c> asks for.</summary>
internal sealed record CheckRequest(
    IReadOnlyList<string> Files, IReadOnlyList<string> Kernels, IReadOnlyList<string> Certificates, IReadOnlyList<string> Parameters, IReadOnlyList<string> Blacklist, IReadOnlyList<string>? Loaded,
    bool EnforcesSignatures, bool IsLockedDown, bool VerifiesSignatures, bool Json, string? Sarif)
{
    /// <summary>After how many seconds a machine that is booted to prove the verdicts is ended; null: none is.</summary>
    internal int? ProvesWithin { get; init; }

    /// <summary>The guest's busybox; null: the system's.</summary>
    internal string? Busybox { get; init; }

    /// <summary>The kernel that the modules were built for, whose types are compared where CRCs differ; null: the one that their vermagic names, where that is here.</summary>
    internal string? BuiltFor { get; init; }

    /// <summary>Where <c>.symtypes</c> files of the kernels are.</summary>
    internal IReadOnlyList<string> SymbolTypes { get; init; } = [];

    /// <summary>Where <c>.symtypes</c> files of the kernel are that the modules were built for.</summary>
    internal IReadOnlyList<string> BuiltSymbolTypes { get; init; } = [];

    /// <summary>How the modules are handed to the kernel.</summary>
    internal LoadFlags Flags { get; init; }
}
