using System.Buffers;
using System.Text;

namespace Oot.Make.Syntax;

/// <summary>
/// Backslash quoting as make reads it: a special character is quoted by an odd number of backslashes before it, and
/// looking for one halves those backslashes in the text that was searched.
/// </summary>
internal static class Quoting
{
    /// <summary>
    /// The first unquoted character of <paramref name="stops"/> at or after <paramref name="start"/>, or −1.
    /// Backslashes before stops that were passed or found are halved in <paramref name="text"/>.
    /// </summary>
    /// <param name="skipReferences">Whether the contents of <c>$(…)</c> and <c>${…}</c> are skipped whole.</param>
    public static int Find(ref string text, ReadOnlySpan<char> stops, bool skipReferences, int start = 0)
    {
        int at = start;
        while (at < text.Length)
        {
            ReadOnlySpan<char> left = text.AsSpan(at);
            int next = left.IndexOfAny(stops);
            if (skipReferences && (next < 0 ? left : left[..next]).IndexOf('$') is >= 0 and var reference)
                next = reference;
            if (next < 0)
                return -1;
            at += next;
            if (skipReferences && text[at] == '$')
            {
                if (at + 1 >= text.Length)
                    return -1;
                at = EndOfReference(text, at);
                continue;
            }
            if (!Halve(ref text, ref at, start))
                return at;
            at++;
        }
        return -1;
    }

    /// <summary>As <see cref="Find"/>, for one character, references not skipped.</summary>
    public static int Find(ref string text, char stop, int start = 0)
    {
        int at = start;
        while (at <= text.Length && (at = text.IndexOf(stop, at)) >= 0)
        {
            if (!Halve(ref text, ref at, start))
                return at;
            at++;
        }
        return -1;
    }

    /// <summary>Halves the backslashes before <paramref name="at"/>, moving it along; whether the character there was quoted.</summary>
    private static bool Halve(ref string text, ref int at, int start)
    {
        int slashes = CountBackslashesBefore(text, at, start);
        if (slashes == 0)
            return false;
        int removed = slashes - (slashes / 2);
        text = text.Remove(at - slashes, removed);
        at -= removed;
        return slashes % 2 == 1;
    }

    private static int CountBackslashesBefore(ReadOnlySpan<char> text, int at, int start)
    {
        int count = 0;
        while (at - count - 1 >= start && text[at - count - 1] == '\\')
            count++;
        return count;
    }

    /// <summary>The index after the variable reference that starts with <c>$</c> at <paramref name="at"/>.</summary>
    public static int EndOfReference(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
            return text.Length;
        char open = text[at + 1];
        at += 2;
        if (open is not ('(' or '{'))
            return at;
        char close = open == '(' ? ')' : '}';
        for (int depth = 1; text[at..].IndexOfAny(open, close) is >= 0 and var next; at++)
        {
            at += next;
            if (text[at] == open)
                depth++;
            else if (--depth == 0)
                return at + 1;
        }
        return text.Length;
    }

    /// <summary>Removes the backslashes that quote <paramref name="special"/>, and half of those before that.</summary>
    public static string Unescape(string text, char special)
    {
        if (!text.Contains('\\'))
            return text;
        var result = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\')
            {
                int end = at;
                while (end < text.Length && text[end] == '\\')
                    end++;
                int count = end - at;
                bool quotes = end < text.Length && text[end] == special && count % 2 == 1;
                result.Append('\\', quotes ? count / 2 : count);
                at = end;
                if (at == text.Length)
                    break;
            }
            result.Append(text[at++]);
        }
        return result.ToString();
    }

    /// <summary>
    /// The index of the first unquoted <c>%</c>, or −1. Backslashes that quoted a <c>%</c> up to that point are removed,
    /// later ones stay as they are.
    /// </summary>
    public static int FindPercent(ref string pattern) => pattern.Contains('%') ? Find(ref pattern, '%') : -1;

    /// <summary>Cuts a line at its first unquoted <c>#</c> outside variable references.</summary>
    public static string RemoveComment(string line)
    {
        if (!line.Contains('#'))
            return line;
        int comment = Find(ref line, "#", skipReferences: true);
        return comment < 0 ? line : line[..comment];
    }

    /// <summary>
    /// Joins lines at backslash-newlines: blanks around each become one space (in POSIX mode blanks before it stay);
    /// of other backslashes before a newline half remain.
    /// </summary>
    public static string CollapseContinuations(string text, bool posix) => text.Contains('\n') ? CollapseContinuations(text.AsSpan(), posix) : text;

    /// <summary>As the other, for a line that is no text of its own yet.</summary>
    public static string CollapseContinuations(ReadOnlySpan<char> text, bool posix)
    {
        if (!text.Contains('\n'))
            return text.ToString();
        char[] room = ArrayPool<char>.Shared.Rent(text.Length + 1);
        string result = new(room, 0, CollapseContinuations(text, room, posix));
        ArrayPool<char>.Shared.Return(room);
        return result;
    }

    /// <summary>As the others, into <paramref name="room"/>, which is one longer than the text; gives the length.</summary>
    public static int CollapseContinuations(ReadOnlySpan<char> text, Span<char> room, bool posix)
    {
        int newline = text.IndexOf('\n');
        int length = 0;
        int at = 0;
        while (newline >= 0)
        {
            // Backslashes that an earlier round has already consumed do not count again.
            int slashes = CountBackslashesBefore(text, newline, at);
            ReadOnlySpan<char> kept = text[at..(newline - slashes + (slashes / 2))];
            kept.CopyTo(room[length..]);
            length += kept.Length;
            at = newline + 1;
            if (slashes % 2 == 1)
            {
                while (at < text.Length && Characters.IsBlank(text[at]))
                    at++;
                if (!posix)
                    while (length > 0 && Characters.IsBlank(room[length - 1]))
                        length--;
                room[length++] = ' ';
            }
            else
            {
                room[length++] = '\n';
            }
            newline = text[at..].IndexOf('\n');
            if (newline >= 0)
                newline += at;
        }
        text[at..].CopyTo(room[length..]);
        return length + text.Length - at;
    }
}
