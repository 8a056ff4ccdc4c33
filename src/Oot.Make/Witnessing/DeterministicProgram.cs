namespace Oot.Make.Witnessing;

/// <summary>A program that does the same whenever it finds the same files.</summary>
/// <param name="Variables">Variables of the environment that it reads, apart from those that every program reads.</param>
/// <param name="Refused">Parts of words with which it is not: it asks the clock, or for chance.</param>
/// <param name="TimeWords">Parts of words with which it does different things by files' times.</param>
/// <param name="Subcommands">The only first operands with which it is; null: any.</param>
/// <param name="OnlyTellsVersion">Only asked for its version.</param>
/// <param name="NeedsOperand">Without one it tells of all that it was given.</param>
/// <param name="IsShell">It runs a text in which variables are named.</param>
/// <param name="IsCompiler">What it reads may ask for the date.</param>
internal sealed record DeterministicProgram(string[] Variables, string[] Refused, string[]? TimeWords = null, string[]? Subcommands = null, bool OnlyTellsVersion = false, bool NeedsOperand = false, bool IsShell = false, bool IsCompiler = false);
