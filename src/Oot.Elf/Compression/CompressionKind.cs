namespace Oot.Elf.Compression;

/// <summary>How a file's content is compressed, told from its first bytes, never from its name.</summary>
public enum CompressionKind
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>RFC 1952: <c>1f 8b</c>.</summary>
    Gzip,

    /// <summary><c>fd '7' 'z' 'X' 'Z' 00</c>.</summary>
    Xz,

    /// <summary>RFC 8878: <c>28 b5 2f fd</c>.</summary>
    Zstandard,

    /// <summary>The legacy frame that kernels use: <c>02 21 4c 18</c>.</summary>
    Lz4,
}
