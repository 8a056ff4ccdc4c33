using System.Globalization;
using System.Numerics;
using Oot.Core;

namespace Oot.Kernel.Loading;

/// <summary>
/// The parameters that the user gives (kernel/params.c, parse_args): an unknown one is only said, a value that its type does not take is an error. A type is known from <c>parmtype</c>; what a
/// module checks itself cannot be told.
/// </summary>
internal static class ParameterStep
{
    private const int OutOfRange = 34, NoRoom = 28, LongestText = 1024;

    internal static bool Check(LoadTrial trial)
    {
        foreach (string given in trial.Conditions.Parameters)
        {
            int equals = given.IndexOf('=');
            string name = equals < 0 ? given : given[..equals];
            if (Name(name) is not ("async_probe" or "dyndbg"))
                Check(trial, name, equals < 0 ? null : given[(equals + 1)..]);
        }
        return trial.Problems.Count == 0;
    }

    // The kernel goes on after a wrong one, and returns the last error.
    private static void Check(LoadTrial trial, string name, string? value)
    {
        KeyValuePair<string, string> known = trial.Module.Parameters.FirstOrDefault(parameter => Name(parameter.Key) == Name(name));
        if (known.Key is null)
        {
            trial.Say($"{trial.Module.Name}: unknown parameter '{name}' ignored");
            trial.Notes.Add($"it has no parameter {name}, which the kernel only says in its log (see `oot modinfo -p`)");
            return;
        }
        bool isArray = known.Value.StartsWith("array of ", StringComparison.Ordinal);
        int errno = isArray && value is not null ? TakeArray(trial, known, value) : Take(known.Value, value);
        if (errno == 0)
            return;
        if (errno == NoRoom)
            trial.Say($"{known.Key}: string parameter too long");
        // The commas of an array have become ends of text by then.
        string? left = isArray ? value?.Split(',')[0] : value;
        string message = errno == NoRoom ? $"{trial.Module.Name}: `{left}' too large for parameter `{name}'" : $"{trial.Module.Name}: `{left}' invalid for parameter `{name}'";
        trial.Refuse(new LoadProblem(LoadRule.Parameter, message, errno, name, $"{name} is of the type {known.Value}", $"Give {name} a value of the type {known.Value} (see `oot modinfo -p`)."));
    }

    private static int TakeArray(LoadTrial trial, KeyValuePair<string, string> parameter, string value)
    {
        bool isLimited = trial.Module.ParameterLimits.TryGetValue(parameter.Key, out uint limit);
        string[] parts = value.Split(',');
        for (int i = 0; i < parts.Length; i++)
        {
            if (isLimited && i >= limit)
            {
                trial.Say($"{parameter.Key}: can only take {limit} arguments");
                return Errno.InvalidArgument;
            }
            int errno = Take(parameter.Value["array of ".Length..], parts[i]);
            if (errno != 0)
                return errno;
        }
        return 0;
    }

    private static string Name(string name) => name.Replace('-', '_');

    private static int Take(string type, string? value)
    {
        if (type is "bool" or "invbool" or "bint")
            return value is null || IsTruth(value) ? 0 : Errno.InvalidArgument;
        if (value is null)
            return Errno.InvalidArgument;
        return type switch
        {
            "byte" => Number(value, 0, byte.MaxValue),
            "short" => Number(value, short.MinValue, short.MaxValue),
            "ushort" => Number(value, 0, ushort.MaxValue),
            "int" => Number(value, int.MinValue, int.MaxValue),
            "uint" or "hexint" => Number(value, 0, uint.MaxValue),
            "long" => Number(value, long.MinValue, long.MaxValue),
            "ulong" or "ullong" => Number(value, 0, ulong.MaxValue),
            "charp" => value.Length > LongestText ? NoRoom : 0,
            _ => 0,
        };
    }

    // lib/kstrtox.c, kstrtobool: one letter decides, two after an `o`.
    private static bool IsTruth(string value) =>
        value.Length > 0 && (value[0] is 'y' or 'Y' or 't' or 'T' or '1' or 'n' or 'N' or 'f' or 'F' or '0' || (value[0] is 'o' or 'O' && value.Length > 1 && value[1] is 'n' or 'N' or 'f' or 'F'));

    // kstrtoll with radix 0: 0x…, 0… or decimal, a sign, and one line feed at the end.
    private static int Number(string text, BigInteger least, BigInteger most)
    {
        string digits = text.EndsWith('\n') ? text[..^1] : text;
        bool negative = digits.StartsWith('-') && least < 0;
        digits = negative || digits.StartsWith('+') ? digits[1..] : digits;
        int radix = digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X' && char.IsAsciiHexDigit(digits[2]) ? 16 : digits.Length > 1 && digits[0] == '0' ? 8 : 10;
        BigInteger value = 0;
        string number = radix == 16 ? digits[2..] : digits;
        foreach (char c in number)
        {
            int digit = char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
                return Errno.InvalidArgument;
            value = (value * radix) + digit;
        }
        if (number.Length == 0)
            return Errno.InvalidArgument;
        value = negative ? -value : value;
        return value < least || value > most ? OutOfRange : 0;
    }
}
