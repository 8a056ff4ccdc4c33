using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The patterns of <c>$(filter)</c>: words in which a <c>%</c> stands for anything.</summary>
internal sealed class WordFilter
{
    private readonly List<(string Text, int Percent)> _patterns = [];
    private readonly HashSet<string>? _literals;

    /// <summary>Reads the patterns.</summary>
    public WordFilter(string patterns)
    {
        foreach (ReadOnlySpan<char> word in new WordEnumerator(patterns))
        {
            string pattern = word.ToString();
            int percent = Quoting.FindPercent(ref pattern);
            if (percent < 0)
                (_literals ??= new HashSet<string>(StringComparer.Ordinal)).Add(pattern);
            else
                _patterns.Add((pattern, percent));
        }
    }

    /// <summary>Whether one of them matches a word.</summary>
    public bool Matches(ReadOnlySpan<char> word)
    {
        if (_literals is not null && _literals.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return true;
        foreach ((string text, int percent) in _patterns)
            if (PatternText.Matches(text, percent, word))
                return true;
        return false;
    }
}
