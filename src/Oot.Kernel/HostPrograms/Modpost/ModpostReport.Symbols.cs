namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What is said of modules, symbols and their owners.</summary>
internal sealed partial class ModpostReport
{
    public ModpostStopException SymbolFileMalformed() => Fatal("parse error in symbol dump file\n");

    // The C program forgets the end of the line.
    public void LicenceUnknown(string symbol, string licence) => Error($"{symbol}: unknown license {licence}. skip");

    public void ExportedTwice(ModuleRecord module, string symbol, ModuleRecord owner)
    {
        string old = $"{module.Name}: '{symbol}' exported twice. Previous export was in {owner.FileName}\n";
        Say(traits.Has(ModpostTrait.ErrorsKeepFiles), module, old, $"symbol '{symbol}' exported twice. Previous export was in {owner.FileName}\n");
    }

    /// <summary>Only kernels that read namespaces from symbols of their own say so; it does not change their exit code before 5.19.</summary>
    public void NamespaceWithoutSymbol(string symbol, string name)
    {
        HasErrors |= traits.Has(ModpostTrait.ErrorsKeepFiles);
        Raw($"ERROR: modpost: Could not update namespace({name}) for symbol {symbol}\n");
    }

    public void NotAnObjectName(string file) => Error($"{file}: filename must be suffixed with .o\n");

    public void LicenceMissing(ModuleRecord module) =>
        Say(traits.Has(ModpostTrait.ErrorsKeepFiles), module, $"missing MODULE_LICENSE() in {module.Name}.o\n", "missing MODULE_LICENSE()\n");

    public void DescriptionMissing(ModuleRecord module) => Warn(module, $"missing MODULE_DESCRIPTION() in {module.Name}.o\n", "missing MODULE_DESCRIPTION()\n");

    public void ImportRefused(ModuleRecord module, string name) => Error(module, "", $"explicitly importing namespace '{name}' is not allowed.\n");

    public void Common(ModuleRecord module, string symbol) => Warn(module, $"\"{symbol}\" [{module.Name}] is COMMON symbol\n", $"'{symbol}' is COMMON symbol\n");

    /// <summary>5.10: a <c>__crc_</c> symbol without a value.</summary>
    public void VersionFailed(ModuleRecord module, string symbol) =>
        Warn($"EXPORT symbol \"{symbol}\" [{module.FileName}] version generation failed, symbol will not be versioned.\n");

    public void VersionMissing(ModuleRecord module, string symbol) => Warn(
        module,
        $"EXPORT symbol \"{symbol}\" [{module.FileName}] version generation failed, symbol will not be versioned.\nIs \"{symbol}\" prototyped in <asm/asm-prototypes.h>?\n",
        $"EXPORT symbol '{symbol}' version generation failed, symbol will not be versioned.\nIs '{symbol}' prototyped in <asm/asm-prototypes.h>?\n");

    public void NameTooLong(ModuleRecord module) => Error(module, $"module name is too long [{module.Name}.ko]\n", "module name is too long\n");

    public void Undefined(ModuleRecord module, string symbol, bool isError) =>
        Say(isError, module, $"\"{symbol}\" [{module.Name}.ko] undefined!\n", $"symbol '{symbol}' undefined!\n");

    public void ExportedWithoutDefinition(ModuleRecord module, string symbol) =>
        Error(module, $"\"{symbol}\" [{module.Name}.ko] was exported without definition\n", $"symbol '{symbol}' was exported without definition\n");

    public void ImportMissing(ModuleRecord module, string symbol, string name, bool isError) => Say(
        isError,
        module,
        $"module {module.BaseName} uses symbol {symbol} from namespace {name}, but does not import it.\n",
        $"module uses symbol '{symbol}' from namespace '{name}', but does not import it.\n");

    public void GplOnly(ModuleRecord module, string symbol)
    {
        string old = $"GPL-incompatible module {module.BaseName}.ko uses GPL-only symbol '{symbol}'\n";
        if (!traits.Has(ModpostTrait.ErrorsKeepFiles))
            throw Fatal(old);
        Error(module, old, $"GPL-incompatible module uses GPL-only symbol '{symbol}'\n");
    }

    public ModpostStopException UnusedGplOnly(ModuleRecord module, string symbol) =>
        Fatal($"GPL-incompatible module {module.BaseName}.ko uses GPL-only symbol marked UNUSED '{symbol}'\n");

    public void FutureGplOnly(ModuleRecord module, string symbol) => Warn($"GPL-incompatible module {module.BaseName}.ko uses future GPL-only symbol '{symbol}'\n");

    public void MarkedUnused(ModuleRecord module, string symbol) => Warn($"module {module.BaseName}.ko uses symbol '{symbol}' marked UNUSED\n");

    public void CrcMissing(ModuleRecord module, string symbol) => Warn(module, $"\"{symbol}\" [{module.Name}.ko] has no CRC!\n", $"symbol '{symbol}' has no CRC!\n");

    public void SymbolTooLong(ModuleRecord module, string symbol) => Error(module, $"too long symbol \"{symbol}\" [{module.Name}.ko]\n", $"too long symbol '{symbol}'\n");

    public void StaticExport(string symbol, ModuleRecord module, ExportKind kind) => Warn($"\"{symbol}\" [{module.Name}] is a static {kind.Word()}\n");

    public void StrangeExport(ModuleRecord module, string label) => Error(
        module,
        $"{module.Name}: .export_symbol section contains strange symbol '{label}'\n",
        $".export_symbol section contains strange symbol '{label}'\n");

    public void LocalExport(ModuleRecord module, string symbol) => Error(module, $"{module.Name}: local symbol '{symbol}' was exported\n", $"local symbol '{symbol}' was exported\n");

    public void ForeignExport(ModuleRecord module, string symbol)
    {
        string text = $".export_symbol section references '{symbol}', but it does not seem to be an export symbol\n";
        Error(module, $"{module.Name}: {text}", text);
    }

    public void ExportLicenceUnknown(ModuleRecord module, string licence, string symbol)
    {
        string text = $"unknown license '{licence}' was specified for '{symbol}'\n";
        Error(module, $"{module.Name}: {text}", text);
    }

    /// <param name="part"><c>init</c> or <c>exit</c>.</param>
    public void ExportDiscarded(ModuleRecord module, string symbol, string part) => Warn(
        module,
        $"{module.Name}: {symbol}: EXPORT_SYMBOL used for {part} symbol. Remove __{part} or EXPORT_SYMBOL.\n",
        $"EXPORT_SYMBOL used for {part} symbol '{symbol}'. Remove __{part} or EXPORT_SYMBOL.\n");
}
