namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>What <c>__attribute__</c> says of a structure or a member. An alignment of 0 says nothing.</summary>
internal readonly record struct StructAttributes(bool IsPacked, int Alignment);
