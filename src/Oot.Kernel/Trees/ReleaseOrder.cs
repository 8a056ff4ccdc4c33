namespace Oot.Kernel.Trees;

/// <summary>Orders kernel releases as people read them: numbers by value (6.9 before 6.12), a pre-release (<c>-rc1</c>, <c>~</c>) before what it leads to.</summary>
public sealed class ReleaseOrder : IComparer<string>
{
    /// <summary>The order; it has no state.</summary>
    public static readonly ReleaseOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (true)
        {
            if (a.IsEmpty || b.IsEmpty)
                return a.IsEmpty && b.IsEmpty ? 0 : a.IsEmpty ? (IsBefore(b) ? 1 : -1) : IsBefore(a) ? -1 : 1;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                ReadOnlySpan<char> m = Digits(ref a), n = Digits(ref b);
                int order = m.Length != n.Length ? m.Length.CompareTo(n.Length) : m.SequenceCompareTo(n);
                if (order != 0)
                    return order;
                continue;
            }
            if (a[0] != b[0])
                return IsBefore(a) ? -1 : IsBefore(b) ? 1 : char.IsAsciiDigit(a[0]) ? 1 : char.IsAsciiDigit(b[0]) ? -1 : a[0].CompareTo(b[0]);
            a = a[1..];
            b = b[1..];
        }
    }

    private static bool IsBefore(ReadOnlySpan<char> text) => text[0] == '~' || text.StartsWith("-rc") && text.Length > 3 && char.IsAsciiDigit(text[3]);

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        ReadOnlySpan<char> digits = text[..length].TrimStart('0');
        text = text[length..];
        return digits;
    }
}
