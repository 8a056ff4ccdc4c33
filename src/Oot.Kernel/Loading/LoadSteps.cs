namespace Oot.Kernel.Loading;

/// <summary>The checks in the order in which the kernel makes them (kernel 6.12 and 7.x, kernel/module/main.c, load_module; 6.1 and 5.10 make two of them at another place).</summary>
internal static class LoadSteps
{
    /// <summary>A check; false when the kernel stops there.</summary>
    internal delegate bool Step(LoadTrial trial);

    /// <summary>For one kernel.</summary>
    internal static Step[] For(LoaderTraits traits)
    {
        bool late = traits.Has(LoaderTrait.StructSizeChecked);
        Step[] middle = late ? [EarlySteps.AlreadyLoaded, EarlySteps.WritableCode, TaintStep.Marks] : [TaintStep.Marks, EarlySteps.WritableCode, EarlySteps.AlreadyLoaded];
        return
        [
            FileStep.Check, SignatureStep.Check, EarlySteps.Object, EarlySteps.Blacklist, EarlySteps.Layout, EarlySteps.Vermagic, EarlySteps.LivePatch, .. middle, TaintStep.Signature,
            ExportSteps.Tables, ExportSteps.ImportedNamespaces, SymbolStep.Check, ExportSteps.Duplicates, TypeStep.Check, ParameterStep.Check,
        ];
    }
}
