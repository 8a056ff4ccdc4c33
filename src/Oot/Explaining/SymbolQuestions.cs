using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;

namespace Oot.Explaining;

/// <summary>Answers questions about a kernel's symbols: from its sources where they are there, else from the map that oot ships of the nearest version.</summary>
internal sealed class SymbolQuestions(Session session)
{
    private readonly ShippedMaps shipped = new();

    /// <summary>The version of the sources that the last answers are from.</summary>
    internal string Version { get; private set; } = "";

    /// <summary>Why each symbol is there, or not.</summary>
    /// <param name="tree">The kernel; null when only the others count.</param>
    /// <param name="configuration">A configuration in place of the kernel's own.</param>
    /// <param name="source">The sources; null: those of the tree, if it has some.</param>
    /// <param name="searches">Whether sources may be read for as long as that takes; otherwise only what is known already counts.</param>
    internal Result<SymbolExplanation[]> Ask(IReadOnlyList<string> symbols, KernelTree? tree, KernelConfiguration? configuration, string? source, bool searches)
    {
        string? directory = source ?? (tree is not null && SourceMaps.IsSource(session.Disk, tree.SourcePath) ? tree.SourcePath : null);
        ExplainedKernel kernel = KernelOf(tree, configuration);
        if (!MapOf(kernel, directory, searches).Succeeded(out ProvenanceIndex? map, out Diagnostic? error))
            return error;
        Version = map.Version;
        DefinitionSearch? definitions = directory is null || !searches ? null : new DefinitionSearch(session.Disk, directory + "/", kernel.Architecture);
        return new SymbolExplainer(kernel, map, shipped, definitions).Explain(symbols);
    }

    private Result<ProvenanceIndex> MapOf(ExplainedKernel kernel, string? directory, bool searches)
    {
        var sources = new SourceMaps(session.Disk, session.Environment);
        if (directory is not null && !searches && sources.Kept(directory) is { } known)
            return known;
        if (directory is not null && searches)
        {
            ProvenanceIndex? own = sources.Open(directory, () => session.Terminal.Note($"reading the sources in {directory}; that takes some seconds, and is remembered"));
            return own is null ? ProvenanceDiagnostics.NoSource(directory) : own;
        }
        if (shipped.For(kernel.Release) is not { } version || shipped.Open(version) is not { } map)
            return ProvenanceDiagnostics.NoMap();
        if (kernel.Release.Length > 0 && !ShippedMaps.IsSameSeries(kernel.Release, version))
            session.Terminal.Report(ProvenanceDiagnostics.OtherVersion(kernel.Release, version));
        return map;
    }

    private ExplainedKernel KernelOf(KernelTree? tree, KernelConfiguration? configuration)
    {
        KernelConfiguration? options = configuration ?? tree?.Configuration;
        string? architecture = (options is null ? null : KernelArchitecture.Of(options)) is { } known ? known.Kernel : tree?.Architecture?.Kernel;
        string? exports = tree is not null && session.Disk.Read(tree.Path + "/Module.symvers", out string text) == 0 ? text : null;
        // Another configuration than the kernel's own: what that kernel exports says nothing about it.
        if (configuration is not null)
            exports = null;
        else if (tree is not null && exports is null)
            session.Terminal.Report(ProvenanceDiagnostics.NoSymbolVersions(tree.Release));
        return new ExplainedKernel(tree?.Release ?? "", architecture ?? HostMachine.Architecture?.Kernel, options, exports);
    }
}
