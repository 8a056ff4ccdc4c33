using Oot.Make;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms;

/// <summary>What is known of commands that a kernel's makefiles run: oot's own calls, a kernel's tools, scripts of the tree.</summary>
public sealed class KernelCommands : IKnownCommands
{
    /// <inheritdoc/>
    public OwnCall OwnCallOf(string name, string? argument) => name switch
    {
        "make" when argument != HostProgramTable.Verb => OwnCall.Make,
        "oot" when argument == "make" => OwnCall.Make,
        // The copy that answers with the release of the kernel that is built for.
        "uname" => OwnCall.AsNamed,
        _ => OwnCall.Unknown,
    };

    /// <inheritdoc/>
    public bool TellsVersion(string name) => name == "pahole";

    /// <inheritdoc/>
    public ReaderScript? Reader(ulong contentHash) => contentHash switch
    {
        // Their text alone does not say what an expanded variable can hold, so the judgement cannot follow them. A script with any other content is judged by its text.
        // scripts/modules-check.sh: says which names occur twice in a list; of linux 5.10, of 6.1, and of 6.12 and later.
        0x3794e15d2746eb6e => new(["sed", "sort", "uniq"], ["modules.order"]),
        0x3fd5c395cd2cfd50 or 0x47554319c7723b47 => new(["sed", "sort", "uniq"], []),
        _ => null,
    };
}
