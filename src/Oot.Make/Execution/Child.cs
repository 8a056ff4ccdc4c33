namespace Oot.Make.Execution;

/// <summary>A child that runs or waits to be told of.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Descriptor">Readable once it has ended; −1: it has to be asked.</param>
/// <param name="Here">What of this process it is; null for a process.</param>
internal readonly record struct Child(int Pid, int Descriptor, IChildHere? Here);
