namespace Oot.Make.Caching.Objects;

/// <summary>
/// A call of GCC that makes an object of one C file, reads no system headers and writes nothing but the object and the list of what it has read. All paths as on the command line.
/// </summary>
internal sealed class CompileCall
{
    private static readonly string[] ListOptions = ["-Wp,-MMD,", "-Wp,-MD,"];

    /// <summary>What lets a date or a file that is not listed in; <c>-I=</c> and <c>-I$</c> are places below another directory.</summary>
    private static readonly string[] RefusedOptions = ["-Wno-error", "-Wno-date-time", "-finput-charset", "-fexec-charset", "-fwide-exec-charset", "-gsplit-dwarf", "-I=", "-I$"];

    private readonly IReadOnlyList<string> _words;
    private readonly int _output;
    private readonly int _list;
    private readonly string _listOption;

    private CompileCall(IReadOnlyList<string> words, int output, int list, string listOption, IReadOnlyList<string> places)
    {
        (_words, _output, _list, _listOption, Places) = (words, output, list, listOption, places);
    }

    /// <summary>The compiler, as it is called.</summary>
    public string Compiler => _words[0];

    /// <summary>The object.</summary>
    public string Output => _words[_output];

    /// <summary>Where the list of what was read goes.</summary>
    public string List => _words[_list][_listOption.Length..];

    /// <summary>The directories in which it looks for headers, in their order.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Whether the last word, in kbuild the source, is a C file's name: a quick look, before all words are read.</summary>
    public static bool MayBe(IReadOnlyList<string> words) => words.Count > 4 && words[^1].EndsWith(".c", StringComparison.Ordinal);

    /// <summary>The words as such a call; null when they are another one, or have an option whose effect is not known to be in the object alone.</summary>
    public static CompileCall? Read(IReadOnlyList<string> words)
    {
        int output = 0, list = 0;
        string listOption = "";
        bool compiles = false, knowsAllPlaces = false, refusesDates = false;
        var places = new List<string>();
        for (int i = 1; i < words.Count - 1; i++)
        {
            string word = words[i];
            switch (word)
            {
                case "-c":
                    compiles = true;
                    break;
                case "-nostdinc":
                    knowsAllPlaces = true;
                    break;
                case "-Werror=date-time":
                    refusesDates = true;
                    break;
                case "-o":
                    output = ++i;
                    break;
                case "-I":
                    places.Add(words[++i]);
                    break;
                // One without directory would be looked for beside the working directory first.
                case "-include" when words[i + 1].StartsWith('/'):
                    i++;
                    break;
                case "-p" or "-pg" or "-pipe" or "-ansi":
                    break;
                default:
                    if (Array.Exists(RefusedOptions, refused => word.StartsWith(refused, StringComparison.Ordinal)))
                        return null;
                    if (word is ['-', 'I', ..])
                        places.Add(word[2..]);
                    else if (Array.Find(ListOptions, option => word.StartsWith(option, StringComparison.Ordinal)) is { } option)
                        (list, listOption) = (i, option);
                    else if (!CommandJudge.IsHarmless(word))
                        return null;
                    break;
            }
        }
        bool isKnown = compiles && knowsAllPlaces && refusesDates && output > 0 && output < words.Count - 1 && list > 0 && words[list].Length > listOption.Length;
        // A word with an at sign may stand for a file's words, and these words may be a date's.
        return isKnown && !words[list].AsSpan(listOption.Length).Contains(',') && words[^1][0] != '-' && !words.Any(static word => word is ['@', ..] || ObjectInputs.HasDate(word))
            ? new CompileCall(words, output, list, listOption, places)
            : null;
    }

    /// <summary>The words that make the same elsewhere.</summary>
    public string[] WordsFor(string output, string list)
    {
        string[] words = [.. _words];
        (words[_output], words[_list]) = (output, _listOption + list);
        return words;
    }
}
