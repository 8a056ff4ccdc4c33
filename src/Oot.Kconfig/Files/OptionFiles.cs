using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>
/// The empty files <c>include/config/OPTION</c>, whose times say when an option changed last: those whose value differs from that in the last <c>auto.conf</c> are made anew (kernel
/// 5.10 to 7.x, scripts/kconfig/confdata.c).
/// </summary>
internal sealed class OptionFiles(KconfigSession session, Configuration configuration, string autoConf)
{
    private readonly KconfigDialect _dialect = configuration.Tree.Dialect;
    private readonly string _directory = autoConf[..(autoConf.LastIndexOf('/') + 1)];
    private readonly Dictionary<Symbol, GivenValue> _before = [];

    /// <summary>false when one cannot be made.</summary>
    internal bool Touch()
    {
        if (session.Open(autoConf) is { } content)
        {
            ReadBefore(content);
            // The older program computes everything once more after reading.
            if (_dialect.HasOldChoices)
                configuration.Recalculate();
        }
        foreach (Symbol symbol in configuration.Tree.Symbols.InProgramOrder)
        {
            if (!symbol.IsChoice && !symbol.IsInternal && symbol.Name is not null && IsChanged(symbol) && !Touch(symbol.Name))
                return false;
        }
        return true;
    }

    private void ReadBefore(byte[] content)
    {
        byte[] prefix = ByteText.ToBytes(session.Prefix);
        var lines = new ConfigLines(content);
        while (lines.MoveNext())
        {
            ConfigLine line = ConfigLine.Parse(lines.Line, prefix, _dialect);
            if (line.IsUnexpected || !line.HasName)
                continue;
            if (configuration.Tree.Symbols.Find(line.Name) is not { } symbol)
            {
                // An option that is gone.
                Touch(ByteText.FromBytes(line.Name));
                continue;
            }
            GivenValue value = GivenValue.Read(symbol, line.Value, isQuoted: _dialect.HasOldWriters);
            if (value is { Warning: null, IsNothing: false })
                _before[symbol] = value;
        }
    }

    private bool IsChanged(Symbol symbol)
    {
        bool wasThere = _before.TryGetValue(symbol, out GivenValue before);
        if (!configuration.IsWritten(symbol))
            return wasThere;
        if (symbol.Type.IsLogical())
            return configuration.ValueOf(symbol) != (wasThere ? before.Value : Tristate.No);
        return !wasThere || configuration.TextOf(symbol) != before.Text;
    }

    private bool Touch(string option)
    {
        if (!_dialect.HasOldWriters)
            return session.Disk.Write(_directory + option, default(ReadOnlySpan<byte>)) == 0;
        string path = _directory + option.Replace('_', '/').ToLowerInvariant() + ".h";
        return session.Disk.Write(path, default(ReadOnlySpan<byte>)) == 0 || (session.Disk.MakeParents(path) == 0 && session.Disk.Write(path, default(ReadOnlySpan<byte>)) == 0);
    }
}
