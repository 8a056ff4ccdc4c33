namespace Oot.Kernel.Building;

/// <summary>One command that enters a kernel tree. <paramref name="Tree"/> is the text after <c>-C</c>; <paramref name="Words"/> is the rest, without the program.</summary>
public sealed record KernelCall(string Tree, IReadOnlyList<string> Words);
