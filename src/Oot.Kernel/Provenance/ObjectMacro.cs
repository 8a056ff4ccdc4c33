using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>A macro without arguments that a header defines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="When">What the preprocessor asks before its definition.</param>
internal readonly record struct ObjectMacro(string Name, string Value, Condition When);
