using System.Globalization;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>
/// The values of randconfig. The same seed (<c>KCONFIG_SEED</c>) gives the same values every time, though not the C library's; <c>KCONFIG_PROBABILITY</c> as conf reads it.
/// </summary>
internal sealed class RandomValues
{
    private readonly int _boolYes = 50;
    private readonly int _tristateYes = 33;
    private readonly int _module = 33;
    private ulong _state;

    internal RandomValues(KconfigSession session, KconfigDialect dialect)
    {
        uint seed = Seed(session.Variable("KCONFIG_SEED"));
        string told = string.Create(CultureInfo.InvariantCulture, $"KCONFIG_SEED=0x{seed:X}\n");
        if (dialect.PrintsSeedAsError)
            session.PrintError(told);
        else
            session.Print(told);
        _state = (seed * 0x9E3779B97F4A7C15UL) + 0xD1B54A32D192ED03UL;
        List<int> given = Probabilities(session);
        switch (given.Count)
        {
            case 1:
                (_boolYes, _module) = (given[0], given[0] / 2);
                _tristateYes = _boolYes - _module;
                break;
            case 2:
                (_tristateYes, _module, _boolYes) = (given[0], given[1], given[0] + given[1]);
                break;
            case 3:
                (_boolYes, _tristateYes, _module) = (given[0], given[1], given[2]);
                break;
        }
        if (_tristateYes + _module > 100)
            throw OutOfRange(session);
    }

    private static uint Seed(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            TextValues.Parse(text, 0, isSigned: true, out ulong value, out int length, out _);
            if (length == text.Length)
                return (uint)value;
        }
        return (uint)DateTime.UtcNow.Ticks;
    }

    private static List<int> Probabilities(KconfigSession session)
    {
        var given = new List<int>();
        ReadOnlySpan<char> rest = session.Variable("KCONFIG_PROBABILITY") ?? "";
        while (!rest.IsEmpty && given.Count < 3)
        {
            TextValues.Parse(rest, 10, isSigned: true, out ulong value, out int length, out _);
            if (value > 100 || (length == 0 && rest is not [':', ..]))
                throw OutOfRange(session);
            given.Add((int)value);
            rest = rest[length..];
            rest = rest is [':', ..] ? rest[1..] : rest;
        }
        return given;
    }

    private static KconfigStopException OutOfRange(KconfigSession session)
    {
        const int OutOfRangeErrno = 34;
        session.PrintError($"KCONFIG_PROBABILITY: {Errno.Message(OutOfRangeErrno)}\n");
        return new KconfigStopException(1);
    }

    /// <summary>A number from 0 to below a limit.</summary>
    internal int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 33) % (uint)limit);
    }

    internal Tristate Next(SymbolType type)
    {
        int number = Below(100);
        if (type != SymbolType.Tristate)
            return number < _boolYes ? Tristate.Yes : Tristate.No;
        return number < _tristateYes ? Tristate.Yes : number < _tristateYes + _module ? Tristate.Module : Tristate.No;
    }
}
