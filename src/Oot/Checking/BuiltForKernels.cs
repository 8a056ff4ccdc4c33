using Oot.Core;
using Oot.Kernel.Loading;

namespace Oot.Checking;

/// <summary>The kernels that modules were built for, as far as they are here: their types say what changed where CRCs differ. They are read only when one does.</summary>
internal sealed class BuiltForKernels
{
    private readonly Session session;
    private readonly KernelOffer? named;
    private readonly Dictionary<string, KernelOffer?> byRelease = new(StringComparer.Ordinal);

    private BuiltForKernels(Session session, KernelOffer? named) => (this.session, this.named) = (session, named);

    /// <summary>With the one that the user names; null: those that the modules' vermagics name.</summary>
    internal static Result<BuiltForKernels> Of(Session session, string? name)
    {
        if (name is null)
            return new BuiltForKernels(session, null);
        return new CheckedKernels(session).Find(name).Succeeded(out KernelOffer? kernel, out Diagnostic? error) ? new BuiltForKernels(session, kernel) : error;
    }

    /// <summary>The verdicts with the types that changed.</summary>
    internal LoadVerdict[] Explain(LoadVerdict[] verdicts, InspectedModule[] modules, KernelOffer kernel)
    {
        var changes = new Dictionary<string, TypeChanges>(StringComparer.Ordinal);
        for (int i = 0; i < verdicts.Length; i++)
        {
            bool differs = verdicts[i].Problems.Any(TypeChanges.IsOfVersion);
            if (!differs || (named ?? OfVermagic(modules[i].Facts.Vermagic)) is not { } built || built.Name == kernel.Name)
                continue;
            if (!changes.TryGetValue(built.Name, out TypeChanges? known))
                changes[built.Name] = known = new TypeChanges(built, kernel);
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
