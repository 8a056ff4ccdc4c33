using Oot.Core;
using Oot.Kernel.Loading;

namespace Oot.Checking;

/// <summary>The kernels that modules were built for, as far as they are here: their types say what changed where CRCs differ. They are read only when one does.</summary>
internal sealed class BuiltForKernels
{
    private readonly Session session;
    private readonly CheckRequest request;
    private readonly KernelOffer? named;
    private readonly Dictionary<string, KernelOffer?> byRelease = new(StringComparer.Ordinal);

    private BuiltForKernels(Session session, CheckRequest request, KernelOffer? named) => (this.session, this.request, this.named) = (session, request, named);

    /// <summary>With the one that the user names; else those that the modules' vermagics name.</summary>
    internal static Result<BuiltForKernels> Of(Session session, CheckRequest request)
    {
        if (request.BuiltFor is not string name)
            return new BuiltForKernels(session, request, null);
        return new CheckedKernels(session).Find(name).Succeeded(out KernelOffer? kernel, out Diagnostic? error) ? new BuiltForKernels(session, request, kernel) : error;
    }

    /// <summary>The verdicts with the types that changed.</summary>
    internal LoadVerdict[] Explain(LoadVerdict[] verdicts, InspectedModule[] modules, KernelOffer kernel)
    {
        if (!verdicts.Any(verdict => verdict.Problems.Any(TypeChanges.IsOfVersion)))
            return verdicts;
        var now = new SymbolTypeSource(session.Disk, kernel, request.SymbolTypes, new ModuleSet([.. modules.Select(module => module.Facts)]));
        var changes = new Dictionary<string, TypeChanges>(StringComparer.Ordinal);
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (!verdicts[i].Problems.Any(TypeChanges.IsOfVersion))
                continue;
            KernelOffer? built = named ?? OfVermagic(modules[i].Facts.Vermagic);
            if (built is null && request.BuiltSymbolTypes.Count == 0)
                continue;
            string name = built?.Name ?? "";
            if (!changes.TryGetValue(name, out TypeChanges? known))
                changes[name] = known = new TypeChanges(new SymbolTypeSource(session.Disk, built, request.BuiltSymbolTypes, null), now);
            verdicts[i] = known.Explain(verdicts[i]);
        }
        return verdicts;
    }

    private KernelOffer? OfVermagic(string? vermagic)
    {
        string release = vermagic?.Split(' ')[0] ?? "";
        // A release is part of paths here.
        if (release.Length == 0 || release.Contains('/'))
            return null;
        if (!byRelease.TryGetValue(release, out KernelOffer? kernel))
            byRelease[release] = kernel = new CheckedKernels(session).Find(release).Succeeded(out KernelOffer? found, out _) ? found : null;
        return kernel;
    }
}
