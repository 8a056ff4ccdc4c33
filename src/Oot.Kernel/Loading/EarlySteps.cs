using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>The checks before the module has a place in memory.</summary>
internal static class EarlySteps
{
    private const int NotPermitted = 1;

    internal static bool Object(LoadTrial trial)
    {
        if (trial.Kernel.Machine is null)
            trial.Missing.Add("the kernel's architecture");
        if (trial.ObjectProblem is null)
            return true;
        trial.Refuse(trial.ObjectProblem);
        return false;
    }

    internal static bool Blacklist(LoadTrial trial)
    {
        if (!trial.Conditions.Blacklist.Contains(trial.Module.Name))
            return true;
        trial.Refuse(new LoadProblem(LoadRule.Blacklisted, $"Module {trial.Module.Name} is blacklisted", NotPermitted, trial.Module.Name, "module_blacklist= on the kernel's command line names it",
            "Take it out of the kernel's command line."));
        return false;
    }

    /// <summary>The CRC of module_layout stands for the structures that the loader shares with modules (check_modstruct_version).</summary>
    internal static bool Layout(LoadTrial trial)
    {
        if (trial.Kernel.HasVersions == false)
            return true;
        if (trial.Kernel.HasVersions is null || trial.Kernel.Exports is null)
        {
            trial.Missing.Add(trial.Kernel.HasVersions is null ? "the kernel's configuration (does it compare CRCs?)" : "the kernel's CRCs (Module.symvers, or its image)");
            return true;
        }
        if (!trial.Kernel.Exports.Value.TryFind("module_layout"u8, out KernelExport layout) || !layout.HasCrc)
        {
            trial.Missing.Add("the kernel's CRC of module_layout");
            return true;
        }
        LoadProblem? problem = SymbolVersions.Compare(trial, "module_layout", layout, trial.Module.LayoutCrc is not null, trial.Module.LayoutCrc ?? 0);
        if (problem is null)
            return true;
        if (trial.Kernel.StructSize is null && trial.Has(LoaderTrait.StructSizeChecked))
            trial.Notes.Add("where struct module has another size as well, the kernel says that first; neither a module nor the image of this kernel is here to tell");
        trial.Refuse(problem with
        {
            Rule = LoadRule.Layout,
            Errno = Errno.ExecFormat,
            Remedy = "The kernel's structures are other ones than those that the module was built with: build it against this kernel's own headers (`oot build -k KERNEL`).",
        });
        return false;
    }

    internal static bool Vermagic(LoadTrial trial)
    {
        string? carried = trial.Conditions.Flags.HasFlag(LoadFlags.IgnoreVermagic) ? null : trial.Module.Vermagic;
        if (carried is null)
        {
            if (trial.Force("bad vermagic"))
                return true;
            trial.Refuse(new LoadProblem(LoadRule.NoVermagic, "", Errno.ExecFormat, "vermagic", "the module has no vermagic, and the kernel was built without CONFIG_MODULE_FORCE_LOAD",
                "It was not linked by modpost: build it again from a clean directory."));
            return false;
        }
        if (trial.Kernel.Vermagic is not { } expected)
        {
            trial.Missing.Add("the kernel's vermagic");
            return true;
        }
        IReadOnlyList<VermagicDifference> differences = Modules.Vermagic.Compare(expected.Value, Modules.Vermagic.Parse(carried));
        // Where the kernel has CRCs and the module too, the release does not count.
        bool restOnly = trial.Kernel.HasVersions == true && trial.HasVersions;
        if (restOnly ? AfterRelease(carried) == AfterRelease(expected.Value.Text) : carried == expected.Value.Text)
        {
            if (differences.Count > 0)
                trial.Notes.Add($"the release differs ({differences[0].Module}), which does not matter while the CRCs of all symbols agree");
            return true;
        }
        trial.Refuse(new LoadProblem(LoadRule.Vermagic, $"{trial.Module.Name}: version magic '{carried}' should be '{expected.Value.Text}'", Errno.ExecFormat, "vermagic",
            differences.Count > 0 ? string.Join("; ", differences) : "the words or blanks of vermagic differ",
            $"Build it against the headers of {trial.Kernel.Name}: `oot build -k {trial.Kernel.Name}`. Forcing it (modprobe --force-vermagic) loads code that may not fit, and the kernel then counts as tainted and unsigned."));
        return false;
    }

    private static string AfterRelease(string vermagic) => vermagic.IndexOf(' ') is >= 0 and var blank ? vermagic[blank..] : "";

    internal static bool LivePatch(LoadTrial trial)
    {
        if (!trial.Module.Marks.HasFlag(ModuleMarks.LivePatch) || trial.Kernel.IsYes("LIVEPATCH") == true)
            return true;
        trial.Refuse(new LoadProblem(LoadRule.LivePatch, $"{trial.Module.Name}: module is marked as livepatch module, but livepatch support is disabled", Errno.ExecFormat, "livepatch",
            "the kernel was built without CONFIG_LIVEPATCH", "Load it into a kernel with CONFIG_LIVEPATCH."));
        return false;
    }

    internal static bool WritableCode(LoadTrial trial)
    {
        if (trial.Module.WritableCode is not var (name, index) || trial.Kernel.IsYes("STRICT_MODULE_RWX") != true)
            return true;
        trial.Refuse(new LoadProblem(LoadRule.WritableCode, $"{trial.Module.Name}: section {name} (index {index}) has invalid WRITE|EXEC flags", Errno.ExecFormat, name,
            $"the section {name} is both writable and executable", "Find what puts code into a writable section (an assembler file's .section line), and separate them."));
        return false;
    }

    internal static bool AlreadyLoaded(LoadTrial trial)
    {
        if (trial.Conditions.Loaded?.Contains(trial.Module.Name) != true)
            return true;
        trial.Refuse(new LoadProblem(LoadRule.AlreadyLoaded, "", Errno.Exists, trial.Module.Name, "a module of this name is loaded", $"Unload it first: `rmmod {trial.Module.Name}`."));
        return false;
    }
}
