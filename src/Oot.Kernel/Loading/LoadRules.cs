namespace Oot.Kernel.Loading;

/// <summary>What is fixed about each <see cref="LoadRule"/>.</summary>
public static class LoadRules
{
    // In the order of the rules; a title says what is wrong.
    private static readonly string[] Titles =
    [
        "Nothing is wrong", "Signatures are enforced", "The signature is wrong", "The kernel is locked down", "The file is no module that can be loaded", "The module is for another architecture",
        "struct module has another size", "The symbol table was stripped", "The module is on module_blacklist", "module_layout has another CRC", "The vermagic differs", "The module has no vermagic",
        "The kernel takes no live patches", "A section is writable and executable", "The module is already loaded", "The tables of exports are incomplete", "A reserved namespace is imported",
        "A symbol is exported by nobody", "A symbol is for GPL modules only", "A symbol has another CRC", "A namespace is not imported", "GPL-only symbols beside a proprietary module",
        "A module that is needed is not loaded", "A symbol cannot be loaded", "A symbol is exported twice", "A parameter has a wrong value", "Too little of the kernel is known",
    ];

    /// <summary>The rules that a verdict can name.</summary>
    public static IEnumerable<LoadRule> All => Enumerable.Range(1, Titles.Length - 1).Select(number => (LoadRule)number);

    /// <summary>The id, which names its page in docs/diagnostics.</summary>
    public static string IdOf(LoadRule rule) => $"OOT18{(int)rule:00}";

    /// <summary>What is wrong, in a few words.</summary>
    public static string TitleOf(LoadRule rule) => Titles[(int)rule];

    /// <summary>A taint in words.</summary>
    public static string NameOf(Taint taint) => taint switch
    {
        Taint.Proprietary => "proprietary",
        Taint.Forced => "forced",
        Taint.Staging => "staging",
        Taint.OutOfTree => "out of tree",
        Taint.Unsigned => "unsigned",
        Taint.LivePatch => "live patch",
        _ => "test",
    };
}
