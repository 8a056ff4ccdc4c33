namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Finds where strings and characters end. One that does not end (no closing quote, or a backslash before a line break) is
/// no literal, and its quote a token by itself; where the last such search went is remembered, because a hostile input
/// could make every quote search to the end.
/// </summary>
internal sealed class LiteralEnds(int end)
{
    private int _deadFrom;
    private int _deadTo;
    private byte _deadQuote;

    /// <summary>The place behind the closing quote; −1 when there is none.</summary>
    /// <param name="start">The place behind the opening quote.</param>
    internal int Find(byte[] text, int start, byte quote)
    {
        if (quote == _deadQuote && start >= _deadFrom && start < _deadTo && InDead(text, start, quote) is int known)
            return known;
        int place = start;
        while (true)
        {
            int found = text.AsSpan(place, end - place).IndexOfAny(quote, (byte)'\\');
            if (found < 0)
                return Dead(start, end, quote);
            place += found + 1;
            if (text[place - 1] == quote)
                return place;
            if (place >= end || text[place] == '\n')
                return Dead(start, place - 1, quote);
            place++;
        }
    }

    private int Dead(int from, int to, byte quote)
    {
        (_deadFrom, _deadTo, _deadQuote) = (from, to, quote);
        return -1;
    }

    /// <summary>Two searches that have both passed a byte that is no backslash go the same way from there.</summary>
    private int? InDead(byte[] text, int start, byte quote)
    {
        int other = start;
        while (other < _deadTo && text[other] == '\\')
            other++;
        if (other >= _deadTo)
            return null;
        bool escaped = ((other - start) & 1) != 0;
        return !escaped && text[other] == quote ? other + 1 : -1;
    }
}
