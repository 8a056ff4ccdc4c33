using System.Globalization;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>Reads a <c>.config</c> into a configuration (kernel 5.10 to 7.x, scripts/kconfig/confdata.c).</summary>
internal sealed class ConfigurationReader(KconfigSession session, Configuration configuration)
{
    private readonly KconfigDialect _dialect = configuration.Tree.Dialect;
    private readonly byte[] _prefix = ByteText.ToBytes(session.Prefix);

    /// <summary>How many warnings the last file had.</summary>
    internal int Warnings { get; private set; }

    /// <summary>Gets <c>using defaults found in …</c>.</summary>
    internal Action<string> Message { get; init; } = static _ => { };

    /// <summary>The name of the file that a configuration is kept in.</summary>
    internal static string NameOf(KconfigSession session) => session.Variable("KCONFIG_CONFIG") ?? ".config";

    /// <summary>Reads a file and computes every value; false when there is none.</summary>
    /// <param name="name">null: the configuration's own, or else the first of the system's defaults.</param>
    internal bool ReadAndCalculate(string? name)
    {
        configuration.IsChanged = false;
        if (!Read(name))
        {
            configuration.Calculate(configuration.Tree.Modules);
            return false;
        }
        configuration.Calculate(configuration.Tree.Modules);
        bool differs = false;
        foreach (Symbol symbol in configuration.Tree.Symbols.InProgramOrder)
        {
            configuration.Calculate(symbol);
            if (!symbol.IsChoice && !symbol.IsInternal)
                differs |= Differs(symbol);
        }
        configuration.IsChanged |= differs;
        if (_dialect.HasOldChoices)
            TakeBackWhatDoesNotCount(differs);
        configuration.IsChanged |= Warnings > 0;
        return true;
    }

    private bool Differs(Symbol symbol)
    {
        bool isWritten = configuration.IsWritten(symbol);
        if (!configuration.HasUserValue(symbol) || !isWritten)
            return configuration.HasUserValue(symbol) || isWritten;
        return symbol.Type.IsLogical() ? configuration.UserValueOf(symbol) != configuration.ValueOf(symbol) : configuration.UserTextOf(symbol) != configuration.TextOf(symbol);
    }

    // Values that were generated are to appear as new once they become visible; numbers out of range are no values.
    private void TakeBackWhatDoesNotCount(bool differs)
    {
        foreach (Symbol symbol in configuration.Tree.Symbols.InProgramOrder)
        {
            if (!configuration.HasUserValue(symbol) || symbol.IsChoiceMember)
                continue;
            if (!differs && configuration.VisibilityOf(symbol) == Tristate.No)
                configuration.Withdraw(symbol);
            if (symbol.Type.IsLogical() || symbol.Type == SymbolType.Unknown || configuration.IsWithinRange(symbol, configuration.UserTextOf(symbol) ?? ""))
                continue;
            configuration.Withdraw(symbol);
            configuration.ForgetValue(symbol);
            differs = true;
        }
        configuration.IsChanged |= differs;
    }

    /// <summary>Reads a file's values, computing nothing; false when there is none.</summary>
    internal bool Read(string? name)
    {
        byte[]? content;
        if (name is not null)
            content = session.Open(name);
        else
        {
            name = NameOf(session);
            content = session.Open(name);
            if (content is null)
            {
                configuration.IsChanged = true;
                content = OpenDefault(ref name);
            }
        }
        if (content is null)
            return false;
        Warnings = 0;
        configuration.WithdrawAll();
        configuration.ForgetValues();
        var lines = new ConfigLines(content);
        while (lines.MoveNext())
            Take(lines.Line, name, lines.Number);
        return true;
    }

    private byte[]? OpenDefault(ref string name)
    {
        foreach (string candidate in Defaults())
        {
            name = candidate;
            if (session.Open(candidate) is not { } content)
                continue;
            Message("using defaults found in " + candidate);
            return content;
        }
        return null;
    }

    private IEnumerable<string> Defaults()
    {
        if (!_dialect.HasOptions)
        {
            string list = session.Variable("KCONFIG_DEFCONFIG_LIST") ?? "";
            return list.Split((char[])[' ', '\t', '\n', '\v', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries);
        }
        var names = new List<string>();
        for (Property? property = configuration.Tree.DefconfigList?.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default && configuration.Evaluate(property.Condition) != Tristate.No && configuration.Tree.Expressions.SymbolOf(property.Value) is { } symbol)
                names.Add(configuration.TextOf(symbol));
        }
        return names;
    }

    private void Take(ReadOnlySpan<byte> text, string file, int number)
    {
        ConfigLine line = ConfigLine.Parse(text, _prefix, _dialect);
        if (line.IsUnexpected)
        {
            int zero = text.IndexOf((byte)0);
            Warn(file, number, "unexpected data: " + ByteText.FromBytes(zero < 0 ? text : text[..zero]));
            return;
        }
        if (!line.HasName)
            return;
        Symbol? symbol = configuration.Tree.Symbols.Find(line.Name);
        if (symbol is null)
        {
            if (_dialect.HasWarningVariables && session.Variable("KCONFIG_WARN_UNKNOWN_SYMBOLS") is not null)
                Warn(file, number, "unknown symbol: " + ByteText.FromBytes(line.Name));
            configuration.IsChanged = true;
            return;
        }
        if (symbol.IsConstant)
            return;
        if (configuration.HasUserValue(symbol))
            Warn(file, number, "override: reassigning to symbol " + symbol.Name);
        if (_dialect.HasOldWriters && line.IsUnset && !symbol.Type.IsLogical())
            return;
        GivenValue given = GivenValue.Read(symbol, line.Value, isQuoted: true);
        if (given.Warning is not null)
        {
            Warn(file, number, given.Warning);
            return;
        }
        if (given.IsNothing)
            return;
        if (given.Text is not null)
            configuration.Give(symbol, given.Text);
        else
            configuration.Give(symbol, given.Value);
        if (symbol.Choice is { } choice)
            TakeMember(choice, symbol, given.Value, file, number);
    }

    private void TakeMember(Symbol choice, Symbol member, Tristate value, string file, int number)
    {
        if (!_dialect.HasOldChoices)
        {
            configuration.Prefer(choice, member);
            return;
        }
        if (value == Tristate.Module && configuration.UserValueOf(choice) == Tristate.Yes)
        {
            Warn(file, number, $"{member} creates inconsistent choice state");
            configuration.GiveChoice(choice, false);
        }
        if (value == Tristate.Yes)
        {
            if (configuration.UserValueOf(choice) != Tristate.No)
                Warn(file, number, $"override: {member} changes choice state");
            configuration.SetChosen(choice, member);
        }
        if (value > configuration.UserValueOf(choice))
            configuration.GiveSilently(choice, value);
    }

    private void Warn(string file, int line, string message)
    {
        Warnings++;
        session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:warning: {message}\n"));
    }
}
