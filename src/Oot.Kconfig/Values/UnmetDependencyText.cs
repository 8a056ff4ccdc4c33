using System.Globalization;
using System.Text;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>conf's warning of a symbol that is selected though what it depends on is not met.</summary>
internal sealed class UnmetDependencyText(Configuration configuration)
{
    internal string Of(Symbol symbol, Tristate direct)
    {
        var text = new ValuedText(configuration);
        text.Builder.Append(CultureInfo.InvariantCulture, $"\nWARNING: unmet direct dependencies detected for {symbol}\n  Depends on [{(direct == Tristate.Module ? 'm' : 'n')}]: ");
        text.Append(symbol.DirectDependency);
        text.Builder.Append('\n');
        text.AppendCauses(symbol.ReverseDependency, Tristate.Yes, "  Selected by [y]:\n");
        text.AppendCauses(symbol.ReverseDependency, Tristate.Module, "  Selected by [m]:\n");
        return text.Builder.ToString();
    }
}
