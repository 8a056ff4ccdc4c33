using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>What marks the kernel, once the module has its place (module_augment_kernel_taints; until 6.3 check_modinfo). The kernel writes each line once a boot.</summary>
internal static class TaintStep
{
    // Modules that lie about their licence or load proprietary code.
    private static readonly string[] Offenders = ["ndiswrapper", "driverloader", "lve"];

    internal static bool Marks(LoadTrial trial)
    {
        ModuleFacts module = trial.Module;
        if (!module.Marks.HasFlag(ModuleMarks.InTree))
        {
            trial.Say($"{module.Name}: loading out-of-tree module taints kernel.", LineOccasion.FirstOutOfTree);
            trial.Mark(Taint.OutOfTree);
        }
        bool wantsRetpoline = trial.Kernel.IsYes("MITIGATION_RETPOLINE") == true || trial.Kernel.IsYes("RETPOLINE") == true;
        if (wantsRetpoline && !module.Marks.HasFlag(ModuleMarks.Retpoline))
        {
            // Every processor that counts is affected by Spectre v2; only mitigations=off keeps the kernel from saying this.
            trial.Say("Spectre V2 : System may be vulnerable to spectre v2");
            trial.Say($"{module.Name}: loading module not compiled with retpoline compiler.");
        }
        if (module.Marks.HasFlag(ModuleMarks.Staging))
        {
            trial.Mark(Taint.Staging);
            trial.Say($"{module.Name}: module is from the staging directory, the quality is unknown, you have been warned.");
        }
        if (module.Marks.HasFlag(ModuleMarks.LivePatch))
        {
            trial.Mark(Taint.LivePatch);
            trial.Say($"{module.Name}: tainting kernel with TAINT_LIVEPATCH", LineOccasion.FirstLivePatch);
        }
        License(trial);
        if (module.Marks.HasFlag(ModuleMarks.Test) && trial.Has(LoaderTrait.TestTaint))
        {
            trial.Say($"{module.Name}: loading test module taints kernel.", LineOccasion.FirstTest);
            trial.Mark(Taint.Test);
        }
        return true;
    }

    private static void License(LoadTrial trial)
    {
        if (GplLicenses.Has(trial.Module.License))
            return;
        trial.Say($"{trial.Module.Name}: module license '{trial.Module.License ?? "unspecified"}' taints kernel.", LineOccasion.FirstProprietary);
        trial.Mark(Taint.Proprietary, locksUnreliable: true);
    }

    /// <summary>The signature's taint, and since 6.4 a second line about the licence.</summary>
    internal static bool Signature(LoadTrial trial)
    {
        string name = trial.Module.Name;
        bool wasProprietary = trial.IsProprietary;
        if (trial.Kernel.IsYes("MODULE_SIG") == true && SignatureStep.StateOf(trial) is not (SignatureState.Good or SignatureState.NotVerified))
        {
            trial.Say($"{name}: module verification failed: signature and/or required key missing - tainting kernel", LineOccasion.FirstUnsigned);
            trial.Mark(Taint.Unsigned);
        }
        bool offends = Array.IndexOf(Offenders, name) >= 0;
        if (offends)
            trial.Mark(Taint.Proprietary, locksUnreliable: true);
        if (offends && !wasProprietary || wasProprietary && trial.Has(LoaderTrait.StructSizeChecked))
            trial.Say($"{name}: module license taints kernel.", LineOccasion.FirstProprietary);
        return true;
    }
}
