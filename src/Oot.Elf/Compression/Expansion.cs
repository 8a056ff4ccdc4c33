namespace Oot.Elf.Compression;

/// <summary>The result of decompressing.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Length">Bytes that came out; 0 unless done.</param>
/// <param name="Detail">What is damaged, or the Debian package of the missing library.</param>
public readonly record struct Expansion(ExpansionStatus Status, int Length, string Detail)
{
    internal static Expansion Of(int length) => new(ExpansionStatus.Done, length, "");

    internal static Expansion Damaged(string what) => new(ExpansionStatus.Damaged, 0, what);

    internal static Expansion TooLarge { get; } = new(ExpansionStatus.TooLarge, 0, "");
}
