using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>The open <c>#if</c>s of a source: when its lines are compiled.</summary>
/// <param name="free">The options.</param>
/// <param name="isAssembler">The source is assembler.</param>
/// <param name="outermost">When the source as a whole is compiled.</param>
internal sealed class PreprocessorConditionals(FreeVariables free, bool isAssembler, Condition outermost)
{
    private readonly List<(Condition Outer, Condition Left, Condition Now)> open = [];
    private string? guard;

    /// <summary>When the line now is compiled.</summary>
    public Condition Current => open.Count == 0 ? outermost : open[^1].Now;

    /// <summary>Reads a directive.</summary>
    /// <param name="word">Its name.</param>
    /// <param name="rest">What follows.</param>
    public void Read(string word, string rest)
    {
        switch (word)
        {
            case "if":
                Open(PreprocessorCondition.Parse(rest, free, isAssembler));
                break;
            case "ifdef":
                Open(PreprocessorCondition.Defined(FirstWord(rest), free, isAssembler));
                break;
            case "ifndef":
                Open(PreprocessorCondition.Defined(FirstWord(rest), free, isAssembler).Not());
                guard = FirstWord(rest);
                return;
            case "define" when guard is not null && FirstWord(rest) == guard && open.Count > 0:
                // #ifndef X, #define X: the guard of a header, or a default.
                open[^1] = open[^1] with { Now = open[^1].Outer };
                break;
            case "else":
                Else(Condition.True);
                break;
            case "elif":
                Else(PreprocessorCondition.Parse(rest, free, isAssembler));
                break;
            case "elifdef":
                Else(PreprocessorCondition.Defined(FirstWord(rest), free, isAssembler));
                break;
            case "endif" when open.Count > 0:
                open.RemoveAt(open.Count - 1);
                break;
        }
        guard = null;
    }

    private void Open(Condition test)
    {
        Condition outer = Current, now = outer.And(test);
        open.Add((outer, outer.And(test.Not()), now));
    }

    private void Else(Condition test)
    {
        if (open.Count == 0)
            return;
        (Condition outer, Condition left, _) = open[^1];
        open[^1] = (outer, left.And(test.Not()), left.And(test));
    }

    private static string FirstWord(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return text[..end];
    }
}
