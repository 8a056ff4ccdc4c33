namespace Oot.Kconfig.Syntax;

/// <summary>A macro of the preprocessor.</summary>
internal sealed class PreprocessorVariable
{
    internal string Value { get; set; } = "";

    internal VariableFlavor Flavor { get; set; }

    /// <summary>How many expansions of it are under way.</summary>
    internal int Depth { get; set; }
}
