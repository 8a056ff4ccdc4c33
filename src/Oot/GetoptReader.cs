namespace Oot;

/// <summary>
/// Words as glibc's <c>getopt_long</c> takes them: bundled letters, arguments attached or not, unambiguous abbreviations of long names, <c>--</c>; plain words may stand anywhere.
/// </summary>
/// <param name="program">What opens each message.</param>
/// <param name="options">The long names, their letters, and whether they take an argument.</param>
internal sealed class GetoptReader(string program, (string Name, char Letter, bool TakesArgument)[] options)
{
    /// <summary>The plain words.</summary>
    internal List<string> Words { get; } = [];

    /// <summary>The options in their order: letter and argument.</summary>
    internal List<(char Letter, string Argument)> Options { get; } = [];

    /// <summary>Reads all words; the value is a message about the first wrong one, null when all are right. Options before it are kept.</summary>
    internal string? Read(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string word = arguments[i];
            if (word == "--")
            {
                Words.AddRange(arguments.Skip(i + 1));
                return null;
            }
            string? error = null;
            if (word.Length < 2 || word[0] != '-')
                Words.Add(word);
            else if (word[1] == '-')
                error = Long(word[2..], arguments, ref i);
            else
                error = Bundle(word, arguments, ref i);
            if (error is not null)
                return $"{program}: {error}";
        }
        return null;
    }

    private string? Bundle(string word, IReadOnlyList<string> arguments, ref int i)
    {
        for (int at = 1; at < word.Length; at++)
        {
            int found = Array.FindIndex(options, option => option.Letter == word[at]);
            if (found < 0)
                return $"invalid option -- '{word[at]}'";
            if (!options[found].TakesArgument)
            {
                Options.Add((word[at], ""));
                continue;
            }
            if (at + 1 < word.Length)
                Options.Add((word[at], word[(at + 1)..]));
            else if (i + 1 < arguments.Count)
                Options.Add((word[at], arguments[++i]));
            else
                return $"option requires an argument -- '{word[at]}'";
            break;
        }
        return null;
    }

    private string? Long(string text, IReadOnlyList<string> arguments, ref int i)
    {
        int equals = text.IndexOf('=');
        string given = equals < 0 ? text : text[..equals];
        int[] found = [.. Enumerable.Range(0, options.Length).Where(at => options[at].Name.StartsWith(given, StringComparison.Ordinal))];
        if (Array.FindIndex(options, option => option.Name == given) is >= 0 and var exact)
            found = [exact];
        if (found.Length == 0)
            return $"unrecognized option '--{text}'";
        if (found.Length > 1)
            return $"option '--{text}' is ambiguous; possibilities:{string.Concat(found.Select(at => $" '--{options[at].Name}'"))}";
        (string name, char letter, bool takesArgument) = options[found[0]];
        if (equals >= 0 && !takesArgument)
            return $"option '--{name}' doesn't allow an argument";
        if (takesArgument && equals < 0 && i + 1 >= arguments.Count)
            return $"option '--{name}' requires an argument";
        Options.Add((letter, equals >= 0 ? text[(equals + 1)..] : takesArgument ? arguments[++i] : ""));
        return null;
    }
}
