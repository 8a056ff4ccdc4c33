namespace Oot.Make.Evaluation;

/// <summary>Where a variable's value came from, the weaker before the stronger.</summary>
internal enum Origin
{
    /// <summary>make itself.</summary>
    Default,

    /// <summary>The environment.</summary>
    Environment,

    /// <summary>A makefile.</summary>
    File,

    /// <summary>The environment under <c>-e</c>.</summary>
    EnvironmentOverride,

    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>An <c>override</c> in a makefile.</summary>
    Override,

    /// <summary>Set by make for a target or a function's scope.</summary>
    Automatic,
}
