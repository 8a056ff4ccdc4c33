namespace Oot.Make.Symbolic;

/// <summary>Operations on texts that are words under conditions.</summary>
internal static class SymbolicText
{
    /// <summary>What begins a word that stands for a text nobody knows, such as a command's output.</summary>
    public const char UnknownMark = '\u0001';

    private const int MostTexts = 64;

    /// <summary>A text that nobody knows.</summary>
    public static List<GuardedWord> Unknown(string what) => [new(Condition.True, UnknownMark + what)];

    /// <summary>When the text has a word.</summary>
    public static Condition IsNotEmpty(List<GuardedWord> words)
    {
        Condition result = Condition.False;
        foreach (GuardedWord word in words)
        {
            result = result.Or(word.When);
            if (result.IsTrue)
                break;
        }
        return result;
    }

    /// <summary>The whole texts that the words may make, which exclude each other; null when they are too many, or unknown.</summary>
    public static List<GuardedWord>? Texts(List<GuardedWord> words)
    {
        List<GuardedWord> result = [new(Condition.True, "")];
        foreach (GuardedWord word in words)
        {
            if (word.Word[0] == UnknownMark)
                return null;
            var next = new List<GuardedWord>(result.Count);
            Condition without = word.When.Not();
            foreach (GuardedWord text in result)
            {
                Condition both = text.When.And(word.When);
                if (!both.IsFalse)
                    next.Add(new GuardedWord(both, text.Word.Length == 0 ? word.Word : $"{text.Word} {word.Word}"));
                Condition only = text.When.And(without);
                if (!only.IsFalse)
                    next.Add(text with { When = only });
            }
            if (next.Count > MostTexts)
                return null;
            result = next;
        }
        return result;
    }

    /// <summary>The words of a text that holds under a condition.</summary>
    public static void AddWords(List<GuardedWord> result, Condition when, string text)
    {
        foreach (ReadOnlySpan<char> word in new Syntax.WordEnumerator(text))
            result.Add(new GuardedWord(when, word.ToString()));
    }

    /// <summary>The words of a value, all of them under one more condition.</summary>
    public static void AddUnder(List<GuardedWord> result, Condition when, List<GuardedWord> value)
    {
        foreach (GuardedWord word in value)
            if (when.And(word.When) is { IsFalse: false } both)
                result.Add(new GuardedWord(both, word.Word));
    }
}
