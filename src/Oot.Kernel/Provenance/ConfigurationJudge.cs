using Oot.Kernel.Trees;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>Whether conditions hold in one configuration.</summary>
/// <param name="configuration">The options.</param>
/// <param name="architecture">The directory below <c>arch/</c>; null when it is not known.</param>
internal sealed class ConfigurationJudge(KernelConfiguration configuration, string? architecture)
{
    /// <summary>Whether a condition holds; null where the configuration does not tell.</summary>
    /// <param name="isModule">Whether what is compiled becomes a module (<c>#ifdef MODULE</c>); null when that is not asked.</param>
    public bool? Holds(Condition condition, bool? isModule = null) => condition.Holds(variable => ValueOf(variable, isModule));

    /// <summary>Whether a source is a part of something, and that of this configuration.</summary>
    public bool? IsBuilt(SymbolOrigin origin, Placement placement)
    {
        bool isModule = placement.Module.Length > 0;
        bool? isPlaced = Holds(placement.When, isModule), isCompiled = Holds(origin.When, isModule);
        return isPlaced == false || isCompiled == false ? false : isPlaced is null || isCompiled is null ? null : true;
    }

    /// <summary>The bit of a variable's value; 0 when it is not known.</summary>
    public uint ValueOf(FreeVariable variable, bool? isModule = null)
    {
        if (variable.Name == ConfigurationVariables.Architecture)
            return architecture is null ? 0 : variable.MaskOf(value => value == architecture);
        if (variable.Name == "defined(MODULE)")
            return isModule is null ? 0 : isModule == true ? 2u : 1u;
        if (!variable.Name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal))
            return 0;
        int equals = variable.Name.IndexOf('=');
        string name = variable.Name[ConfigurationVariables.Prefix.Length..(equals < 0 ? variable.Name.Length : equals)];
        string? value = configuration[name];
        if (equals >= 0)
            return value == variable.Name[(equals + 1)..] ? 2u : 1u;
        return value switch
        {
            null or "" or "n" => ConfigurationVariables.No,
            "m" => ConfigurationVariables.Module,
            _ => ConfigurationVariables.Yes,
        };
    }
}
