namespace Oot.Make.Caching;

/// <summary>A program whose output is a function of its arguments, of what it reads and of nothing else, as far as <paramref name="Kind"/> says.</summary>
/// <param name="Kind">Which arguments keep it so.</param>
/// <param name="OptionsWithValue">Letters of options that take a value.</param>
/// <param name="OtherOptions">Letters of options without one. An option that is in neither list is not known.</param>
/// <param name="TextOperands">How many operands come before the files, such as a script of sed.</param>
internal sealed record PureProgram(PureProgramKind Kind, string OptionsWithValue = "", string OtherOptions = "", int TextOperands = 0);
