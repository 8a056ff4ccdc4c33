using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Whether a module may use what it needs: is it exported, to this licence, to this module (kernel scripts/mod/modpost.c, check_exports).</summary>
internal sealed class NeedChecks(ModpostRun run)
{
    private const int MostReports = 10;
    private readonly ModpostReport report = run.Report;
    private readonly bool skipsUndefined = !run.Has(ModpostTrait.ChecksWithoutVmlinux) && !run.Table.Modules.Any(module => module.IsVmlinux);
    private int undefined;

    /// <summary>How many unresolved symbols were not reported because there were too many.</summary>
    public int Suppressed => run.Has(ModpostTrait.CapsUnresolved) ? Math.Max(0, undefined - MostReports) : 0;

    public void Check(ModuleRecord module)
    {
        if (module.BaseName.Length >= run.NameSize)
            report.NameTooLong(module);
        foreach (UnresolvedSymbol need in run.Needs(module))
            Check(module, need);
    }

    private void Check(ModuleRecord module, UnresolvedSymbol need)
    {
        int export = run.Table.Find(need.Name.Span);
        bool isOwn = export >= 0 && run.Table.ModuleOf(export) == module;
        if (export < 0 || (isOwn && !run.Has(ModpostTrait.ErrorsKeepFiles)))
        {
            ReportUndefined(module, need);
            return;
        }
        if (isOwn)
        {
            report.ExportedWithoutDefinition(module, need.Name.ToString());
            return;
        }
        ref ExportedSymbol symbol = ref run.Table[export];
        symbol.IsUsed = true;
        (need.Owner, need.HasCrc, need.Crc) = (run.Table.ModuleOf(export), symbol.HasCrc, symbol.Crc);
        CheckNamespace(module, export);
        CheckLicence(module, export);
    }

    private void ReportUndefined(ModuleRecord module, UnresolvedSymbol need)
    {
        if (need.IsWeak || skipsUndefined)
            return;
        undefined++;
        if (undefined <= MostReports || !run.Has(ModpostTrait.CapsUnresolved))
            report.Undefined(module, need.Name.ToString(), !run.Options.UnresolvedIsWarning);
    }

    private void CheckNamespace(ModuleRecord module, int export)
    {
        if (run.Table[export].NamespaceLength == 0)
            return;
        string name = ByteText.FromBytes(run.Table.NamespaceOf(export));
        if (module.ImportedNamespaces.Contains(name) || (run.Has(ModpostTrait.ModuleNamespaces) && Admits(name, module.BaseName)))
            return;
        report.ImportMissing(module, ByteText.FromBytes(run.Table.NameOf(export)), name, !run.Options.MissingImportIsWarning);
        module.MissNamespace(name);
    }

    /// <summary>Whether a namespace <c>module:a,b*</c> names the module; a star stands only at the end of a name.</summary>
    private static bool Admits(string name, string module)
    {
        const string Prefix = "module:";
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        for (int start = Prefix.Length; start < name.Length;)
        {
            int end = name.IndexOf(',', start);
            end = end < 0 ? name.Length : end;
            // An empty piece looks at the character before it, as the C program does.
            bool isOpen = name[end - 1] == '*';
            int length = end - start - (isOpen ? 1 : 0);
            if (length >= 0 && string.CompareOrdinal(name, start, module, 0, length) == 0 && (isOpen || length == module.Length))
                return true;
            start = end + 1;
        }
        return false;
    }

    private void CheckLicence(ModuleRecord module, int export)
    {
        ExportKind kind = run.Table[export].Kind;
        string name() => ByteText.FromBytes(run.Table.NameOf(export));
        if (!module.IsGplCompatible)
        {
            if (kind == ExportKind.Gpl)
                report.GplOnly(module, name());
            else if (kind == ExportKind.UnusedGpl)
                throw report.UnusedGplOnly(module, name());
            else if (kind == ExportKind.GplFuture)
                report.FutureGplOnly(module, name());
        }
        if (kind is ExportKind.Unused or ExportKind.UnusedGpl)
            report.MarkedUnused(module, name());
    }
}
