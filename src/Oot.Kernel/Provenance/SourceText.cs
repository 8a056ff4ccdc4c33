using System.Buffers;
using Oot.Core;

namespace Oot.Kernel.Provenance;

/// <summary>The text of a C or assembler source without its comments, which are blanks in it: every offset is that of the file.</summary>
internal static class SourceText
{
    private static readonly SearchValues<byte> Interesting = SearchValues.Create("/\"'"u8);

    /// <summary>Puts blanks over the comments; a backslash before a newline stays, because a macro may go on in the next line.</summary>
    public static void BlankComments(Span<byte> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int found = text[at..].IndexOfAny(Interesting);
            if (found < 0)
                return;
            at += found;
            Span<byte> rest = text[at..];
            at += rest switch
            {
                [(byte)'/', (byte)'*', ..] => Blank(rest, EndOfBlock(rest)),
                [(byte)'/', (byte)'/', ..] => Blank(rest, EndOfLine(rest)),
                [(byte)'"', ..] => EndOfString(rest, (byte)'"', rest.Length),
                // An apostrophe in assembler or in an #error is none: a character is short.
                [(byte)'\'', ..] => EndOfString(rest, (byte)'\'', 8),
                _ => 1,
            };
        }
    }

    /// <summary>The 1-based line of an offset.</summary>
    public static int LineOf(ReadOnlySpan<byte> text, int offset) => text[..offset].Count((byte)'\n') + 1;

    /// <summary>Whether a byte can be part of an identifier.</summary>
    public static bool IsIdentifier(byte c) => char.IsAsciiLetterOrDigit((char)c) || c is (byte)'_' or (byte)'$';

    /// <summary>The index after the parenthesis that closes the one at <paramref name="open"/>; −1 when there is none.</summary>
    public static int EndOfParentheses(ReadOnlySpan<byte> text, int open)
    {
        int depth = 0;
        for (int at = open; at < text.Length && at - open < 4096; at++)
        {
            if (text[at] == '(')
                depth++;
            else if (text[at] == ')' && --depth == 0)
                return at + 1;
            else if (text[at] == '"')
                at += EndOfString(text[at..], (byte)'"', 1024) - 1;
        }
        return -1;
    }

    /// <summary>The arguments of a call, as they are written; <paramref name="text"/> is what stands between its parentheses.</summary>
    public static string[] Arguments(string text)
    {
        var result = new List<string>();
        int depth = 0, start = 0;
        bool isQuoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '"' && (at == 0 || text[at - 1] != '\\'))
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (c is '(' or '{' or '[')
                depth++;
            else if (c is ')' or '}' or ']')
                depth--;
            else if (c == ',' && depth == 0)
            {
                result.Add(text[start..at].Trim());
                start = at + 1;
            }
        }
        result.Add(text[start..].Trim());
        return [.. result];
    }

    /// <summary>A piece of the text as one line: continuations are blanks.</summary>
    public static string OneLine(ReadOnlySpan<byte> text)
    {
        string line = ByteText.FromBytes(text);
        return line.Contains('\n') ? line.Replace("\\\r\n", " ", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal).Replace('\n', ' ') : line;
    }

    private static int Blank(Span<byte> text, int length)
    {
        for (int i = 0; i < length; i++)
            if (text[i] != '\n' && !(text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '\n'))
                text[i] = (byte)' ';
        return length;
    }

    private static int EndOfBlock(ReadOnlySpan<byte> text) => text[2..].IndexOf("*/"u8) is >= 0 and var end ? end + 4 : text.Length;

    private static int EndOfLine(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (true)
        {
            int newline = text[at..].IndexOf((byte)'\n');
            if (newline < 0)
                return text.Length;
            at += newline;
            if (at == 0 || text[at - 1] != '\\')
                return at;
            at++;
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> text, byte quote, int longest)
    {
        for (int at = 1; at < text.Length && at < longest && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == quote)
                return at + 1;
        }
        return 1;
    }
}
