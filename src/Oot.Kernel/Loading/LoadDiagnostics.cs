namespace Oot.Kernel.Loading;

/// <summary>What is fixed about each <see cref="LoadRule"/>.</summary>
public static class LoadDiagnostics
{
    // In the order of the rules; a title says what is wrong.
    private static readonly (string Id, string Title)[] Table =
    [
        ("", "Nothing is wrong"),
        ("OOT1801", "Signatures are enforced"),
        ("OOT1802", "The signature is wrong"),
        ("OOT1803", "The kernel is locked down"),
        ("OOT1804", "The file is no module that can be loaded"),
        ("OOT1805", "The module is for another architecture"),
        ("OOT1806", "struct module has another size"),
        ("OOT1807", "The symbol table was stripped"),
        ("OOT1808", "The module is on module_blacklist"),
        ("OOT1809", "module_layout has another CRC"),
        ("OOT1810", "The vermagic differs"),
        ("OOT1811", "The module has no vermagic"),
        ("OOT1812", "The kernel takes no live patches"),
        ("OOT1813", "A section is writable and executable"),
        ("OOT1814", "The module is already loaded"),
        ("OOT1815", "The tables of exports are incomplete"),
        ("OOT1816", "A reserved namespace is imported"),
        ("OOT1817", "A symbol is exported by nobody"),
        ("OOT1818", "A symbol is for GPL modules only"),
        ("OOT1819", "A symbol has another CRC"),
        ("OOT1820", "A namespace is not imported"),
        ("OOT1821", "GPL-only symbols beside a proprietary module"),
        ("OOT1822", "A module that is needed is not loaded"),
        ("OOT1823", "A symbol cannot be loaded"),
        ("OOT1824", "A symbol is exported twice"),
        ("OOT1825", "A parameter has a wrong value"),
        ("OOT1826", "Too little of the kernel is known"),
        ("OOT1827", "The kernel cannot read the file"),
        ("OOT1828", "The type information is refused"),
    ];

    /// <summary>The rules that a verdict can name.</summary>
    public static IEnumerable<LoadRule> All => Enumerable.Range(1, Table.Length - 1).Select(number => (LoadRule)number);

    /// <summary>The id, which names its page in docs/diagnostics.</summary>
    public static string IdOf(LoadRule rule) => Table[(int)rule].Id;

    /// <summary>What is wrong, in a few words.</summary>
    public static string TitleOf(LoadRule rule) => Table[(int)rule].Title;

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
