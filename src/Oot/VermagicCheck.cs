using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary>Whether a module that was built carries the vermagic of the kernel that it was built for.</summary>
internal static class VermagicCheck
{
    /// <summary>What is wrong with a module; null when nothing is.</summary>
    internal static Diagnostic? Of(IDisk disk, string path, KernelTree tree, out Vermagic? vermagic)
    {
        vermagic = null;
        if (!ModuleFile.Read(disk, path).Succeeded(out ModuleFile? module, out Diagnostic? error))
            return error;
        vermagic = module.Vermagic;
        if (vermagic is null)
            return KernelDiagnostics.NoVermagic(path);
        if (tree.Vermagic is null)
            return null;
        IReadOnlyList<VermagicDifference> differences = Vermagic.Compare(tree.Vermagic, vermagic);
        return differences.Count == 0 ? null : KernelDiagnostics.WrongVermagic(path, tree.Release, differences);
    }
}
