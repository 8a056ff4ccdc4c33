using System.Text;

namespace Oot.Make.Options;

/// <summary>The words of <c>MAKEFLAGS</c> and <c>GNUMAKEFLAGS</c>.</summary>
internal static class EnvironmentFlags
{
    /// <summary>
    /// Splits an already expanded value at blanks and tabs; a backslash takes the next character as it is. A first
    /// word without a dash that defines no variable gets a dash. A trailing blank leaves an empty last word, which
    /// <c>-j</c> before it takes for its argument. No words for a blank value.
    /// </summary>
    public static List<string> Split(string value)
    {
        var words = new List<string>();
        int at = 0;
        while (at < value.Length && value[at] is ' ' or (>= '\t' and <= '\r'))
            at++;
        if (at == value.Length)
            return words;
        var word = new StringBuilder();
        while (at < value.Length)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
                at++;
            else if (value[at] is ' ' or '\t')
            {
                words.Add(word.ToString());
                word.Clear();
                do
                    at++;
                while (at < value.Length && value[at] is ' ' or '\t');
                continue;
            }
            word.Append(value[at++]);
        }
        words.Add(word.ToString());
        if (!words[0].StartsWith('-') && !words[0].Contains('='))
            words[0] = "-" + words[0];
        return words;
    }
}
