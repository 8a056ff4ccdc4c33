using System.Text;

namespace Oot.Make.Evaluation;

/// <summary>The functions that ask about a variable.</summary>
internal static class VariableFunctions
{
    public static void OriginOf(Expander expander, string[] arguments, StringBuilder output) =>
        output.Append(expander.Variables.Find(arguments[0])?.Origin switch
        {
            null => "undefined",
            Origin.Default => "default",
            Origin.Environment => "environment",
            Origin.File => "file",
            Origin.EnvironmentOverride => "environment override",
            Origin.CommandLine => "command line",
            Origin.Override => "override",
            _ => "automatic",
        });

    public static void Flavor(Expander expander, string[] arguments, StringBuilder output) =>
        output.Append(expander.Variables.Find(arguments[0])?.IsRecursive switch
        {
            null => "undefined",
            true => "recursive",
            false => "simple",
        });

    public static void Value(Expander expander, string[] arguments, StringBuilder output) =>
        output.Append(expander.Variables.Find(arguments[0])?.Value);
}
