using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>
/// Choices up to 6.10 (kernel 6.1, scripts/kconfig/symbol.c). A choice has a value of its own, the highest that was given to a member. At <c>y</c> one member is on; at <c>m</c> each has what was
/// given to it, at most <c>m</c>; an optional one may be off. A line only ever raises that value, since a member's earlier line still counts.
/// </summary>
internal sealed partial class KconfigFormula
{
    private void AddOldChoice(Symbol choice)
    {
        List<Symbol> members = [.. choice.Members.Where(member => member.Choice == choice)];
        bool isFree = !members.Any(_frozen.Contains);
        Rails given = Rails.Of(_base.UserValueOf(choice));
        (int Yes, int Module)[] touches = new (int, int)[members.Count];
        for (int i = 0; i < members.Count; i++)
        {
            bool canBeModule = isFree && _rules.HasModule(choice) && _rules.HasModule(members[i]);
            touches[i] = (isFree ? NewTouch([members[i]]) : SatSolver.False, canBeModule ? NewTouch([members[i]]) : SatSolver.False);
            given = _gates.Or(given, new Rails(_gates.Or(touches[i].Yes, touches[i].Module), touches[i].Yes));
            for (int j = 0; j < i; j++)
                Solver.AddClause([SatSolver.Not(touches[i].Yes), SatSolver.Not(touches[j].Yes)]);
        }
        Rails value = ValueOf(choice);
        Rails visible = _rules.Visibility(choice);
        Rails reverse = _rules.Reverse(choice);
        Equate(SatSolver.False, value, _rules.Fit(choice, _gates.If(visible.Module, _gates.Or(_gates.And(given, visible), reverse), reverse)));
        int[] winners = OldWinners(choice, members, touches);
        for (int i = 0; i < members.Count; i++)
        {
            AddOldMember(members[i], value, winners[i], touches[i]);
            // A module where another is built in leaves the choice without a value.
            Solver.AddClause([SatSolver.Not(touches[i].Module), SatSolver.Not(given.Yes)]);
        }
    }

    private void AddOldMember(Symbol member, Rails choice, int winner, (int Yes, int Module) touch)
    {
        Rails value = ValueOf(member);
        Rails visible = _rules.Visibility(member);
        Equate(SatSolver.Not(visible.Yes), value, new Rails(winner, winner));
        Solver.AddClause([SatSolver.Not(touch.Yes), visible.Yes]);
        int isOneOfModules = _gates.And(visible.Module, SatSolver.Not(choice.Yes));
        Rails untouched = _rules.Default(member);
        if (_base.HasUserValue(member))
        {
            Rails given = _gates.Or(_gates.And(Rails.Of(_base.UserValueOf(member)), visible), _rules.Reverse(member));
            untouched = _gates.If(isOneOfModules, _rules.Fit(member, given), untouched);
        }
        Equate(_gates.Or(visible.Yes, touch.Module), value, untouched);
        Solver.AddClause([SatSolver.Not(touch.Module), isOneOfModules]);
        Solver.AddClause([SatSolver.Not(touch.Module), value.Module]);
        Solver.AddClause([SatSolver.Not(touch.Module), SatSolver.Not(value.Yes)]);
    }

    /// <summary>Which member is on where the choice is <c>y</c>: what was given last, else the default, else the first that can be.</summary>
    private int[] OldWinners(Symbol choice, List<Symbol> members, (int Yes, int Module)[] touches)
    {
        int[] winners = new int[members.Count];
        Array.Fill(winners, SatSolver.False);
        int open = SatSolver.True;
        void Offer(int member, int condition)
        {
            winners[member] = _gates.Or(winners[member], _gates.And(open, condition));
            open = _gates.And(open, SatSolver.Not(condition));
        }
        int Visible(int member) => _rules.Visibility(members[member]).Yes;
        for (int i = 0; i < members.Count; i++)
            Offer(i, touches[i].Yes);
        if (_base.ChosenByUser(choice) is { } wanted && members.IndexOf(wanted) is var given and >= 0)
            Offer(given, Visible(given));
        for (Property? property = choice.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default && _expressions.SymbolOf(property.Value) is { } member && members.IndexOf(member) is var place and >= 0)
                Offer(place, _gates.And(_rails.Of(property.Condition).Module, Visible(place)));
        }
        for (int i = 0; i < members.Count; i++)
            Offer(i, Visible(i));
        return winners;
    }
}
