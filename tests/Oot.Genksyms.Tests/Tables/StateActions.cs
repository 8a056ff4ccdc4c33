namespace Oot.Genksyms.Tests.Tables;

/// <summary>
/// What a state does: with conflicts resolved and a default reduction chosen as bison does both, because the choice decides when a
/// token is looked at and therefore what the lexer knows by then (bison 3.8's manual, "Default Reductions").
/// </summary>
/// <param name="Lone">The rule that the state applies without looking at a token; 0 when it looks.</param>
/// <param name="ByToken">For each token: a state above 0 to go to, a rule below 0 to apply, 0 for an error.</param>
internal sealed record StateActions(int Lone, int[] ByToken)
{
    internal static StateActions Of(AutomatonState state, Grammar grammar)
    {
        int[] actions = new int[grammar.Tokens.Count];
        bool shifts = state.Next.Keys.Any(grammar.IsToken);
        if (state.Finished.Count == 1 && !shifts)
            return new StateActions(state.Finished.Keys.First(), actions);
        foreach ((int rule, SortedSet<int> follow) in state.Finished.Reverse())
            foreach (int token in follow)
                actions[token] = -rule;
        foreach ((int symbol, int next) in state.Next)
            if (grammar.IsToken(symbol))
                actions[symbol] = next;
        // A state in which recovery can go on has no default, or errors inside would be found too late.
        if (state.Finished.Count == 0 || state.Next.ContainsKey(Grammar.Error))
            return new StateActions(0, actions);
        int standard = state.Finished.Keys.MaxBy(rule => actions.Count(action => action == -rule));
        if (!actions.Contains(-standard))
            return new StateActions(0, actions);
        for (int token = 0; token < actions.Length; token++)
            if (actions[token] == 0)
                actions[token] = -standard;
        return new StateActions(0, actions);
    }
}
