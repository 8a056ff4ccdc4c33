namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Words and signs of a piece of a C header, comments left out.</summary>
internal sealed class HeaderTokens(string text, int start)
{
    private int position = start;

    /// <summary>The current one; empty at the end.</summary>
    public string Current { get; private set; } = "";

    public bool IsName => Current.Length > 0 && (char.IsAsciiLetter(Current[0]) || Current[0] == '_');

    public bool IsNumber => Current.Length > 0 && char.IsAsciiDigit(Current[0]);

    public HeaderTokens Next()
    {
        SkipBlanks();
        int begin = position;
        if (position < text.Length)
            position++;
        if (begin < text.Length && IsWordCharacter(text[begin]))
        {
            while (position < text.Length && IsWordCharacter(text[position]))
                position++;
        }
        Current = text[begin..position];
        return this;
    }

    /// <summary>Goes over the current one if it is this.</summary>
    public bool Skip(string token)
    {
        if (Current != token)
            return false;
        Next();
        return true;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or '\n' or '\r' or '\\')
                position++;
            else if (At("/*"))
                position = EndOf("*/", 2);
            else if (At("//"))
                position = EndOf("\n", 2);
            else
                return;
        }
    }

    private bool At(string sign) => string.CompareOrdinal(text, position, sign, 0, sign.Length) == 0;

    private int EndOf(string sign, int skipped)
    {
        int end = text.IndexOf(sign, position + skipped, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + sign.Length;
    }
}
