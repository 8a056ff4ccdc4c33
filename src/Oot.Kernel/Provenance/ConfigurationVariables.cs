using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>The free variables of a kernel's build: every option, which may be absent, <c>m</c> or <c>y</c>, and the architecture.</summary>
internal static class ConfigurationVariables
{
    /// <summary>What every option's name begins with in makefiles and sources.</summary>
    public const string Prefix = "CONFIG_";

    /// <summary>The variable that names the directory below <c>arch/</c>.</summary>
    public const string Architecture = "SRCARCH";

    /// <summary>The values of an option; one that is a number or a text counts as <c>y</c> where it is only asked whether it is there.</summary>
    public static readonly string[] OptionValues = ["", "m", "y"];

    /// <summary>The bits of <see cref="OptionValues"/>.</summary>
    public const uint No = 1, Module = 2, Yes = 4;

    /// <summary>The free variables of a tree with these architectures.</summary>
    public static FreeVariables Of(string[] architectures) =>
        new(name => name.StartsWith(Prefix, StringComparison.Ordinal) ? OptionValues : name == Architecture ? architectures : null);

    /// <summary>An option has one of the values of a mask.</summary>
    public static Condition Option(FreeVariables free, string name, uint mask) => Condition.Of(free.Find(name)!, mask);

    /// <summary>Whether a variable is one whose value a configuration, or the kind of machine, tells.</summary>
    public static bool IsKnown(FreeVariable variable) => variable.Name.StartsWith(Prefix, StringComparison.Ordinal) || variable.Name == Architecture;

    /// <summary>A condition in which everything that no configuration tells is taken to be as it asks.</summary>
    public static Condition Assumed(Condition condition) =>
        condition.IsTrue || condition.IsFalse ? condition : Condition.OfCases(condition.Cases.Select(tests => tests.Where(test => IsKnown(test.Variable)).ToArray()));
}
