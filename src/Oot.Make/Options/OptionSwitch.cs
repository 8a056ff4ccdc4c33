namespace Oot.Make.Options;

/// <param name="Letter">The short form, or NUL.</param>
/// <param name="LongName">The long form without dashes, or empty.</param>
/// <param name="IsRead">Whether <c>MAKEFLAGS</c> may give it.</param>
/// <param name="IsPassed">Whether <c>MAKEFLAGS</c> passes it on.</param>
/// <param name="IsDroppedWhenRemaking">Whether a make that remakes makefiles keeps it to itself.</param>
/// <param name="Omitted">What a missing argument means; null when the argument is required.</param>
internal readonly record struct OptionSwitch(
    OptionName Name, char Letter, string LongName, OptionKind Kind, bool IsRead, bool IsPassed,
    bool IsDroppedWhenRemaking = false, string? Omitted = null)
{
    public bool TakesArgument => Kind is not (OptionKind.Flag or OptionKind.Ignored);

    public bool RequiresArgument => TakesArgument && Omitted is null;
}
