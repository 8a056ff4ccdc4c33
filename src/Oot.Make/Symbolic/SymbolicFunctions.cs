using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>
/// make's functions on words under conditions. Those that treat each word for itself are called for each word; the others for each whole text that their arguments may be. The functions are
/// the engine's own (<see cref="FunctionTable"/>); what needs a command, or the files of another machine, is unknown.
/// </summary>
/// <param name="disk">For <c>$(wildcard)</c>.</param>
/// <param name="root">The directory that names count from, ending in <c>/</c>.</param>
internal sealed class SymbolicFunctions(IDisk disk, string root)
{
    // None of the functions called here looks at more than its arguments.
    private readonly Expander _noVariables = new(new VariableTable(), new Messages("make"), disk);

    /// <summary>The words that a call gives.</summary>
    public List<GuardedWord> Call(SymbolicExpander expander, SymbolicVariables variables, ExpressionPart.Call call)
    {
        CallArgument[] arguments = call.Arguments;
        if (arguments.Length < FunctionTable.Find(call.Name)!.MinimumArguments)
            return SymbolicText.Unknown(call.Name);
        return call.Name switch
        {
            "subst" or "patsubst" or "filter" or "filter-out" or "addprefix" or "addsuffix" or "notdir" or "dir" or "basename" or "suffix" => ByWord(expander, call),
            "strip" or "sort" or "abspath" or "realpath" => expander.Expand(arguments[0].Expression),
            "firstword" or "lastword" or "words" or "word" or "wordlist" or "findstring" or "join" => ByText(expander, call),
            "if" => If(expander, arguments),
            "or" => Or(expander, arguments),
            "and" => And(expander, arguments),
            "foreach" => ForEach(expander, variables, arguments),
            "call" => CallVariable(expander, variables, arguments),
            "wildcard" => Wildcard(expander, arguments[0]),
            "info" or "warning" or "error" or "eval" => [],
            _ => SymbolicText.Unknown($"$({call.Name} {string.Join(',', arguments.Select(argument => argument.Text))})"),
        };
    }

    /// <summary>A function of words, whose last argument is the words and whose others are fixed.</summary>
    public List<GuardedWord> ByWord(string name, string[] fixedArguments, List<GuardedWord> words)
    {
        FunctionDefinition function = FunctionTable.Find(name)!;
        var result = new List<GuardedWord>(words.Count);
        var output = new StringBuilder();
        string[] arguments = [.. fixedArguments, ""];
        foreach (GuardedWord word in words)
        {
            if (word.Word[0] == SymbolicText.UnknownMark)
            {
                result.Add(word);
                continue;
            }
            arguments[^1] = word.Word;
            output.Clear();
            function.Eager!(_noVariables, arguments, output);
            SymbolicText.AddWords(result, word.When, output.ToString());
        }
        return result;
    }

    private List<GuardedWord> ByWord(SymbolicExpander expander, ExpressionPart.Call call)
    {
        List<GuardedWord> words = expander.Expand(call.Arguments[^1].Expression);
        if (Combinations(expander, call.Arguments.AsSpan(0, call.Arguments.Length - 1)) is not { } combinations)
            return SymbolicText.Unknown(call.Name);
        var result = new List<GuardedWord>();
        foreach ((Condition when, string[] texts) in combinations)
            SymbolicText.AddUnder(result, when, ByWord(call.Name, texts, words));
        return result;
    }

    private List<GuardedWord> ByText(SymbolicExpander expander, ExpressionPart.Call call)
    {
        if (Combinations(expander, call.Arguments) is not { } combinations)
            return SymbolicText.Unknown(call.Name);
        FunctionDefinition function = FunctionTable.Find(call.Name)!;
        var result = new List<GuardedWord>();
        foreach ((Condition when, string[] texts) in combinations)
        {
            for (int i = 0; call.Name is "word" or "wordlist" && i < texts.Length - 1; i++)
                if (!int.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
                    return SymbolicText.Unknown(call.Name);
            var output = new StringBuilder();
            function.Eager!(_noVariables, texts, output);
            SymbolicText.AddWords(result, when, output.ToString());
        }
        return result;
    }

    /// <summary>Every set of texts that arguments may have; null when they are too many, or unknown.</summary>
    private static List<(Condition When, string[] Texts)>? Combinations(SymbolicExpander expander, ReadOnlySpan<CallArgument> arguments)
    {
        List<(Condition When, string[] Texts)> result = [(Condition.True, [])];
        foreach (CallArgument argument in arguments)
        {
            if (SymbolicText.Texts(expander.Expand(argument.Expression)) is not { } texts || texts.Count * result.Count > 256)
                return null;
            var next = new List<(Condition When, string[] Texts)>();
            foreach ((Condition when, string[] before) in result)
                foreach (GuardedWord text in texts)
                    if (when.And(text.When) is { IsFalse: false } both)
                        next.Add((both, [.. before, text.Word]));
            result = next;
        }
        return result;
    }

    private static List<GuardedWord> If(SymbolicExpander expander, CallArgument[] arguments)
    {
        Condition holds = SymbolicText.IsNotEmpty(expander.Expand(arguments[0].Expression));
        var result = new List<GuardedWord>();
        if (!holds.IsFalse)
            SymbolicText.AddUnder(result, holds, expander.Expand(arguments[1].Expression));
        if (!holds.IsTrue && arguments.Length > 2)
            SymbolicText.AddUnder(result, holds.Not(), expander.Expand(arguments[2].Expression));
        return result;
    }

    private static List<GuardedWord> Or(SymbolicExpander expander, CallArgument[] arguments)
    {
        Condition none = Condition.True;
        var result = new List<GuardedWord>();
        foreach (CallArgument argument in arguments)
        {
            List<GuardedWord> value = expander.Expand(argument.Expression);
            SymbolicText.AddUnder(result, none, value);
            none = none.And(SymbolicText.IsNotEmpty(value).Not());
        }
        return result;
    }

    private static List<GuardedWord> And(SymbolicExpander expander, CallArgument[] arguments)
    {
        Condition all = Condition.True;
        var result = new List<GuardedWord>();
        for (int i = 0; i < arguments.Length; i++)
        {
            List<GuardedWord> value = expander.Expand(arguments[i].Expression);
            if (i == arguments.Length - 1)
                SymbolicText.AddUnder(result, all, value);
            all = all.And(SymbolicText.IsNotEmpty(value));
        }
        return result;
    }

    private static List<GuardedWord> ForEach(SymbolicExpander expander, SymbolicVariables variables, CallArgument[] arguments)
    {
        var result = new List<GuardedWord>();
        if (expander.Expand(arguments[0].Expression) is not [{ When.IsTrue: true, Word: var name }])
            return SymbolicText.Unknown("foreach");
        foreach (GuardedWord word in expander.Expand(arguments[1].Expression))
        {
            List<GuardedWord>? before = variables.SetLocal(name, [word with { When = Condition.True }]);
            SymbolicText.AddUnder(result, word.When, expander.Expand(arguments[2].Expression));
            variables.SetLocal(name, before);
        }
        return result;
    }

    private static List<GuardedWord> CallVariable(SymbolicExpander expander, SymbolicVariables variables, CallArgument[] arguments)
    {
        if (expander.Expand(arguments[0].Expression) is not [{ When.IsTrue: true, Word: var name }] || variables.Find(name) is null)
            return SymbolicText.Unknown($"$(call {string.Join(',', arguments.Select(argument => argument.Text))})");
        List<GuardedWord>[] values = [.. arguments.Skip(1).Select(argument => expander.Expand(argument.Expression))];
        var before = new List<GuardedWord>?[values.Length];
        for (int i = 0; i < values.Length; i++)
            before[i] = variables.SetLocal(Number(i), values[i]);
        List<GuardedWord> result = expander.ValueOf(name);
        for (int i = 0; i < values.Length; i++)
            variables.SetLocal(Number(i), before[i]);
        return result;
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Names with one <c>*</c> in their last part, as makefiles of a kernel use them.</summary>
    private List<GuardedWord> Wildcard(SymbolicExpander expander, CallArgument argument)
    {
        var result = new List<GuardedWord>();
        foreach (GuardedWord pattern in expander.Expand(argument.Expression))
        {
            int slash = pattern.Word.LastIndexOf('/');
            string directory = pattern.Word[..(slash + 1)], name = pattern.Word[(slash + 1)..];
            int star = name.IndexOf('*');
            if (directory.Contains('*') || pattern.Word[0] == SymbolicText.UnknownMark)
                return SymbolicText.Unknown("wildcard");
            if (star < 0 && disk.Stat(root + pattern.Word, out _) == 0)
                result.Add(pattern);
            if (star < 0 || disk.List(root + directory, out IReadOnlyList<string> names) != 0)
                continue;
            foreach (string found in names.Order(StringComparer.Ordinal))
                if (found.Length >= name.Length - 1 && found.StartsWith(name[..star], StringComparison.Ordinal) && found.EndsWith(name[(star + 1)..], StringComparison.Ordinal))
                    result.Add(pattern with { Word = directory + found });
        }
        return result;
    }
}
