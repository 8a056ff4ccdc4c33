namespace Oot.Make.Evaluation;

/// <summary>All functions of the language (GNU make 4.4.1 without <c>guile</c>).</summary>
internal static class FunctionTable
{
    private static readonly FunctionDefinition[] All =
    [
        new("abspath", 0, 1, FileFunctions.AbsolutePath),
        new("addprefix", 2, 2, FileFunctions.AddPrefix),
        new("addsuffix", 2, 2, FileFunctions.AddSuffix),
        new("basename", 0, 1, FileFunctions.BaseName),
        new("dir", 0, 1, FileFunctions.Directory),
        new("notdir", 0, 1, FileFunctions.NotDirectory),
        new("subst", 3, 3, TextFunctions.Substitute),
        new("suffix", 0, 1, FileFunctions.Suffix),
        new("filter", 2, 2, TextFunctions.Filter) { TakesWords = true, OfNames = TextFunctions.FilterNames },
        new("filter-out", 2, 2, TextFunctions.FilterOut) { TakesWords = true, OfNames = TextFunctions.FilterOutNames },
        new("findstring", 2, 2, TextFunctions.FindString),
        new("firstword", 0, 1, TextFunctions.FirstWord) { TakesWords = true },
        new("flavor", 0, 1, VariableFunctions.Flavor),
        new("join", 2, 2, FileFunctions.Join),
        new("lastword", 0, 1, TextFunctions.LastWord) { TakesWords = true },
        new("patsubst", 3, 3, TextFunctions.PatternSubstitute),
        new("realpath", 0, 1, FileFunctions.RealPath),
        new("shell", 0, 1, ControlFunctions.Shell),
        new("sort", 0, 1, TextFunctions.Sort) { TakesWords = true },
        new("strip", 0, 1, TextFunctions.Strip) { TakesWords = true },
        new("wildcard", 0, 1, FileFunctions.Wildcard),
        new("word", 2, 2, TextFunctions.Word),
        new("wordlist", 3, 3, TextFunctions.WordList),
        new("words", 0, 1, TextFunctions.Words) { TakesWords = true },
        new("origin", 0, 1, VariableFunctions.OriginOf),
        new("foreach", 3, 3, null, ControlFunctions.ForEach),
        new("let", 3, 3, null, ControlFunctions.Let),
        new("call", 1, 0, ControlFunctions.Call),
        new("info", 0, 1, ControlFunctions.Info),
        new("error", 0, 1, ControlFunctions.Error),
        new("warning", 0, 1, ControlFunctions.Warning),
        new("intcmp", 2, 5, null, ConditionalFunctions.CompareIntegers),
        new("if", 2, 3, null, ConditionalFunctions.If),
        new("or", 1, 0, null, ConditionalFunctions.Or),
        new("and", 1, 0, null, ConditionalFunctions.And),
        new("value", 0, 1, VariableFunctions.Value),
        new("eval", 0, 1, ControlFunctions.Eval),
        new("file", 1, 2, FileFunctions.File),
        new("guile", 0, 1, ControlFunctions.Guile),
    ];

    private static readonly Dictionary<string, FunctionDefinition>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.ToDictionary(function => function.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The function of this name, or null.</summary>
    public static FunctionDefinition? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out FunctionDefinition? function) ? function : null;
}
