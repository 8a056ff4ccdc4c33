namespace Oot.Make.Syntax;

/// <summary>The words of a text, separated by white space, as spans without copying: <c>foreach (Range word in text.Words())</c>.</summary>
internal ref struct WordEnumerator(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _start = 0;
    private int _end = 0;

    /// <summary>The current word.</summary>
    public readonly ReadOnlySpan<char> Current => _text[_start.._end];

    /// <summary>Index of the current word's first character.</summary>
    public readonly int Start => _start;

    /// <summary>Index after the current word's last character.</summary>
    public readonly int End => _end;

    /// <summary>Goes to the next word; false when there is none.</summary>
    public bool MoveNext()
    {
        _start = Characters.NextToken(_text, _end);
        if (_start == _text.Length)
        {
            _end = _start;
            return false;
        }
        _end = Characters.EndOfToken(_text, _start);
        return true;
    }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly WordEnumerator GetEnumerator() => this;
}
