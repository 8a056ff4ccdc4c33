using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>One attempt to load one module into one kernel: what goes in, and what has come out so far. It lives as long as the attempt.</summary>
internal sealed class LoadTrial(KernelOffer kernel, LoadConditions conditions, SymbolSource symbols, ModuleFacts module, LoadProblem? objectProblem, SignatureState signature, IReadOnlySet<string> refused)
{
    private bool lockWarningSaid;

    internal KernelOffer Kernel => kernel;

    internal LoadConditions Conditions => conditions;

    internal SymbolSource Symbols => symbols;

    internal ModuleFacts Module => module;

    /// <summary>What the look at the object found.</summary>
    internal LoadProblem? ObjectProblem => objectProblem;

    internal SignatureState Signature => signature;

    /// <summary>What is wrong with the type information; null when nothing is.</summary>
    internal string? TypeFault { get; init; }

    /// <summary>Modules that are refused themselves.</summary>
    internal IReadOnlySet<string> Refused => refused;

    internal List<LoadLine> Log { get; } = [];

    internal List<LoadProblem> Problems { get; } = [];

    internal List<string> Missing { get; } = [];

    internal List<string> Notes { get; } = [];

    internal List<Taint> Taints { get; } = [];

    /// <summary>Modules whose symbols it uses, in the order in which it first does.</summary>
    internal List<string> Owners { get; } = [];

    /// <summary>Symbols that a module of this kernel may have, or not.</summary>
    internal List<string> Ownerless { get; } = [];

    /// <summary>Whether the kernel takes it for proprietary.</summary>
    internal bool IsProprietary => Taints.Contains(Taint.Proprietary);

    /// <summary>It carries CRCs of the basic form, and the kernel is to look at them.</summary>
    internal bool HasVersions => module.HasVersions && !conditions.Flags.HasFlag(LoadFlags.IgnoreVersions);

    /// <summary>It carries CRCs of the extended form, and the kernel is to look at them.</summary>
    internal bool HasExtendedVersions => module.HasExtendedVersions && !conditions.Flags.HasFlag(LoadFlags.IgnoreVersions);

    internal bool Has(LoaderTrait trait) => kernel.Traits.Has(trait);

    // What printk keeps of a line, less its level and the end of the text (kernel/printk/printk.c; 6.3 made it longer).
    private int LongestLine => (Has(LoaderTrait.StructSizeChecked) ? 1024 : kernel.IsYes("PRINTK_CALLER") == true ? 976 : 992) - 3;

    internal void Say(string line, LineOccasion occasion = LineOccasion.Always) => Log.Add(new LoadLine(line.Length > LongestLine ? line[..LongestLine] : line, occasion));

    /// <summary>Adds a problem, and its message to the log.</summary>
    internal void Refuse(LoadProblem problem)
    {
        Problems.Add(problem);
        if (problem.Message.Length > 0)
        {
            foreach (string line in problem.Message.Split('\n'))
                Say(line);
        }
    }

    /// <summary>Taints; one that makes locks unreliable says so the first time.</summary>
    internal void Mark(Taint taint, bool locksUnreliable = false)
    {
        if (!Taints.Contains(taint))
            Taints.Add(taint);
        if (locksUnreliable && !lockWarningSaid)
        {
            lockWarningSaid = true;
            Say("Disabling lock debugging due to kernel taint", LineOccasion.FirstUnreliableLocks);
        }
    }

    /// <summary>What CONFIG_MODULE_FORCE_LOAD makes of something that is missing (try_to_force_load); false when the kernel refuses instead.</summary>
    internal bool Force(string reason)
    {
        if (kernel.IsYes("MODULE_FORCE_LOAD") != true)
            return false;
        if (!Taints.Contains(Taint.Forced))
            Say($"{module.Name}: {reason}: kernel tainted.", LineOccasion.FirstForced);
        Mark(Taint.Forced, locksUnreliable: true);
        return true;
    }
}
