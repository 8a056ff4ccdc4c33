using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>How two values compare: as numbers where both are some, else as text (kernel 6.12, scripts/kconfig/expr.c).</summary>
internal static class Comparison
{
    private enum ValueKind : byte
    {
        Text,
        Signed,
        Unsigned,
    }

    /// <summary>Below, at or above 0.</summary>
    internal static int Of(string left, SymbolType leftType, string right, SymbolType rightType)
    {
        ValueKind leftKind = ValueKind.Text, rightKind = ValueKind.Text;
        ulong leftNumber = 0, rightNumber = 0;
        if (leftType != SymbolType.Text || rightType != SymbolType.Text)
        {
            leftKind = Read(left, leftType, out leftNumber);
            rightKind = Read(right, rightType, out rightNumber);
        }
        if (leftKind == ValueKind.Text || rightKind == ValueKind.Text)
            return string.CompareOrdinal(left, right);
        return leftKind == ValueKind.Unsigned || rightKind == ValueKind.Unsigned ? leftNumber.CompareTo(rightNumber) : ((long)leftNumber).CompareTo((long)rightNumber);
    }

    private static ValueKind Read(string text, SymbolType type, out ulong number)
    {
        if (type.IsLogical())
        {
            number = text switch { "n" => 0, "m" => 1, "y" => 2, _ => ulong.MaxValue };
            return ValueKind.Signed;
        }
        bool isHexadecimal = type == SymbolType.Hexadecimal;
        int numberBase = isHexadecimal ? 16 : type == SymbolType.Integer ? 10 : 0;
        TextValues.Parse(text, numberBase, isSigned: !isHexadecimal, out number, out int length, out bool isTooLarge);
        if (isTooLarge || length == 0 || length != text.Length)
            return ValueKind.Text;
        return isHexadecimal ? ValueKind.Unsigned : ValueKind.Signed;
    }
}
