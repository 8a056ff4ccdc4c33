namespace Oot.Kconfig.Modes;

/// <summary>What conf is to do (kernel 7.x, scripts/kconfig/conf.c).</summary>
public enum ConfMode : byte
{
    /// <summary>Asks for every option.</summary>
    OldAskConfig,

    /// <summary>Asks for new options and writes what kbuild reads.</summary>
    SyncConfig,

    /// <summary>Asks for new options.</summary>
    OldConfig,

    /// <summary>Everything off.</summary>
    AllNoConfig,

    /// <summary>Everything on.</summary>
    AllYesConfig,

    /// <summary>Everything a module.</summary>
    AllModConfig,

    /// <summary>Everything at its default.</summary>
    AllDefConfig,

    /// <summary>Everything at random.</summary>
    RandConfig,

    /// <summary>From a file of few lines.</summary>
    DefConfig,

    /// <summary>To a file of few lines.</summary>
    SaveDefConfig,

    /// <summary>Lists new options.</summary>
    ListNewConfig,

    /// <summary>Lists new options with their help.</summary>
    HelpNewConfig,

    /// <summary>New options at their defaults.</summary>
    OldDefConfig,

    /// <summary>Makes modules of what is built in.</summary>
    Yes2ModConfig,

    /// <summary>Builds in what is a module.</summary>
    Mod2YesConfig,

    /// <summary>Switches modules off.</summary>
    Mod2NoConfig,
}
