using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The functions that expand only some of their arguments.</summary>
internal static class ConditionalFunctions
{
    public static void If(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        int chosen = ExpandCondition(expander, arguments[0]).Length > 0 ? 1 : 2;
        if (chosen < arguments.Length)
            expander.ExpandInto(output, arguments[chosen].Expression);
    }

    public static void Or(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        foreach (CallArgument argument in arguments)
        {
            string value = ExpandCondition(expander, argument);
            if (value.Length > 0)
            {
                output.Append(value);
                return;
            }
        }
    }

    public static void And(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        string value = "";
        foreach (CallArgument argument in arguments)
        {
            value = ExpandCondition(expander, argument);
            if (value.Length == 0)
                return;
        }
        output.Append(value);
    }

    /// <summary>A condition is expanded without the white space around it, not stripped after expansion.</summary>
    private static string ExpandCondition(Expander expander, CallArgument argument)
    {
        string text = argument.Text;
        if (text.Length == 0)
            return "";
        return Characters.IsSpace(text[0]) || Characters.IsSpace(text[^1])
            ? expander.Expand(Characters.Strip(text))
            : expander.Expand(argument.Expression);
    }

    public static void CompareIntegers(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        DecimalText left = DecimalText.Parse(expander, expander.Expand(arguments[0].Expression), "non-numeric first argument to 'intcmp' function");
        DecimalText right = DecimalText.Parse(expander, expander.Expand(arguments[1].Expression), "non-numeric second argument to 'intcmp' function");
        int order = left.CompareTo(right);
        if (arguments.Length == 2)
        {
            if (order == 0)
                output.Append(left);
            return;
        }
        int chosen = 2;
        if (order >= 0)
            chosen = order > 0 && arguments.Length > 4 ? 4 : 3;
        if (chosen < arguments.Length)
            expander.ExpandInto(output, arguments[chosen].Expression);
    }
}
