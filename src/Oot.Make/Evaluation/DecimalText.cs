using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>An integer of any size, kept as its sign (−1, 0, 1) and its digits without leading zeros.</summary>
internal readonly record struct DecimalText(int Sign, string Digits) : IComparable<DecimalText>
{
    /// <summary>Reads optional white space, a sign and digits; anything else stops with <paramref name="message"/>.</summary>
    public static DecimalText Parse(Expander expander, string text, string message)
    {
        string number = Characters.Strip(text);
        if (number.Length == 0)
            throw expander.Fatal($"{message}: empty value");
        ReadOnlySpan<char> digits = number.AsSpan(number[0] is '-' or '+' ? 1 : 0);
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            throw expander.Fatal($"{message}: '{text}'");
        string significant = digits.TrimStart('0').ToString();
        int sign = significant.Length == 0 ? 0 : number[0] == '-' ? -1 : 1;
        return new DecimalText(sign, significant);
    }

    /// <summary>
    /// The order that make's <c>intcmp</c> gives: by sign, then by the size of the digits. Two negative numbers are
    /// compared by their digits alone, as make 4.4.1 does it.
    /// </summary>
    public int CompareTo(DecimalText other)
    {
        if (Sign != other.Sign)
            return Sign - other.Sign;
        int byLength = Digits.Length.CompareTo(other.Digits.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(Digits, other.Digits);
    }

    /// <summary>The number without leading zeros.</summary>
    public override string ToString() => Sign == 0 ? "0" : Sign < 0 ? "-" + Digits : Digits;
}
