namespace Oot.Kconfig.Solving;

/// <summary>Lines that bring about what is wanted when they are added to a configuration and olddefconfig runs.</summary>
/// <param name="Lines">The lines, in the order of the Kconfig files.</param>
/// <param name="Enabled">Every option that is off before and on after, those of the lines included.</param>
/// <param name="Changed">Every option that is on before and has another value after.</param>
public sealed record ConfigFragment(IReadOnlyList<ConfigValue> Lines, IReadOnlyList<ConfigValue> Enabled, IReadOnlyList<ConfigValue> Changed)
{
    /// <summary>The text of a file that <c>scripts/kconfig/merge_config.sh</c> takes.</summary>
    public string Text => string.Concat(Lines.Select(static line => line + "\n"));
}
