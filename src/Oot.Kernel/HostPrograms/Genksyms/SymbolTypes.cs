namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>How the types are written: with a letter in type dumps and reference files, with words in messages.</summary>
internal static class SymbolTypes
{
    /// <summary>By <see cref="SymbolType"/>; 0 where nothing is written.</summary>
    internal static ReadOnlySpan<byte> Letters => "\0tesuE"u8;

    /// <summary>Has the type its names after a keyword (<c>struct x</c>)?</summary>
    internal static bool IsTagged(SymbolType type) => type is SymbolType.Enum or SymbolType.Struct or SymbolType.Union;

    internal static ReadOnlySpan<byte> Words(SymbolType type) => type switch
    {
        SymbolType.Typedef => "typedef"u8,
        SymbolType.Enum => "enum"u8,
        SymbolType.Struct => "struct"u8,
        SymbolType.Union => "union"u8,
        SymbolType.EnumConstant => "enum constant"u8,
        _ => default,
    };
}
