namespace Oot.Make.Symbolic;

/// <summary>That a variable has one of some values.</summary>
/// <param name="Variable">Which.</param>
/// <param name="Mask">The values, as bits; never none of them and never all.</param>
public readonly record struct ValueTest(FreeVariable Variable, uint Mask);
