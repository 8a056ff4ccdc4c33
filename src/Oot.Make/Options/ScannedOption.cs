namespace Oot.Make.Options;

/// <summary>One thing the scanner met: a word (<see cref="Name"/> null, <see cref="IsBad"/> false), a switch, or a bad switch.</summary>
/// <param name="Argument">The word or the switch's argument; null when it has none.</param>
internal readonly record struct ScannedOption(OptionName? Name, string? Argument, bool IsBad);
