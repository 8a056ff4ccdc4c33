using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What modpost was asked to do (kernel scripts/mod/modpost.c, main).</summary>
internal sealed class ModpostOptions
{
    private readonly bool[] flags = new bool[128];
    private readonly string?[] values = new string?[128];
    private readonly List<string> symbolFiles = [], objects = [];

    private ModpostOptions()
    {
    }

    private ModpostOptions(ModpostOptions other)
    {
        (flags, values, symbolFiles) = (other.flags, other.values, other.symbolFiles);
        objects = [.. other.objects];
    }

    /// <summary><c>-e</c>: the modules are built outside the kernel tree.</summary>
    public bool IsExternal => flags['e'];

    /// <summary><c>-i FILE</c>: the symbols of others, in order.</summary>
    public IReadOnlyList<string> SymbolFiles => symbolFiles;

    /// <summary><c>-M</c>: the kernel has modules.</summary>
    public bool HasModules => flags['M'];

    /// <summary><c>-m</c>: symbols have versions.</summary>
    public bool HasVersions => flags['m'];

    /// <summary><c>-b</c>: versions in the form of a table with names of a fixed length.</summary>
    public bool HasBasicVersions => flags['b'];

    /// <summary><c>-x</c>: versions in the form that has names of any length.</summary>
    public bool HasExtendedVersions => flags['x'];

    /// <summary><c>-n</c>: a missing object is passed over.</summary>
    public bool IgnoresMissing => flags['n'];

    /// <summary><c>-a</c>: every module gets a sum of its sources.</summary>
    public bool SumsAllSources => flags['a'];

    /// <summary><c>-t</c>: exports without a user are left out.</summary>
    public bool TrimsExports => flags['t'];

    /// <summary><c>-W</c>: more warnings.</summary>
    public bool WarnsMore => flags['W'];

    /// <summary><c>-w</c>: an unresolved symbol is a warning.</summary>
    public bool UnresolvedIsWarning => flags['w'];

    /// <summary><c>-E</c>: a section mismatch is an error in the end.</summary>
    public bool MismatchIsError => flags['E'];

    /// <summary><c>-N</c>: a missing import of a namespace is a warning.</summary>
    public bool MissingImportIsWarning => flags['N'];

    /// <summary><c>-o FILE</c>: where the exports are written.</summary>
    public string? Output => values['o'];

    /// <summary><c>-T FILE</c>: a list of objects.</summary>
    public string? ObjectList => values['T'];

    /// <summary><c>-u FILE</c>: exports that are kept although nothing uses them.</summary>
    public string? KeptExports => values['u'];

    /// <summary><c>-d FILE</c>: where missing imports are written.</summary>
    public string? NamespaceDependencies => values['d'];

    /// <summary>The words that are not options, in order.</summary>
    public IReadOnlyList<string> Objects => objects;

    /// <summary>Reads the words as getopt does: options and other words in any order, letters of one word together. A wrong option is said and stops.</summary>
    /// <param name="known">getopt's description, such as <c>ei:mn</c>.</param>
    public static ModpostOptions Read(HostProgramCall call, string known)
    {
        var options = new ModpostOptions();
        IReadOnlyList<string> words = call.Arguments;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (word == "--")
            {
                options.objects.AddRange(words.Skip(i + 1));
                break;
            }
            if (word.Length < 2 || word[0] != '-')
                options.objects.Add(word);
            else
                i += options.ReadLetters(call, known, word, i + 1 < words.Count ? words[i + 1] : null);
        }
        return options;
    }

    /// <summary>The same with one more object behind the others.</summary>
    public ModpostOptions With(string file)
    {
        var options = new ModpostOptions(this);
        options.objects.Add(file);
        return options;
    }

    // How many words after this one belong to it.
    private int ReadLetters(HostProgramCall call, string known, string word, string? next)
    {
        for (int j = 1; j < word.Length; j++)
        {
            char letter = word[j];
            int at = letter is ':' or ';' ? -1 : known.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
                throw Stop(call, $"{call.Program}: invalid option -- '{letter}'\n");
            if (at + 1 == known.Length || known[at + 1] != ':')
            {
                flags[letter] = true;
                continue;
            }
            string? value = j + 1 < word.Length ? word[(j + 1)..] : next;
            Set(letter, value ?? throw Stop(call, $"{call.Program}: option requires an argument -- '{letter}'\n"));
            return j + 1 < word.Length ? 0 : 1;
        }
        return 0;
    }

    private void Set(char letter, string value)
    {
        if (letter == 'i')
            symbolFiles.Add(value);
        else
            values[letter] = value;
    }

    private static ModpostStopException Stop(HostProgramCall call, string message)
    {
        call.Error.Write(ByteText.ToBytes(message));
        return new ModpostStopException();
    }
}
