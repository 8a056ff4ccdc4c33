namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>How a token goes on, by its first byte.</summary>
internal enum CharacterClass : byte
{
    Single,
    Letter,
    Digit,
    Blank,
    NewLine,
    Quote,
    Operator,
    Dot,
    Zero,
}
