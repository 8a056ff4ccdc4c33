using System.Globalization;
using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The functions that define scopes, evaluate, run or report.</summary>
internal static class ControlFunctions
{
    /// <summary>A function called through <c>$(call)</c> may contain itself: how often is bounded by this.</summary>
    private const int MaximumSelfExpansions = (1 << 15) - 1;

    public static void ForEach(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        string name = FirstToken(expander.Expand(arguments[0].Expression));
        string list = expander.Expand(arguments[1].Expression);
        expander.Variables.Push();
        try
        {
            Variable variable = expander.Variables.DefineHere(name, "", Origin.Automatic);
            bool any = false;
            foreach (ReadOnlySpan<char> word in new WordEnumerator(list))
            {
                variable.Value = word.ToString();
                if (any)
                    output.Append(' ');
                expander.ExpandInto(output, arguments[2].Expression);
                any = true;
            }
        }
        finally
        {
            expander.Variables.Pop();
        }
    }

    public static void Let(Expander expander, CallArgument[] arguments, StringBuilder output)
    {
        string names = expander.Expand(arguments[0].Expression);
        string list = expander.Expand(arguments[1].Expression);
        expander.Variables.Push();
        try
        {
            var name = new WordEnumerator(names);
            var value = new WordEnumerator(list);
            bool more = name.MoveNext();
            while (more)
            {
                string current = name.Current.ToString();
                more = name.MoveNext();
                // The last name takes all that is left, as it stands.
                string text = more ? (value.MoveNext() ? value.Current.ToString() : "") : list[Characters.NextToken(list, value.End)..];
                expander.Variables.DefineHere(current, text, Origin.Automatic);
            }
            expander.ExpandInto(output, arguments[2].Expression);
        }
        finally
        {
            expander.Variables.Pop();
        }
    }

    public static void Call(Expander expander, string[] arguments, StringBuilder output)
    {
        string name = FirstToken(arguments[0]);
        if (name.Length == 0)
            return;
        if (FunctionTable.Find(name) is { } function)
        {
            expander.Invoke(function, arguments[1..], output);
            return;
        }
        Variable? variable = expander.Variables.Find(name);
        if (variable is null)
            expander.WarnUndefined(name);
        if (variable is null || variable.Value.Length == 0)
            return;
        // GNU make goes on until memory ends.
        if (expander.CallDepth == MaximumSelfExpansions)
            throw expander.Fatal($"Recursive variable '{name}' references itself (eventually)");
        expander.CallDepth++;
        int outerArguments = expander.CallArgumentCount;
        expander.Variables.Push(onlyArguments: true);
        try
        {
            int index = 0;
            foreach (string argument in arguments)
                expander.Variables.DefineHere(ArgumentName(index++), argument, Origin.Automatic);
            // Arguments of an outer call must not show through.
            for (; index < outerArguments; index++)
                expander.Variables.DefineHere(ArgumentName(index), "", Origin.Automatic);
            variable.RemainingSelfExpansions = MaximumSelfExpansions;
            expander.CallArgumentCount = index;
            expander.ExpandInto(output, ExpressionParser.NameReference(name));
        }
        finally
        {
            expander.CallDepth--;
            expander.CallArgumentCount = outerArguments;
            variable.RemainingSelfExpansions = 0;
            expander.Variables.Pop();
        }
    }

    private static string ArgumentName(int index) =>
        index < SmallNames.Length ? SmallNames[index] : index.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] SmallNames = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    public static void Eval(Expander expander, string[] arguments, StringBuilder output) => expander.EvaluateText(arguments[0]);

    public static void Shell(Expander expander, string[] arguments, StringBuilder output) => output.Append(expander.RunShell(arguments[0], trimAllNewlines: true));

    public static void Info(Expander expander, string[] arguments, StringBuilder output) => expander.Messages.WriteOutput(arguments[0] + "\n");

    public static void Warning(Expander expander, string[] arguments, StringBuilder output) => expander.Messages.Error(expander.ReadingLocation, arguments[0]);

    public static void Error(Expander expander, string[] arguments, StringBuilder output) => throw expander.Messages.Fatal(expander.ReadingLocation, arguments[0]);

    public static void Guile(Expander expander, string[] arguments, StringBuilder output) =>
        throw expander.Fatal("the 'guile' function is not supported by oot (its .FEATURES has no 'guile')");

    private static string FirstToken(string text)
    {
        int start = Characters.NextToken(text);
        return text[start..Characters.EndOfToken(text, start)];
    }
}
