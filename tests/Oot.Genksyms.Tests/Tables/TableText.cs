using System.Text;
using Oot.Kernel.HostPrograms.Genksyms;

namespace Oot.Genksyms.Tests.Tables;

/// <summary>The C# file that holds an automaton's numbers.</summary>
internal static class TableText
{
    private static readonly Dictionary<Terminal, string> Marks = new()
    {
        [Terminal.Semicolon] = ";",
        [Terminal.OpenBrace] = "{",
        [Terminal.CloseBrace] = "}",
        [Terminal.OpenParenthesis] = "(",
        [Terminal.CloseParenthesis] = ")",
        [Terminal.Comma] = ",",
        [Terminal.Asterisk] = "*",
        [Terminal.Equals] = "=",
        [Terminal.Colon] = ":",
        [Terminal.End] = "end",
        [Terminal.Error] = "error",
    };

    /// <summary>The tokens as the grammar files write them: <c>BuiltinInt</c> is <c>BUILTIN_INT</c>.</summary>
    internal static IReadOnlyList<string> Tokens { get; } =
        [.. Enum.GetValues<Terminal>().Where(token => token <= Terminal.Colon).Select(token => Marks.TryGetValue(token, out string? mark) ? mark : Snake(token.ToString()))];

    internal static string Of(string type, string file, string grammarText)
    {
        Grammar grammar = Grammar.Read(grammarText, Tokens);
        var automaton = new Automaton(grammar);
        var actionRows = new Rows();
        var gotoRows = new Rows();
        List<int> rows = [];
        List<int> gotos = [];
        foreach (AutomatonState state in automaton.States)
        {
            StateActions actions = StateActions.Of(state, grammar);
            rows.Add(actions.Lone > 0 ? -actions.Lone : actionRows.Add(actions.ByToken));
            int[] targets = new int[grammar.Symbols.Count - grammar.Tokens.Count - 1];
            foreach ((int symbol, int next) in state.Next)
                if (!grammar.IsToken(symbol))
                    targets[symbol - grammar.Tokens.Count - 1] = next;
            gotos.Add(gotoRows.Add(targets));
        }
        int final = automaton.States.Single(state => state.Kernel.SequenceEqual([(0, 2)])).Number;
        var text = new StringBuilder();
        text.Append($"namespace Oot.Kernel.HostPrograms.Genksyms;\n\n/// <summary>Written from <c>Grammars/{file}</c>; see <see cref=\"ParserTables\"/>.</summary>\ninternal static class {type}\n{{\n");
        text.Append("    internal static ParserTables Tables => new()\n    {\n");
        text.Append($"        Final = {final},\n");
        foreach (string name in (string[])["Rows", "Actions", "GotoRows", "Gotos", "Lefts", "Lengths", "Reductions", "Hints"])
            text.Append($"        {name} = {name},\n");
        text.Append("    };\n");
        Property(text, "short", "Rows", rows);
        Property(text, "short", "Actions", actionRows.Numbers);
        Property(text, "short", "GotoRows", gotos);
        Property(text, "short", "Gotos", gotoRows.Numbers);
        Property(text, "byte", "Lefts", grammar.Rules.Select(rule => Math.Max(0, rule.Left - grammar.Tokens.Count - 1)));
        Property(text, "byte", "Lengths", grammar.Rules.Select(rule => rule.Right.Count));
        Property(text, "byte", "Reductions", grammar.Rules.Select(rule => (int)Enum.Parse<Reduction>(rule.Action.Split(' ')[0])));
        Property(text, "byte", "Hints", grammar.Rules.Select(rule => (int)(rule.Action.EndsWith("+type") ? TypeHint.Allow : rule.Action.EndsWith("-type") ? TypeHint.Forbid : TypeHint.None)));
        return text.Append("}\n").ToString();
    }

    private static void Property(StringBuilder text, string type, string name, IEnumerable<int> numbers)
    {
        text.Append($"\n    private static ReadOnlySpan<{type}> {name} =>\n    [\n");
        foreach (int[] line in numbers.Chunk(40))
            text.Append("        ").AppendJoin(", ", line).Append(",\n");
        text.Append("    ];\n");
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
}
