using System.Text;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>The values that somebody gave and that Kconfig changed, for who asks with <c>KCONFIG_WARN_CHANGED_INPUT</c> (kernel 7.x, scripts/kconfig/confdata.c).</summary>
internal sealed class ChangedInput(KconfigSession session, Configuration configuration)
{
    private readonly StringBuilder? _text = configuration.Tree.Dialect.TellsChangedInput && session.IsOn("KCONFIG_WARN_CHANGED_INPUT") ? new StringBuilder() : null;

    internal void Note(Symbol symbol)
    {
        if (_text is null || !configuration.HasUserValue(symbol) || symbol.Type == SymbolType.Unknown)
            return;
        (string given, string now) = (configuration.UserTextOf(symbol) ?? "", configuration.TextOf(symbol));
        if (given == now)
            return;
        if (_text.Length == 0)
            _text.Append("warning: user-provided values changed by Kconfig:\n");
        _text.Append("  ").Append(session.Prefix).Append(symbol.Name).Append(": ").Append(given).Append(" -> ").Append(now).Append('\n');
    }

    internal void Tell()
    {
        if (_text is { Length: > 0 })
            session.PrintError(_text.ToString());
    }
}
