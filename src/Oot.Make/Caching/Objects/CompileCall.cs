namespace Oot.Make.Caching.Objects;

/// <summary>
/// A call of GCC that makes an object of one C file, reads no system headers and writes nothing but the object and the list of what it has read. All paths as on the command line.
/// </summary>
/// <param name="Words">All of it.</param>
/// <param name="Output">The object.</param>
/// <param name="List">Where the list of what was read goes (<c>-Wp,-MMD,FILE</c>).</param>
/// <param name="Places">The directories in which it looks for headers, in their order.</param>
internal sealed record CompileCall(IReadOnlyList<string> Words, string Output, string List, IReadOnlyList<string> Places)
{
    private static readonly string[] ListOptions = ["-Wp,-MMD,", "-Wp,-MD,"];

    /// <summary>The source: the last word, as in kbuild.</summary>
    public string Source => Words[^1];

    /// <summary>Whether the last word is a C file's name: a quick look, before all words are read.</summary>
    public static bool MayBe(IReadOnlyList<string> words) => words.Count > 4 && words[^1].EndsWith(".c", StringComparison.Ordinal);

    /// <summary>The words as such a call; null when they are another one, or have an option whose effect is not known to be in the object alone.</summary>
    public static CompileCall? Read(IReadOnlyList<string> words)
    {
        string output = "", list = "";
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
                    output = words[++i];
                    break;
                case "-I":
                    places.Add(words[++i]);
                    break;
                // One without directory would be looked for beside the working directory first.
                case "-include" when words[i + 1].StartsWith('/'):
                    i++;
                    break;
                case "-w" or "-p" or "-pg" or "-pipe" or "-ansi":
                    break;
                default:
                    if (word is ['-', 'I', ..])
                        places.Add(word[2..]);
                    else if (Array.Find(ListOptions, option => word.StartsWith(option, StringComparison.Ordinal)) is { } option)
                        list = word[option.Length..];
                    else if (!CommandJudge.IsHarmless(word) || word == "-gsplit-dwarf")
                        return null;
                    break;
            }
        }
        return compiles && knowsAllPlaces && refusesDates && output.Length > 0 && list.Length > 0 && !list.Contains(',', StringComparison.Ordinal) && words[^1][0] != '-'
            ? new CompileCall(words, output, list, places)
            : null;
    }

    /// <summary>The words with nothing in them that says where the object goes: for another directory it is the same.</summary>
    public string TextElsewhere() =>
        string.Join('\0', Words.Select(word => word == Output ? "\u0001" : word.EndsWith("," + List, StringComparison.Ordinal) ? word[..^List.Length] + '\u0002' : word));
}
