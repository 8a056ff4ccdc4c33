using Oot.Kernel.HostPrograms.Checks;
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
        KernelScripts.EarlyModulesCheck => new(["sed", "sort", "uniq"], ["modules.order"]),
        KernelScripts.ModulesCheck or KernelScripts.LateModulesCheck => new(["sed", "sort", "uniq"], []),
        _ => null,
    };
}
