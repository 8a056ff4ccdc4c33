using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>
/// Every symbol that the module does not define, in the order of its symbol table (simplify_symbols, resolve_symbol). The kernel looks at all of them and returns the last error.
/// </summary>
internal static class SymbolStep
{
    internal static bool Check(LoadTrial trial)
    {
        bool usesGplOnly = false;
        if (trial.Kernel.Exports is null)
        {
            trial.Missing.Add("the symbols that the kernel exports (Module.symvers, or its image)");
            // What it says itself is the next best.
            trial.Owners.AddRange(trial.Module.Dependencies);
            return true;
        }
        foreach (ref readonly ModuleImport import in trial.Module.Imports.Entries)
        {
            if (import.Kind is ImportKind.Common or ImportKind.BadSection)
                Defined(trial, import);
            else
                Resolve(trial, import, ref usesGplOnly);
        }
        if (trial.Ownerless.Count > 0)
            trial.Missing.Add($"whether a module of this kernel exports {trial.Ownerless[0]}{(trial.Ownerless.Count > 1 ? $" and {trial.Ownerless.Count - 1} more" : "")} (the kernel's modules are not here)");
        return trial.Problems.Count == 0;
    }

    private static void Defined(LoadTrial trial, in ModuleImport import)
    {
        string name = trial.Module.Imports.TextOf(import);
        if (import.Kind == ImportKind.Common)
        {
            trial.Refuse(new LoadProblem(LoadRule.SymbolTable, $"{trial.Module.Name}: please compile with -fno-common", Errno.ExecFormat, name, $"{name} is a common symbol",
                "Compile all of the module's objects with -fno-common, as kbuild does."));
        }
        else if (trial.Has(LoaderTrait.SectionIndexChecked))
        {
            trial.Refuse(new LoadProblem(LoadRule.SymbolTable, $"{trial.Module.Name}: Symbol {name} has an invalid section index {import.Crc} (max {trial.Module.SectionCount - 1})", Errno.ExecFormat, name,
                $"{name} is in section {import.Crc}, which does not exist", "The file is damaged: build or copy it again."));
        }
        else
            trial.Missing.Add($"what the kernel makes of {name} in section {import.Crc}, which does not exist");
    }

    private static void Resolve(LoadTrial trial, in ModuleImport import, ref bool usesGplOnly)
    {
        ReadOnlySpan<byte> name = trial.Module.Imports.NameOf(import);
        bool found = trial.Symbols.TryFind(name, !trial.IsProprietary, out KernelExport export);
        if (!found || IsOut(trial, export.Owner))
        {
            if (import.Kind == ImportKind.Needed)
                Unknown(trial, trial.Module.Imports.TextOf(import), found ? export.Owner : null);
            return;
        }
        usesGplOnly |= export.IsGplOnly;
        if (export.Owner.Length > 0)
        {
            if (export.Owner != trial.Module.Name && !trial.Owners.Contains(export.Owner))
                trial.Owners.Add(export.Owner);
            if (!Inherit(trial, import, export.Owner, usesGplOnly))
                return;
        }
        LoadProblem? problem = trial.Kernel.HasVersions == true && !IsSame(trial, import, export) ? SymbolVersions.Compare(trial, trial.Module.Imports.TextOf(import), export, import.HasVersion, import.Crc) : null;
        problem ??= export.Namespace.Length > 0 ? Namespace(trial, import, export.Namespace) : null;
        if (problem is not null)
            Fail(trial, problem, trial.Module.Imports.TextOf(import));
    }

    // By far most symbols end here.
    private static bool IsSame(LoadTrial trial, in ModuleImport import, in KernelExport export) =>
        export.HasCrc && import.HasVersion && import.Crc == export.Crc && (trial.HasVersions || trial.HasExtendedVersions);

    private static bool IsOut(LoadTrial trial, string owner) =>
        owner.Length > 0 && owner != trial.Module.Name && (trial.Refused.Contains(owner) || trial.Conditions.Loaded?.Contains(owner) == false);

    private static void Unknown(LoadTrial trial, string symbol, string? owner)
    {
        string message = $"{trial.Module.Name}: Unknown symbol {symbol} (err -2)";
        if (owner is not null)
        {
            bool refused = trial.Refused.Contains(owner);
            trial.Refuse(new LoadProblem(LoadRule.OwnerMissing, message, Errno.NoEntry, symbol, $"{symbol} is in the module {owner}, which {(refused ? "is refused itself" : "is not loaded")}",
                refused ? $"See what is wrong with {owner}." : $"Load it first: `modprobe {owner}`, or `modprobe {trial.Module.Name}` once both are installed."));
        }
        else if (trial.IsProprietary && trial.Symbols.TryFind(ByteText.ToBytes(symbol), true, out KernelExport gpl))
        {
            trial.Refuse(new LoadProblem(LoadRule.GplOnly, message, Errno.NoEntry, symbol, $"{symbol}{(gpl.Owner.Length > 0 ? $" of {gpl.Owner}" : "")} is exported to GPL modules only, and the licence is '{trial.Module.License ?? "unspecified"}'",
                $"Use another symbol, or, if the module's source is under one of them, declare it: MODULE_LICENSE of {GplLicenses.List}."));
        }
        else if (!trial.Kernel.HasModuleExports && trial.Kernel.Modules is null)
            trial.Ownerless.Add(symbol);
        else
        {
            trial.Refuse(new LoadProblem(LoadRule.UnknownSymbol, message, Errno.NoEntry, symbol, $"neither this kernel nor any of its modules exports {symbol}",
                $"If another out-of-tree module has it, check both together. Else its option is off, it was trimmed, or this version does not have it: `oot explain {symbol} -k {trial.Kernel.Name}`."));
        }
    }

    private static bool Inherit(LoadTrial trial, in ModuleImport import, string owner, bool usesGplOnly)
    {
        string? license = trial.Symbols.LicenseOf(owner);
        if (license is null || GplLicenses.Has(license))
            return true;
        string symbol = trial.Module.Imports.TextOf(import), which = trial.Has(LoaderTrait.ChainNamesSymbol) ? $"symbols {symbol}" : "symbols";
        if (usesGplOnly)
        {
            Fail(trial, new LoadProblem(LoadRule.ProprietaryChain, $"{trial.Module.Name}: module using GPL-only symbols uses {which} from proprietary module {owner}.", Errno.NoEntry, symbol,
                $"the module uses GPL-only symbols of the kernel and {symbol} of {owner}, whose licence is '{license}'", $"A module between the kernel's GPL-only symbols and a proprietary module is refused: {owner} must be under a GPL-compatible licence."), symbol);
            return false;
        }
        if (!trial.IsProprietary)
        {
            trial.Say($"{trial.Module.Name}: module uses {which} from proprietary module {owner}, inheriting taint.");
            trial.Mark(Taint.Proprietary);
        }
        return true;
    }

    private static LoadProblem? Namespace(LoadTrial trial, in ModuleImport import, string space)
    {
        bool restricted = trial.Has(LoaderTrait.ModuleNamespaces) && space.StartsWith(ModuleNamespace.Prefix, StringComparison.Ordinal);
        if (trial.Module.ImportedNamespaces.Contains(space) || (restricted && ModuleNamespace.Admits(space, trial.Module.Name)))
            return null;
        string symbol = trial.Module.Imports.TextOf(import);
        string message = $"{trial.Module.Name}: module uses symbol ({symbol}) from namespace {space}, but does not import it.";
        if (trial.Kernel.IsYes("MODULE_ALLOW_MISSING_NAMESPACE_IMPORTS") == true)
        {
            trial.Say(message);
            return null;
        }
        return new LoadProblem(LoadRule.Namespace, message, Errno.InvalidArgument, symbol, restricted ? $"{symbol} is exported to the modules {space[ModuleNamespace.Prefix.Length..]} only" : $"{symbol} is in the namespace {space}, which the module does not import",
            restricted ? "This symbol is not for other modules: use another interface." : $"Add MODULE_IMPORT_NS({(Quoted(trial) ? $"\"{space}\"" : space)}); to the module's source.");
    }

    // Since 6.13 the macro takes a string.
    private static bool Quoted(LoadTrial trial) => trial.Has(LoaderTrait.ObjectCheckedInParts);

    private static void Fail(LoadTrial trial, LoadProblem problem, string symbol) =>
        trial.Refuse(problem with { Message = (problem.Message.Length > 0 ? problem.Message + "\n" : "") + $"{trial.Module.Name}: Unknown symbol {symbol} (err -{problem.Errno})" });
}
