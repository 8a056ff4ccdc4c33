namespace Oot.Kconfig.Modes;

/// <summary>The names of the modes.</summary>
public static class ConfModes
{
    private static readonly (string Name, ConfMode Mode)[] Names =
    [
        ("oldaskconfig", ConfMode.OldAskConfig),
        ("oldconfig", ConfMode.OldConfig),
        ("syncconfig", ConfMode.SyncConfig),
        ("defconfig", ConfMode.DefConfig),
        ("savedefconfig", ConfMode.SaveDefConfig),
        ("allnoconfig", ConfMode.AllNoConfig),
        ("allyesconfig", ConfMode.AllYesConfig),
        ("allmodconfig", ConfMode.AllModConfig),
        ("alldefconfig", ConfMode.AllDefConfig),
        ("randconfig", ConfMode.RandConfig),
        ("listnewconfig", ConfMode.ListNewConfig),
        ("helpnewconfig", ConfMode.HelpNewConfig),
        ("olddefconfig", ConfMode.OldDefConfig),
        ("yes2modconfig", ConfMode.Yes2ModConfig),
        ("mod2yesconfig", ConfMode.Mod2YesConfig),
        ("mod2noconfig", ConfMode.Mod2NoConfig),
    ];

    /// <summary>All names, in the order in which conf lists them.</summary>
    public static IEnumerable<string> All => Names.Select(static entry => entry.Name);

    /// <summary>The mode of a name, as long as no other begins with it; null otherwise.</summary>
    public static ConfMode? Find(string name)
    {
        ConfMode? found = null;
        foreach ((string known, ConfMode mode) in Names)
        {
            if (known == name)
                return mode;
            if (!known.StartsWith(name, StringComparison.Ordinal))
                continue;
            if (found is not null)
                return null;
            found = mode;
        }
        return found;
    }

    /// <summary>Whether a mode needs the name of a file.</summary>
    public static bool NeedsFile(ConfMode mode) => mode is ConfMode.DefConfig or ConfMode.SaveDefConfig;

    /// <summary>Whether a mode begins without the present configuration.</summary>
    internal static bool IsFresh(ConfMode mode) =>
        mode is ConfMode.AllNoConfig or ConfMode.AllYesConfig or ConfMode.AllModConfig or ConfMode.AllDefConfig or ConfMode.RandConfig;
}
