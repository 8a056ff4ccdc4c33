using Oot.Core;

namespace Oot.Kernel.Loading;

/// <summary>The comparison of CRCs (kernel/module/version.c, check_version).</summary>
internal static class SymbolVersions
{
    /// <summary>Compares; null when the kernel is content.</summary>
    /// <param name="hasVersion">The module carries a CRC of the symbol.</param>
    internal static LoadProblem? Compare(LoadTrial trial, string symbol, in KernelExport export, bool hasVersion, uint crc)
    {
        if (!export.HasCrc)
            return null;
        string name = trial.Module.Name;
        if (trial.Has(LoaderTrait.ExtendedVersions) && trial.HasExtendedVersions)
        {
            if (!hasVersion)
            {
                if (!trial.Log.Exists(line => line.Occasion == LineOccasion.FirstMissingVersion))
                    trial.Say($"{name}: no extended symbol version for {symbol}", LineOccasion.FirstMissingVersion);
                return null;
            }
        }
        else if (!trial.HasVersions)
        {
            return trial.Force(symbol) ? null : new LoadProblem(LoadRule.SymbolVersion, "", Errno.InvalidArgument, symbol, "the module carries no CRCs, and the kernel compares them",
                "Build it against this kernel's headers, with their Module.symvers.");
        }
        if (hasVersion && crc == export.Crc)
            return null;
        return hasVersion
            ? new LoadProblem(LoadRule.SymbolVersion, $"{name}: disagrees about version of symbol {symbol}", Errno.InvalidArgument, symbol,
                $"the module was built with 0x{crc:x8} for {symbol}, {(export.Owner.Length == 0 ? "the kernel" : export.Owner)} has 0x{export.Crc:x8}",
                "The declaration of this symbol, or a type that it uses, is another one: build the module against this kernel's own headers (`oot build -k KERNEL`).")
            : new LoadProblem(LoadRule.SymbolVersion, $"{name}: no symbol version for {symbol}", Errno.InvalidArgument, symbol, $"the module carries no CRC of {symbol}",
                "It was built without the Module.symvers that has this symbol: name that file in KBUILD_EXTRA_SYMBOLS, and build it again.");
    }
}
