namespace Oot.Kconfig.Menus;

/// <summary>Which of a symbol's expressions the search for loops is in.</summary>
internal enum DependencyPart : byte
{
    None,
    Direct,
    Reverse,
    Implied,
    DefaultValue,
}
