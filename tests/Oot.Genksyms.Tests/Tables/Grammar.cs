namespace Oot.Genksyms.Tests.Tables;

/// <summary>A grammar file of <c>src/Oot.Kernel/HostPrograms/Genksyms/Grammars</c>. Symbols are numbered: tokens first, in the order of <see cref="Tokens"/>.</summary>
internal sealed record Grammar(IReadOnlyList<string> Tokens, IReadOnlyList<string> Symbols, IReadOnlyList<GrammarRule> Rules)
{
    internal const int End = 0;
    internal const int Error = 1;

    /// <summary>Reads a grammar. Rule 0 is the one that accepts: the first left side and the end of the text.</summary>
    /// <param name="tokens">All token names; a quoted character is the character itself.</param>
    internal static Grammar Read(string text, IReadOnlyList<string> tokens)
    {
        List<(string Left, string[] Right, string Action)> lines = [];
        string left = "";
        foreach (string line in text.Split('\n').Where(line => line.Trim() is not "" && !line.StartsWith('#')))
        {
            int bar = line.IndexOf(line.StartsWith(' ') ? '|' : '=', StringComparison.Ordinal);
            left = line.StartsWith(' ') ? left : line[..bar].Trim();
            string body = line[(bar + 1)..];
            int brace = body.LastIndexOf('{');
            bool acts = brace >= 0 && body[brace + 1] != '\'';
            string action = acts ? body[(brace + 1)..].Trim().TrimEnd('}') : "Take1";
            string[] right = (acts ? body[..brace] : body).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lines.Add((left, [.. right.Select(word => word.Trim('\''))], action));
        }
        List<string> symbols = [.. tokens, "accept", .. lines.Select(line => line.Left).Distinct()];
        int Number(string name) => symbols.IndexOf(name) is >= 0 and int found ? found : throw new InvalidDataException($"no symbol {name}");
        List<GrammarRule> rules = [new GrammarRule(tokens.Count, [tokens.Count + 1, End], "Take1")];
        rules.AddRange(lines.Select(line => new GrammarRule(Number(line.Left), [.. line.Right.Select(Number)], line.Action)));
        return new Grammar(tokens, symbols, rules);
    }

    internal bool IsToken(int symbol) => symbol < Tokens.Count;
}
