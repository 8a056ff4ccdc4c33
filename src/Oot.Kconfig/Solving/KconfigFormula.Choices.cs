using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Choices as since 6.11: one visible member is on.</summary>
internal sealed partial class KconfigFormula
{
    private void AddChoice(Symbol choice)
    {
        List<Symbol> members = [.. choice.Members.Where(member => member.Choice == choice)];
        if (members.Count == 0)
            return;
        Dictionary<Symbol, int> visible = members.ToDictionary(static member => member, member => _rules.Visibility(member).Module);
        int touch = members.Any(_frozen.Contains) ? SatSolver.False : NewTouch(members);
        Dictionary<Symbol, int> winners = Winners(choice, members, visible);
        int any = SatSolver.False;
        foreach (Symbol member in members)
        {
            int on = ValueOf(member).Module;
            any = _gates.Or(any, visible[member]);
            Solver.AddClause([SatSolver.Not(on), visible[member]]);
            _gates.Equate(touch, on, winners[member]);
        }
        for (int i = 0; i < members.Count; i++)
        {
            for (int j = 0; j < i; j++)
                Solver.AddClause([SatSolver.Not(ValueOf(members[i]).Module), SatSolver.Not(ValueOf(members[j]).Module)]);
        }
        Solver.AddClause([SatSolver.Not(any), .. members.Select(member => ValueOf(member).Module)]);
    }

    /// <summary>Which member is on without a line for any: what was given last, else the default, else the first one that was not switched off, else the last.</summary>
    private Dictionary<Symbol, int> Winners(Symbol choice, List<Symbol> members, Dictionary<Symbol, int> visible)
    {
        var winners = members.ToDictionary(static member => member, static _ => SatSolver.False);
        int open = SatSolver.True;
        void Offer(Symbol member, int condition)
        {
            winners[member] = _gates.Or(winners[member], _gates.And(open, condition));
            open = _gates.And(open, SatSolver.Not(condition));
        }
        bool IsOff(Symbol member) => _base.HasUserValue(member) && _base.UserValueOf(member) == Tristate.No;
        List<Symbol> byPriority = [.. _base.PriorityOf(choice).Where(visible.ContainsKey)];
        foreach (Symbol member in byPriority)
        {
            if (_base.HasUserValue(member) && _base.UserValueOf(member) == Tristate.Yes)
                Offer(member, visible[member]);
        }
        // A default that was switched off ends the search for defaults, not the search.
        int past = SatSolver.False;
        void OfferDefault(Symbol member, int condition)
        {
            if (!IsOff(member))
            {
                Offer(member, condition);
                return;
            }
            past = _gates.Or(past, _gates.And(open, condition));
            open = _gates.And(open, SatSolver.Not(condition));
        }
        for (Property? property = choice.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default && _expressions.SymbolOf(property.Value) is { } member && visible.TryGetValue(member, out int seen))
                OfferDefault(member, _gates.And(_rails.Of(property.Condition).Module, seen));
        }
        foreach (Symbol member in members)
            OfferDefault(member, visible[member]);
        open = _gates.Or(open, past);
        foreach (Symbol member in members)
        {
            if (!_base.HasUserValue(member))
                Offer(member, visible[member]);
        }
        for (int i = byPriority.Count - 1; i >= 0; i--)
            Offer(byPriority[i], visible[byPriority[i]]);
        return winners;
    }
}
