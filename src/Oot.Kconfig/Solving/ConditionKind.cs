namespace Oot.Kconfig.Solving;

/// <summary>What kind of a condition stands between an option and its value.</summary>
internal enum ConditionKind
{
    /// <summary>The option is to have a value.</summary>
    Wanted,

    /// <summary>The option is at most one of the expressions that it depends on.</summary>
    DependsOn,

    /// <summary>The option is on only by its prompt, by a default, or by what selects or implies it.</summary>
    BroughtBy,

    /// <summary>The option is at least what an expression selects.</summary>
    SelectedBy,

    /// <summary>The option is at least its default where its prompt is not seen.</summary>
    ByDefault,

    /// <summary>Of the choice's members that are seen, one is on.</summary>
    OneOf,

    /// <summary>The option keeps the value it has.</summary>
    Stays,

    /// <summary>The option is in no Kconfig file, and so off.</summary>
    Undefined,

    /// <summary>The comparison of numbers or texts has the result that it has now.</summary>
    Now,
}
