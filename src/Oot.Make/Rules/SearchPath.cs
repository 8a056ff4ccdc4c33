namespace Oot.Make.Rules;

/// <summary>The directories of one <c>vpath</c> line, or of <c>VPATH</c>.</summary>
/// <param name="Percent">Index of the unquoted <c>%</c> in the pattern; −1: none.</param>
internal sealed record SearchPath(string Pattern, int Percent, string[] Directories);
