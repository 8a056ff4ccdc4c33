using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// A file in the making. The C program prints each piece into 500 bytes first: older ones lose what is longer and put zero bytes in its place, younger ones refuse it
/// (kernel scripts/mod/modpost.c, buf_printf).
/// </summary>
internal sealed class TextBuffer(ModpostReport report, bool longIsFatal)
{
    private const int PieceSize = 500;
    private readonly StringBuilder text = new();

    public void Print(string piece)
    {
        if (piece.Length < PieceSize)
        {
            text.Append(piece);
            return;
        }
        string kept = piece[..(PieceSize - 1)];
        if (longIsFatal)
            report.LongLine(kept, piece.Length + 1, PieceSize);
        text.Append(kept).Append('\0', piece.Length - kept.Length);
    }

    /// <summary>Adds another buffer; it is copied as a string, so that zeros follow its first zero byte.</summary>
    public void Append(TextBuffer other)
    {
        string copied = other.ToString();
        int zero = copied.IndexOf('\0', StringComparison.Ordinal);
        text.Append(copied, 0, zero < 0 ? copied.Length : zero).Append('\0', zero < 0 ? 0 : copied.Length - zero);
    }

    public override string ToString() => text.ToString();
}
