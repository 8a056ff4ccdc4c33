namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Cuts a command line into options as the C library's <c>getopt_long</c> does: letters may be joined, long names
/// shortened, other words may stand between. Each step gives one option.
/// </summary>
/// <param name="letters">The letters, one that takes a word followed by a colon.</param>
/// <param name="longNames">Long names with the letter that each stands for.</param>
/// <param name="stopsAtWord">The first word that is no option ends them (<c>POSIXLY_CORRECT</c>).</param>
internal sealed class OptionReader(string program, IReadOnlyList<string> arguments, string letters, IReadOnlyList<(string Name, char Letter)> longNames, bool stopsAtWord, Action<string> complain)
{
    /// <summary>What <see cref="Next"/> gives for a mistake, which it has complained about.</summary>
    internal const char Mistake = '?';

    private int _index;
    private int _inside;

    /// <summary>The word of the option that <see cref="Next"/> gave.</summary>
    internal string Argument { get; private set; } = "";

    /// <summary>The next option's letter; 0 at the end.</summary>
    internal char Next()
    {
        while (_inside == 0)
        {
            if (_index == arguments.Count)
                return '\0';
            string word = arguments[_index++];
            if (word == "--")
                return End();
            if (word.StartsWith("--", StringComparison.Ordinal))
                return Long(word);
            if (word.Length > 1 && word[0] == '-')
                _inside = 1;
            else if (stopsAtWord)
                return End();
        }
        return Short(arguments[_index - 1]);
    }

    private char End()
    {
        _index = arguments.Count;
        return '\0';
    }

    private char Short(string word)
    {
        char letter = word[_inside++];
        string rest = word[_inside..];
        if (rest.Length == 0)
            _inside = 0;
        int place = letter is ':' or ';' ? -1 : letters.IndexOf(letter);
        if (place < 0)
        {
            complain($"{program}: invalid option -- '{letter}'\n");
            return Mistake;
        }
        if (!TakesWord(letter))
            return letter;
        _inside = 0;
        if (rest.Length > 0)
            Argument = rest;
        else if (_index < arguments.Count)
            Argument = arguments[_index++];
        else
            return Complain($"option requires an argument -- '{letter}'");
        return letter;
    }

    private char Long(string word)
    {
        int equals = word.IndexOf('=');
        string name = equals < 0 ? word[2..] : word[2..equals];
        List<(string Name, char Letter)> meant = [];
        foreach ((string Name, char Letter) option in longNames)
        {
            if (option.Name == name)
            {
                meant = [option];
                break;
            }
            if (option.Name.StartsWith(name, StringComparison.Ordinal))
                meant.Add(option);
        }
        if (meant.Count == 0)
            return Complain($"unrecognized option '{word}'");
        if (meant.Count > 1)
            return Complain($"option '{word}' is ambiguous; possibilities:{string.Concat(meant.Select(option => $" '--{option.Name}'"))}");
        (string found, char letter) = meant[0];
        if (!TakesWord(letter))
            return equals < 0 ? letter : Complain($"option '--{found}' doesn't allow an argument");
        if (equals >= 0)
            Argument = word[(equals + 1)..];
        else if (_index < arguments.Count)
            Argument = arguments[_index++];
        else
            return Complain($"option '--{found}' requires an argument");
        return letter;
    }

    private bool TakesWord(char letter)
    {
        int place = letters.IndexOf(letter);
        return place >= 0 && place + 1 < letters.Length && letters[place + 1] == ':';
    }

    private char Complain(string message)
    {
        complain($"{program}: {message}\n");
        return Mistake;
    }
}
