using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The <c>.mod.c</c> of a module, and vmlinux's counterpart.</summary>
internal sealed class ModuleSource(ModpostRun run, ResultFiles files)
{
    private readonly ModpostReport report = run.Report;

    public void Write(ModuleRecord module)
    {
        TextBuffer text = files.NewBuffer();
        PrintHeader(text, module);
        PrintExports(text, module);
        if (run.Has(ModpostTrait.VersionForms) ? run.Options.HasBasicVersions : run.Options.HasVersions)
            PrintVersions(text, module);
        if (run.Options.HasExtendedVersions)
            PrintExtendedVersions(text, module);
        PrintDependencies(text, module);
        PrintAliases(text, module);
        if (module.SourceVersion.Length > 0)
        {
            text.Print("\n");
            text.Print($"MODULE_INFO(srcversion, \"{module.SourceVersion}\");\n");
        }
        string file = module.Name + ".mod.c";
        if (file.Length >= CText.PathSize && run.Has(ModpostTrait.ErrorsKeepFiles))
            report.PathTooLong(file[..(CText.PathSize - 1)]);
        else
            files.WriteChanged(file, text);
    }

    public void WriteVmlinux(ModuleRecord vmlinux)
    {
        TextBuffer text = files.NewBuffer();
        text.Print("#include <linux/export-internal.h>\n");
        PrintExports(text, vmlinux);
        if (run.Has(ModpostTrait.TableModule))
        {
            text.Print("#include <linux/module.h>\n#undef __MODULE_INFO_PREFIX\n#define __MODULE_INFO_PREFIX\n");
            foreach (ModuleAlias alias in vmlinux.Aliases)
                text.Print($"MODULE_INFO({alias.BuiltinModule}.alias, \"{alias.Text}\");\n");
        }
        files.WriteChanged(".vmlinux.export.c", text);
    }

    private void PrintHeader(TextBuffer text, ModuleRecord module)
    {
        text.Print("#include <linux/module.h>\n");
        if (run.Has(ModpostTrait.CommonObject))
            text.Print("#include <linux/export-internal.h>\n#include <linux/compiler.h>\n\nMODULE_INFO(name, KBUILD_MODNAME);\n");
        else
            PrintOldHeader(text);
        text.Print("\n__visible struct module __this_module\n__section(\".gnu.linkonce.this_module\") = {\n\t.name = KBUILD_MODNAME,\n");
        if (module.HasInit)
            text.Print("\t.init = init_module,\n");
        if (module.HasCleanup)
            text.Print("#ifdef CONFIG_MODULE_UNLOAD\n\t.exit = cleanup_module,\n#endif\n");
        text.Print("\t.arch = MODULE_ARCH_INIT,\n};\n");
        if (!run.Options.IsExternal)
            text.Print("\nMODULE_INFO(intree, \"Y\");\n");
        if (!run.Has(ModpostTrait.CommonObject))
            text.Print("\n#ifdef CONFIG_RETPOLINE\nMODULE_INFO(retpoline, \"Y\");\n#endif\n");
        if (module.Name.StartsWith("drivers/staging", StringComparison.Ordinal))
            text.Print("\nMODULE_INFO(staging, \"Y\");\n");
        if (run.Has(ModpostTrait.TestMark) && module.Name.StartsWith("tools/testing", StringComparison.Ordinal))
            text.Print("\nMODULE_INFO(test, \"Y\");\n");
    }

    private void PrintOldHeader(TextBuffer text)
    {
        bool hasNote = run.Has(ModpostTrait.LtoNote);
        text.Print("#define INCLUDE_VERMAGIC\n#include <linux/build-salt.h>\n");
        text.Print(hasNote ? "#include <linux/elfnote-lto.h>\n" : "");
        text.Print(run.Has(ModpostTrait.CrcsFromCommands) ? "#include <linux/export-internal.h>\n" : "");
        text.Print("#include <linux/vermagic.h>\n#include <linux/compiler.h>\n\nBUILD_SALT;\n");
        text.Print(hasNote ? "BUILD_LTO_INFO;\n" : "");
        text.Print("\nMODULE_INFO(vermagic, VERMAGIC_STRING);\nMODULE_INFO(name, KBUILD_MODNAME);\n");
    }

    private void PrintExports(TextBuffer text, ModuleRecord module)
    {
        if (run.Has(ModpostTrait.ExportSection))
        {
            text.Print("\n");
            foreach (int export in KeptExports(module))
                PrintExport(text, export);
        }
        if (!run.Options.HasVersions || !run.Has(ModpostTrait.CrcsFromCommands))
            return;
        text.Print("\n");
        foreach (int export in KeptExports(module))
        {
            ref ExportedSymbol symbol = ref run.Table[export];
            string name = ByteText.FromBytes(run.Table.NameOf(export));
            if (!symbol.HasCrc)
                report.VersionMissing(module, name);
            string section = run.Has(ModpostTrait.SymbolFlags) ? "" : $", \"{GplSuffix(symbol.Kind)}\"";
            text.Print($"SYMBOL_CRC({name}, 0x{symbol.Crc:x8}{section});\n");
        }
    }

    private void PrintExport(TextBuffer text, int export)
    {
        ref ExportedSymbol symbol = ref run.Table[export];
        string name = ByteText.FromBytes(run.Table.NameOf(export)), space = ByteText.FromBytes(run.Table.NamespaceOf(export));
        string type = symbol.IsFunction ? "FUNC" : "DATA";
        if (!run.Has(ModpostTrait.SymbolFlags))
        {
            text.Print($"KSYMTAB_{type}({name}, \"{GplSuffix(symbol.Kind)}\", \"{space}\");\n");
            return;
        }
        text.Print($"KSYMTAB_{type}({name}, \"{space}\");\n");
        text.Print($"SYMBOL_FLAGS({name}, 0x{(symbol.Kind == ExportKind.Gpl ? 1 : 0):x2});\n");
    }

    private static string GplSuffix(ExportKind kind) => kind == ExportKind.Gpl ? "_gpl" : "";

    private IEnumerable<int> KeptExports(ModuleRecord module) => module.Exports.Where(export => !run.Options.TrimsExports || run.Table[export].IsUsed);

    private void PrintVersions(TextBuffer text, ModuleRecord module)
    {
        bool hasForms = run.Has(ModpostTrait.VersionForms);
        text.Print("\nstatic const struct modversion_info ____versions[]\n__used __section(\"__versions\") = {\n");
        foreach (UnresolvedSymbol need in run.Needs(module))
        {
            if (need.Owner is null)
                continue;
            if (!need.HasCrc)
            {
                report.CrcMissing(module, need.Name.ToString());
                continue;
            }
            if (need.Name.Length >= run.NameSize)
            {
                if (run.Options.HasExtendedVersions)
                    continue;
                report.SymbolTooLong(module, need.Name.ToString());
                break;
            }
            string crc = hasForms ? $"0x{need.Crc:x8}" : (need.Crc == 0 ? "0" : $"0x{need.Crc:x}").PadLeft(8);
            text.Print($"\t{{ {crc}, \"{need.Name}\" }},\n");
        }
        text.Print("};\n");
    }

    private void PrintExtendedVersions(TextBuffer text, ModuleRecord module)
    {
        text.Print("\nstatic const u32 ____version_ext_crcs[]\n__used __section(\"__version_ext_crcs\") = {\n");
        foreach (UnresolvedSymbol need in module.Unresolved.Where(need => need.Owner is not null))
        {
            if (need.HasCrc)
                text.Print($"\t0x{need.Crc:x8},\n");
            else
                report.CrcMissing(module, need.Name.ToString());
        }
        text.Print("};\nstatic const char ____version_ext_names[]\n__used __section(\"__version_ext_names\") =\n");
        foreach (UnresolvedSymbol need in module.Unresolved.Where(need => need.Owner is not null && need.HasCrc))
            text.Print($"\t\"{need.Name}\\0\"\n");
        text.Print(";\n");
    }

    private void PrintDependencies(TextBuffer text, ModuleRecord module)
    {
        foreach (UnresolvedSymbol need in module.Unresolved)
        {
            if (need.Owner is ModuleRecord owner)
                owner.IsSeen = owner.IsVmlinux;
        }
        text.Print("\n");
        text.Print("MODULE_INFO(depends, \"");
        string comma = "";
        foreach (UnresolvedSymbol need in run.Needs(module))
        {
            if (need.Owner is not { IsSeen: false } owner)
                continue;
            owner.IsSeen = true;
            text.Print(comma + owner.BaseName);
            comma = ",";
        }
        text.Print("\");\n");
    }

    // Kernels with a list of aliases print each for itself, earlier ones collect the lines first.
    private void PrintAliases(TextBuffer text, ModuleRecord module)
    {
        TextBuffer lines = run.Has(ModpostTrait.AliasList) ? text : files.NewBuffer();
        text.Print("\n");
        foreach (ModuleAlias alias in module.Aliases)
            lines.Print($"MODULE_ALIAS(\"{alias.Text}\");\n");
        if (lines != text)
            text.Append(lines);
    }
}
