using System.Text;

namespace Oot.Make.Options;

/// <summary>
/// Words into switches by the rules of glibc's <c>getopt_long</c> in return-in-order mode: bundled letters, optional
/// arguments, unambiguous abbreviations of long names, <c>--</c>.
/// </summary>
/// <param name="program">What opens each message; null to say nothing, as for switches out of a variable.</param>
internal sealed class OptionScanner(IReadOnlyList<string> words, string? program, List<string> errors)
{
    private string _bundle = "";
    private int _letter;

    /// <summary>The next word to look at; the caller moves it to take a word of its own.</summary>
    public int Index { get; set; }

    /// <summary>False at the end or after <c>--</c>: what follows <see cref="Index"/> are plain words.</summary>
    public bool Next(out ScannedOption option)
    {
        option = default;
        if (_letter < _bundle.Length)
        {
            option = Short();
            return true;
        }
        if (Index >= words.Count)
            return false;
        string word = words[Index];
        if (word == "--")
        {
            Index++;
            return false;
        }
        if (word.Length < 2 || word[0] != '-')
        {
            Index++;
            option = new ScannedOption(null, word, IsBad: false);
            return true;
        }
        if (word[1] == '-')
        {
            Index++;
            option = Long(word[2..]);
            return true;
        }
        _bundle = word;
        _letter = 1;
        option = Short();
        return true;
    }

    private ScannedOption Short()
    {
        char letter = _bundle[_letter++];
        if (_letter == _bundle.Length)
            Index++;
        if (OptionTable.OfLetter(letter) is not { } name)
            return Bad($"invalid option -- '{letter}'");
        ref readonly OptionSwitch option = ref OptionTable.Switches[(int)name];
        if (!option.TakesArgument)
            return new ScannedOption(name, null, IsBad: false);
        if (_letter < _bundle.Length)
        {
            string rest = _bundle[_letter..];
            _letter = _bundle.Length;
            Index++;
            return new ScannedOption(name, rest, IsBad: false);
        }
        if (!option.RequiresArgument)
            return new ScannedOption(name, null, IsBad: false);
        return Index < words.Count
            ? new ScannedOption(name, words[Index++], IsBad: false)
            : Bad($"option requires an argument -- '{letter}'");
    }

    /// <param name="text">The word without its two dashes.</param>
    private ScannedOption Long(string text)
    {
        int equals = text.IndexOf('=');
        string given = equals < 0 ? text : text[..equals];
        int found = Find(given, out bool isAmbiguous);
        if (isAmbiguous)
            return Bad(Ambiguity(text, given, found));
        if (found < 0)
            return Bad($"unrecognized option '--{text}'");
        (string longName, OptionName name) = OptionTable.LongNameAt(found);
        ref readonly OptionSwitch option = ref OptionTable.Switches[(int)name];
        if (equals >= 0)
        {
            return option.TakesArgument
                ? new ScannedOption(name, text[(equals + 1)..], IsBad: false)
                : Bad($"option '--{longName}' doesn't allow an argument");
        }
        if (!option.RequiresArgument)
            return new ScannedOption(name, null, IsBad: false);
        return Index < words.Count
            ? new ScannedOption(name, words[Index++], IsBad: false)
            : Bad($"option '--{longName}' requires an argument");
    }

    /// <summary>The name itself, else the first it abbreviates; −1 for none. Two names of one switch are not ambiguous.</summary>
    private static int Find(string given, out bool isAmbiguous)
    {
        isAmbiguous = false;
        int first = -1;
        for (int i = 0; i < OptionTable.LongNameCount; i++)
        {
            (string longName, OptionName name) = OptionTable.LongNameAt(i);
            if (!longName.StartsWith(given, StringComparison.Ordinal))
                continue;
            if (longName.Length == given.Length)
            {
                isAmbiguous = false;
                return i;
            }
            if (first < 0)
                first = i;
            else
                isAmbiguous |= OptionTable.LongNameAt(first).Name != name;
        }
        return first;
    }

    private static string Ambiguity(string text, string given, int first)
    {
        var message = new StringBuilder($"option '--{text}' is ambiguous; possibilities:");
        OptionName meant = OptionTable.LongNameAt(first).Name;
        for (int i = first; i < OptionTable.LongNameCount; i++)
        {
            (string longName, OptionName name) = OptionTable.LongNameAt(i);
            if (longName.StartsWith(given, StringComparison.Ordinal) && (i == first || name != meant))
                message.Append(" '--").Append(longName).Append('\'');
        }
        return message.ToString();
    }

    private ScannedOption Bad(string message)
    {
        if (program is not null)
            errors.Add($"{program}: {message}");
        return new ScannedOption(null, null, IsBad: true);
    }
}
