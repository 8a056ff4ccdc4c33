using System.Text;

namespace Oot.Make.Execution.Shell;

/// <summary>Backslashes of dash's <c>echo</c> and <c>printf</c> (bltin/printf.c, 0.5.12).</summary>
internal static class EscapedText
{
    /// <summary>What <c>echo</c> writes.</summary>
    public static string Echo(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        int first = words.Count > 1 && words[1] == "-n" ? 2 : 1;
        for (int i = first; i < words.Count; i++)
        {
            if (i > first)
                text.Append(' ');
            if (!Append(text, words[i]))
                return text.ToString();
        }
        if (first == 1)
            text.Append('\n');
        return text.ToString();
    }

    /// <summary>Appends with escapes replaced; false when <c>\c</c> ends all output.</summary>
    public static bool Append(StringBuilder text, string word)
    {
        int at = 0;
        while (at < word.Length)
        {
            int backslash = word.IndexOf('\\', at);
            if (backslash < 0)
            {
                text.Append(word, at, word.Length - at);
                break;
            }
            text.Append(word, at, backslash - at);
            at = backslash + 1;
            if (at < word.Length && word[at] == 'c')
                return false;
            if (at < word.Length && word[at] == '0')
            {
                at++;
                text.Append(Octal(word, ref at));
            }
            else
            {
                text.Append(Escape(word, ref at));
            }
        }
        return true;
    }

    /// <summary>The character of an escape behind its backslash; an unknown one leaves the backslash.</summary>
    public static char Escape(string text, ref int at)
    {
        char c = at < text.Length ? text[at] : '\0';
        if (c is >= '0' and <= '7')
            return Octal(text, ref at);
        int known = "\\abefnrtv".IndexOf(c, StringComparison.Ordinal);
        if (known < 0 || c == '\0')
            return '\\';
        at++;
        return "\\\a\b\e\f\n\r\t\v"[known];
    }

    private static char Octal(string text, ref int at)
    {
        const int Digits = 3, Byte = 0xff;
        int value = 0;
        for (int end = at + Digits; at < end && at < text.Length && text[at] is >= '0' and <= '7'; at++)
            value = (value * 8) + text[at] - '0';
        return (char)(value & Byte);
    }
}
