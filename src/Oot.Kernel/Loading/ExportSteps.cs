using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>The checks of what the module exports, and of the namespaces that it imports.</summary>
internal static class ExportSteps
{
    private const int NotPermitted = 1;

    internal static bool Tables(LoadTrial trial)
    {
        ModuleFacts module = trial.Module;
        if (module.Exports.Count == 0)
            return true;
        if (trial.Has(LoaderTrait.ExportFlags) && !module.HasExportFlags)
        {
            trial.Refuse(new LoadProblem(LoadRule.ExportTables, $"{module.Name}: no flags for exported symbols", Errno.ExecFormat, "__kflagstab", "its exports have no table of flags, as those for kernels before 7.0",
                "Build it against this kernel's own headers."));
            return false;
        }
        if (trial.Kernel.HasVersions != true || module.HasExportCrcs || trial.Force("no versions for exported symbols"))
            return true;
        trial.Refuse(new LoadProblem(LoadRule.ExportTables, "", Errno.ExecFormat, "__kcrctab", "its exports have no CRCs, and the kernel was built without CONFIG_MODULE_FORCE_LOAD",
            "Build it against this kernel's headers, in which CONFIG_MODVERSIONS is set."));
        return false;
    }

    internal static bool ImportedNamespaces(LoadTrial trial)
    {
        if (!trial.Has(LoaderTrait.ModuleNamespaces))
            return true;
        foreach (string space in trial.Module.ImportedNamespaces)
        {
            if (!space.StartsWith(ModuleNamespace.Prefix, StringComparison.Ordinal))
                continue;
            trial.Refuse(new LoadProblem(LoadRule.NamespaceReserved, $"{trial.Module.Name}: module tries to import module namespace: {space}", NotPermitted, space, $"{space} names the modules that may use it; nobody can import it",
                "Remove that MODULE_IMPORT_NS: the kernel admits the modules that the namespace names, and no other."));
            return false;
        }
        return true;
    }

    internal static bool Duplicates(LoadTrial trial)
    {
        foreach (ModuleExport export in trial.Module.Exports)
        {
            if (trial.Kernel.Exports is null || !trial.Kernel.Exports.Value.TryFind(ByteText.ToBytes(export.Name), out KernelExport other))
                continue;
            bool isLoaded = other.Owner.Length == 0 || (other.Owner != trial.Module.Name && (trial.Owners.Contains(other.Owner) || trial.Conditions.Loaded?.Contains(other.Owner) == true));
            if (isLoaded)
                return Duplicate(trial, export.Name, other.Owner);
            if (other.Owner != trial.Module.Name)
                trial.Notes.Add($"{other.Owner} exports {export.Name} as well: the two cannot be loaded together");
        }
        // Of the modules that are looked at, those count that it needs.
        foreach (ModuleExport export in trial.Module.Exports)
        {
            if (trial.Symbols.TryFindInSet(ByteText.ToBytes(export.Name), out KernelExport other) && other.Owner != trial.Module.Name
                && (trial.Owners.Contains(other.Owner) || trial.Conditions.Loaded?.Contains(other.Owner) == true))
                return Duplicate(trial, export.Name, other.Owner);
        }
        return true;
    }

    private static bool Duplicate(LoadTrial trial, string symbol, string owner)
    {
        string who = owner.Length == 0 ? "kernel" : owner;
        trial.Refuse(new LoadProblem(LoadRule.DuplicateExport, $"{trial.Module.Name}: exports duplicate symbol {symbol} (owned by {who})", Errno.ExecFormat, symbol,
            $"{symbol} is exported by {(owner.Length == 0 ? "the kernel itself" : owner)} already", owner.Length == 0 ? "Rename the symbol, or do not export it." : $"Unload {owner} first, or rename the symbol."));
        return false;
    }
}
