namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What <see cref="SourceScanner"/> finds; a single character is its own number, 1 to 255.</summary>
internal enum RawToken : ushort
{
    End = 0,
    Identifier = 256,
    Dots,

    /// <summary>A number, a string, a character or an operator: nothing that the grammars name.</summary>
    Other,
}
