using System.Runtime.CompilerServices;
using System.Text;

namespace Oot.Kconfig.Syntax;

/// <summary>
/// <c>$(…)</c>: macros, functions and the environment (kernel 6.12, scripts/kconfig/preprocess.c; Documentation/kbuild/kconfig-macro-language.rst). The order of a name's
/// meanings is argument, macro, built-in function, environment variable, nothing.
/// </summary>
internal sealed class Preprocessor(KconfigSession session, Func<(string File, int Line)> place)
{
    private const int MostArguments = 16;
    private const int DeepestExpansion = 1000;

    private readonly Dictionary<string, PreprocessorVariable> _variables = new(StringComparer.Ordinal);
    private readonly PreprocessorFunctions _functions = new(session, place);
    private readonly List<KeyValuePair<string, string>> _usedEnvironment = [];

    /// <summary>The environment variables that were read and set, in that order.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> UsedEnvironment => _usedEnvironment;

    internal void Define(string name, string value, VariableFlavor flavor)
    {
        bool appends = false;
        if (_variables.TryGetValue(name, out PreprocessorVariable? variable))
        {
            appends = flavor == VariableFlavor.Append;
            flavor = appends ? variable.Flavor : flavor;
        }
        else
        {
            flavor = flavor == VariableFlavor.Append ? VariableFlavor.Recursive : flavor;
            _variables[name] = variable = new PreprocessorVariable();
        }
        variable.Flavor = flavor;
        string made = flavor == VariableFlavor.Simple ? Expand(value, []) : value;
        variable.Value = appends ? variable.Value + " " + made : made;
    }

    /// <summary>Expands what follows a <c>$</c>; <paramref name="position"/> moves to after it. A <c>$</c> without <c>(</c> is itself.</summary>
    internal string ExpandDollar(ReadOnlySpan<char> text, ref int position) => ExpandDollar(text, ref position, []);

    /// <summary>Expands a word that has a <c>$</c> in it; <paramref name="length"/> is what of the text it takes.</summary>
    internal string ExpandWord(ReadOnlySpan<char> text, out int length)
    {
        var result = new StringBuilder();
        int position = 0;
        while (position < text.Length && (text[position] == '$' || IsWord(text[position])))
        {
            if (text[position++] == '$')
                result.Append(ExpandDollar(text, ref position, []));
            else
                result.Append(text[position - 1]);
        }
        length = position;
        return result.ToString();
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private string Expand(ReadOnlySpan<char> text, string[] arguments)
    {
        int dollar = text.IndexOf('$');
        if (dollar < 0)
            return text.ToString();
        var result = new StringBuilder();
        int position = 0;
        while (dollar >= 0)
        {
            result.Append(text.Slice(position, dollar));
            position += dollar + 1;
            result.Append(ExpandDollar(text, ref position, arguments));
            dollar = text[position..].IndexOf('$');
        }
        return result.Append(text[position..]).ToString();
    }

    private string ExpandDollar(ReadOnlySpan<char> text, ref int position, string[] arguments)
    {
        if (position >= text.Length || text[position] != '(')
            return "$";
        int start = position + 1, nesting = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] == '(')
                nesting++;
            else if (text[i] == ')' && nesting-- == 0)
            {
                position = i + 1;
                return Evaluate(text[start..i], arguments);
            }
        }
        throw _functions.Fail($"unterminated reference to '{text[start..]}': missing ')'");
    }

    private string Evaluate(ReadOnlySpan<char> clause, string[] arguments)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ArgumentNumber(clause) is var number and > 0 && number <= arguments.Length)
            return arguments[number - 1];
        var parts = new List<string>();
        int start = 0, nesting = 0;
        for (int i = 0; i <= clause.Length; i++)
        {
            if (i == clause.Length || (nesting == 0 && clause[i] == ','))
            {
                if (parts.Count >= MostArguments)
                    throw _functions.Fail("too many function arguments");
                parts.Add(Expand(clause[start..i], arguments));
                start = i + 1;
            }
            else if (clause[i] == '(')
                nesting++;
            else if (clause[i] == ')')
                nesting--;
        }
        string name = parts[0];
        string[] given = parts.Count == 1 ? [] : [.. parts[1..]];
        return Macro(name, given) ?? _functions.Call(name, given) ?? (given.Length == 0 ? FromEnvironment(name) : null) ?? "";
    }

    // As strtoul reads it: blanks and a plus may stand before.
    private static int ArgumentNumber(ReadOnlySpan<char> clause)
    {
        clause = clause.TrimStart(" \t\n\v\f\r");
        if (clause is ['+', ..])
            clause = clause[1..];
        if (clause.Length is 0 or > 9)
            return 0;
        int number = 0;
        foreach (char c in clause)
        {
            if (!char.IsAsciiDigit(c))
                return 0;
            number = (number * 10) + (c - '0');
        }
        return number;
    }

    private string? Macro(string name, string[] arguments)
    {
        if (!_variables.TryGetValue(name, out PreprocessorVariable? variable))
            return null;
        if (arguments.Length == 0 && variable.Depth > 0)
            throw _functions.Fail($"Recursive variable '{name}' references itself (eventually)");
        if (variable.Depth > DeepestExpansion)
            throw _functions.Fail("Too deep recursive expansion");
        variable.Depth++;
        string result = variable.Flavor == VariableFlavor.Recursive ? Expand(variable.Value, arguments) : variable.Value;
        variable.Depth--;
        return result;
    }

    private string? FromEnvironment(string name)
    {
        if (name.Length == 0)
            return null;
        foreach ((string known, string value) in _usedEnvironment)
        {
            if (known == name)
                return value;
        }
        if (session.Variable(name) is not { } found)
            return null;
        _usedEnvironment.Add(new KeyValuePair<string, string>(name, found));
        return found;
    }
}
