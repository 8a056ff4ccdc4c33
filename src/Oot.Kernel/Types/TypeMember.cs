namespace Oot.Kernel.Types;

/// <summary>A member of a structure, a parameter of a function, or a value of an enumeration.</summary>
/// <param name="Name">Its name; empty without.</param>
/// <param name="Type">Its type's number; 0 for none.</param>
/// <param name="Place">A member's place in bits, its width in bits above 24 of them where it is a bit field; an enumeration's value.</param>
internal readonly record struct TypeMember(string Name, int Type, ulong Place);
