using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// <c>modpost [OPTION]… [OBJECT]…</c>: checks modules against the symbols that there are, and writes their <c>.mod.c</c> and <c>Module.symvers</c> (kernel
/// scripts/mod/modpost.c of 5.10 to 7.x; what differs is in <see cref="ModpostTraitTable"/>).
/// </summary>
internal static class ModpostProgram
{
    public static int Run(HostProgramCall call)
    {
        var tree = new ModpostTree(call);
        var traits = new ModpostTraits(tree);
        var report = new ModpostReport(call.Error, traits);
        try
        {
            ModpostOptions options = ModpostOptions.Read(call, traits.Options());
            var register = new ExportRegister(report, traits, options.IsExternal);
            var run = new ModpostRun(call.Disk, call.Input, tree, traits, options, report, register);
            if (tree.IsWrapped)
            {
                if (new ModpostWrapper(run).Choose(out int exitCode) is not ModpostOptions left)
                    return exitCode;
                run = run with { Options = left };
            }
            Run(run);
            return report.HasErrors ? 1 : 0;
        }
        catch (ModpostStopException)
        {
            return 1;
        }
    }

    private static void Run(ModpostRun run)
    {
        var symbols = new SymbolFileReader(run.Report, run.Traits, run.Register);
        foreach (string file in run.Options.SymbolFiles)
            symbols.Read(run.Disk, file);
        var reader = new ModuleReader(run);
        foreach (string file in run.Options.Objects)
            reader.Read(file);
        if (run.Options.ObjectList is string list)
        {
            foreach (string file in new ObjectList(run).Read(list))
                reader.Read(file);
        }
        if (!run.Has(ModpostTrait.ChecksWithoutVmlinux) && !run.Table.Modules.Any(module => module.IsVmlinux))
            run.Report.VmlinuxMissing();
        CheckAndWrite(run);
    }

    private static void CheckAndWrite(ModpostRun run)
    {
        var files = new ResultFiles(run);
        var checks = new NeedChecks(run);
        var sources = new ModuleSource(run, files);
        var exports = new SymbolFileWriter(run, files);
        if (run.Has(ModpostTrait.ChecksFirst))
        {
            foreach (ModuleRecord module in run.Modules)
            {
                KeptExports.Mark(run, module.KeptNames);
                if (module is { IsBuilt: true, IsVmlinux: false })
                    checks.Check(module);
            }
            KeptExports.MarkListed(run);
        }
        foreach (ModuleRecord module in run.Modules.Where(module => module.IsBuilt))
            Write(run, module, checks, sources);
        if (run.Options.NamespaceDependencies is string dependencies)
            exports.WriteNamespaces(dependencies);
        if (run.Options.Output is string output)
            exports.Write(output);
        if (run.Mismatches > 0 && run.Options.MismatchIsError)
            run.Report.MismatchesRefused();
        if (!run.Has(ModpostTrait.ErrorsKeepFiles))
            exports.ReportStatic();
        if (checks.Suppressed > 0)
            run.Report.UnresolvedSuppressed(checks.Suppressed);
    }

    private static void Write(ModpostRun run, ModuleRecord module, NeedChecks checks, ModuleSource sources)
    {
        if (module.IsVmlinux)
        {
            if (run.Has(ModpostTrait.CrcsFromCommands))
                sources.WriteVmlinux(module);
            return;
        }
        if (!run.Has(ModpostTrait.ChecksFirst))
            checks.Check(module);
        sources.Write(module);
    }
}
