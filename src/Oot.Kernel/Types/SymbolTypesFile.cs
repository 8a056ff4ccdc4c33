using Oot.Core;

namespace Oot.Kernel.Types;

/// <summary>
/// What genksyms made CRCs of, in its own words (<c>.symtypes</c>, scripts/genksyms with -T; <c>KBUILD_SYMTYPES=1</c> has kbuild write them): a line for each type that an object's exports lead to, and
/// one for each export. Types are named with their kind in front.
/// <code>s#pair struct pair { t#u32 first ; s#pair * next ; }
/// t#u32 typedef unsigned int u32
/// add_pair int add_pair ( s#pair * )</code>
/// </summary>
internal sealed class SymbolTypesFile
{
    private readonly Dictionary<string, string[]> definitions = new(StringComparer.Ordinal);

    private SymbolTypesFile()
    {
    }

    /// <summary>Reads a file; null when it cannot be read.</summary>
    internal static SymbolTypesFile? Read(IDisk disk, string path)
    {
        if (disk.Read(path, out string text) != 0)
            return null;
        var file = new SymbolTypesFile();
        foreach (string line in text.Split('\n'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int skipped = words is ["override", ..] ? 1 : 0;
            if (words.Length > skipped + 1)
                file.definitions.TryAdd(words[skipped], words[(skipped + 1)..]);
        }
        return file;
    }

    /// <summary>Whether a word names a type of a kind.</summary>
    internal static bool IsType(string word) => word.Length > 2 && word[1] == '#' && word[0] is 's' or 'u' or 'e' or 't' or 'E';

    /// <summary>The words of a type's or an export's definition; null when there is none.</summary>
    internal string[]? this[string name] => definitions.GetValueOrDefault(name);
}
