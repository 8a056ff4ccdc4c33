namespace Oot.Kernel.Types;

/// <summary>
/// Looks for the definitions that make a symbol's CRC another one: breadth first from the symbol's own, through every type that both name. What is found is the cause, since the CRC is made of just
/// these words.
/// </summary>
/// <param name="old">The file with the export as the module saw it.</param>
/// <param name="now">The file with the export as the kernel has it.</param>
internal sealed class SymbolTypesComparison(SymbolTypesFile old, SymbolTypesFile now)
{
    private const int MostTypes = 50_000, LongestText = 200;

    /// <summary>What changed, the nearest first; empty when nothing did.</summary>
    /// <param name="most">How many changes are enough.</param>
    internal IReadOnlyList<string> Of(string symbol, int most)
    {
        var changes = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { symbol };
        var waiting = new Queue<string>(seen);
        while (changes.Count < most && waiting.TryDequeue(out string? name))
        {
            if (old[name] is not { } before || now[name] is not { } after)
                continue;
            if (!before.AsSpan().SequenceEqual(after))
                changes.Add(Change(name, before, after));
            foreach (string word in before)
            {
                if (SymbolTypesFile.IsType(word) && seen.Count < MostTypes && seen.Add(word))
                    waiting.Enqueue(word);
            }
        }
        return changes;
    }

    private static string Change(string name, string[] before, string[] after)
    {
        string shown = SymbolTypesFile.IsType(name) ? Text([name]) : "its declaration";
        string[] first = Members(before), second = Members(after);
        bool wasOpen = before.Contains("UNKNOWN"), isOpen = after.Contains("UNKNOWN");
        if (wasOpen != isOpen)
            return $"{shown}: was {(wasOpen ? "only declared, now it is defined" : "defined, now it is only declared")} where the symbol is exported";
        if (first.Length == 0 || second.Length == 0)
            return $"{shown} was \"{Text(before)}\", now \"{Text(after)}\"";
        int at = 0;
        while (at < first.Length && at < second.Length && first[at] == second[at])
            at++;
        return $"{shown}: {How(first, second, at)}";
    }

    private static string How(string[] first, string[] second, int at) =>
        at >= first.Length && at >= second.Length ? "its head is another one"
        : at >= first.Length ? $"\"{second[at]}\" is new at its end"
        : at >= second.Length ? $"\"{first[at]}\" is gone from its end"
        : Array.IndexOf(second, first[at], at) >= 0 ? $"\"{second[at]}\" is new before \"{first[at]}\""
        : Array.IndexOf(first, second[at], at) >= 0 ? $"\"{first[at]}\" is gone" : $"\"{first[at]}\" became \"{second[at]}\"";

    // What stands in the outermost braces, parted by semicolons or (enum) commas; empty for what has none.
    private static string[] Members(string[] words)
    {
        int start = Array.IndexOf(words, "{"), end = Array.LastIndexOf(words, "}");
        if (start < 0 || end <= start)
            return [];
        var members = new List<string>();
        string separator = Array.IndexOf(words, ";") >= 0 ? ";" : ",";
        int from = start + 1, depth = 0;
        for (int i = from; i <= end; i++)
        {
            depth += words[i] is "{" or "(" ? 1 : words[i] is "}" or ")" ? -1 : 0;
            if (i != end && (words[i] != separator || depth > 0))
                continue;
            if (i > from)
                members.Add(Text(words[from..i]));
            from = i + 1;
        }
        return [.. members];
    }

    // As it stands in a source, nearly.
    private static string Text(string[] words)
    {
        string text = string.Join(' ', words.Select(word => !SymbolTypesFile.IsType(word) ? word : (word[0] switch { 's' => "struct ", 'u' => "union ", 'e' => "enum ", _ => "" }) + word[2..]));
        return text.Length <= LongestText ? text : text[..LongestText] + "...";
    }
}
