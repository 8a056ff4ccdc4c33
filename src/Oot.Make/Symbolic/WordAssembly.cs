using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>
/// Puts a text together from literal pieces and from values, as words. What is glued to a value (<c>foo-$(X)</c>, <c>$(X).o</c>) is glued to the first or last word that is really there: so the
/// word at the end is kept open, as one of several texts that exclude each other.
/// </summary>
internal sealed class WordAssembly
{
    // Far beyond the name of any file; a makefile that doubles a word again and again ends here.
    private const int LongestWord = 1 << 16;

    private readonly List<GuardedWord> _done = [];
    private List<GuardedWord> _open = [new(Condition.True, "")];
    private List<GuardedWord>? _tail;

    /// <summary>Appends text without references.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (Characters.IsSpace(text[at]))
            {
                CloseWord();
                at = Characters.NextToken(text, at);
                continue;
            }
            int end = Characters.EndOfToken(text, at);
            string piece = text[at..end].ToString();
            OpenTail();
            for (int i = 0; i < _open.Count; i++)
                _open[i] = _open[i] with { Word = Glued(_open[i].Word, piece) };
            at = end;
        }
    }

    /// <summary>Appends a value.</summary>
    public void Append(List<GuardedWord> value)
    {
        if (value.Count == 0)
            return;
        OpenTail();
        if (_open is [{ Word: "" }])
        {
            _tail = value;
            return;
        }
        (List<GuardedWord> first, List<GuardedWord> others) = FirstPresent(value);
        var glued = new List<GuardedWord>();
        foreach (GuardedWord open in _open)
            foreach (GuardedWord word in first)
                if (open.When.And(word.When) is { IsFalse: false } both)
                    glued.Add(new GuardedWord(both, Glued(open.Word, word.Word)));
        _open = glued;
        if (others.Count == 0)
            return;
        CloseWord();
        _tail = others;
    }

    /// <summary>All words.</summary>
    public List<GuardedWord> Finish()
    {
        CloseWord();
        return _done;
    }

    private static string Glued(string word, string more) => word.Length + more.Length > LongestWord ? SymbolicText.UnknownMark + "too long" : word + more;

    private void CloseWord()
    {
        if (_tail is not null)
        {
            _done.AddRange(_tail);
            _tail = null;
            return;
        }
        foreach (GuardedWord word in _open)
            if (word.Word.Length > 0)
                _done.Add(word);
        _open = [new(Condition.True, "")];
    }

    /// <summary>The last words of a value become the open one: something is glued to them.</summary>
    private void OpenTail()
    {
        if (_tail is null)
            return;
        var reversed = new List<GuardedWord>(_tail);
        reversed.Reverse();
        (_open, List<GuardedWord> others) = FirstPresent(reversed);
        _done.AddRange(others);
        _tail = null;
    }

    /// <summary>Which word comes first in each case (with the empty text for none), and what follows it.</summary>
    private static (List<GuardedWord> First, List<GuardedWord> Others) FirstPresent(List<GuardedWord> words)
    {
        var first = new List<GuardedWord>();
        var others = new List<GuardedWord>();
        Condition before = Condition.False;
        foreach (GuardedWord word in words)
        {
            if (word.When.And(before.Not()) is { IsFalse: false } isFirst)
                first.Add(new GuardedWord(isFirst, word.Word));
            if (word.When.And(before) is { IsFalse: false } isLater)
                others.Add(new GuardedWord(isLater, word.Word));
            before = before.Or(word.When);
        }
        if (before.Not() is { IsFalse: false } never)
            first.Add(new GuardedWord(never, ""));
        return (first, others);
    }
}
