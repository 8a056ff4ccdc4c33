using Oot.Core;
using Oot.Kernel.HostPrograms.Checks;
using Oot.Kernel.Trees;
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

    /// <inheritdoc/>
    /// <remarks><c>scripts/module-common.c</c> from 6.12 on.</remarks>
    public bool IsForAll(string source)
    {
        const string Directory = "scripts/";
        int name = source.LastIndexOf('/') + 1;
        return source.AsSpan(0, name).EndsWith(Directory, StringComparison.Ordinal) && (name == Directory.Length || source[name - Directory.Length - 1] == '/')
            && KernelTreeReader.IsTree(new Disk(), source[..(name - Directory.Length)]);
    }
}
