namespace Oot.Elf.Compression;

/// <summary>What a decoder says.</summary>
internal enum DecodeStatus
{
    /// <summary>All is there.</summary>
    Done,

    /// <summary>The room was too small.</summary>
    NeedsRoom,

    /// <summary>The data are wrong.</summary>
    Damaged,
}
