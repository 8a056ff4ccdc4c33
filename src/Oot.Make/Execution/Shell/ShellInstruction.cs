namespace Oot.Make.Execution.Shell;

/// <summary>One step of a compiled script.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Target">Index of the instruction to go to, where the operation may.</param>
/// <param name="Operand">What it is done with; its type belongs to the operation.</param>
/// <param name="Line">For messages.</param>
internal readonly record struct ShellInstruction(ShellOperation Operation, int Target = -1, object? Operand = null, int Line = 1);
