namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// The first of two lexers: cuts the preprocessed source into tokens and follows the line markers (kernel 6.12,
/// scripts/genksyms/lex.l). Always the longest token counts; a byte 0 outside a literal ends the input.
/// </summary>
internal sealed class SourceScanner(NameTable names, int start, int end)
{
    private readonly LiteralEnds _literals = new(end);
    private int _next = start;
    private bool _begun;
    private bool _parenthesisPending;

    /// <summary>Where the token just found begins in <see cref="NameTable.Text"/>.</summary>
    internal int TokenStart { get; private set; } = start;

    internal int TokenEnd => _next;

    internal SourceLocation Location { get; } = new();

    /// <summary>Makes the token just found the next one again.</summary>
    internal void PutBack() => _next = TokenStart;

    /// <summary>As <see cref="PutBack"/>, with an opening parenthesis before it.</summary>
    internal void PutBackInParenthesis()
    {
        PutBack();
        _parenthesisPending = true;
    }

    /// <summary>Continues at another place, for reading a part of the source again.</summary>
    internal void MoveTo(int place) => _next = place;

    internal RawToken Next()
    {
        if (_parenthesisPending)
        {
            _parenthesisPending = false;
            return (RawToken)'(';
        }
        byte[] text = names.Text;
        int place = _next;
        if (!_begun)
        {
            _begun = true;
            place = Directives(text, place);
        }
        while (true)
        {
            byte first = text[place];
            TokenStart = place;
            switch (CharacterClasses.Of(first))
            {
                case CharacterClass.Letter:
                    return Word(text, place);
                case CharacterClass.Blank:
                    place++;
                    continue;
                case CharacterClass.NewLine:
                    Location.Line++;
                    place = Directives(text, place + 1);
                    continue;
                case CharacterClass.Digit:
                    return Found(NumberEnd.Of(text, place), RawToken.Other);
                case CharacterClass.Quote:
                    int close = _literals.Find(text, place + 1, first);
                    return close < 0 ? Found(place + 1, (RawToken)first) : Found(close, RawToken.Other);
                case CharacterClass.Operator:
                    return IsOperator(first, text[place + 1]) ? Found(place + 2, RawToken.Other) : Found(place + 1, (RawToken)first);
                case CharacterClass.Dot:
                    return Dot(text, place);
                case CharacterClass.Zero:
                    return Found(place < end ? place + 1 : end, RawToken.End);
                default:
                    return Found(place + 1, (RawToken)first);
            }
        }
    }

    /// <summary>Reads over what stands in braces; the opening one has been read.</summary>
    /// <returns>False when the input ends before the closing brace.</returns>
    internal bool SkipBraces()
    {
        byte[] text = names.Text;
        int depth = 1;
        int place = _next;
        while (true)
        {
            int found = text.AsSpan(place, end - place).IndexOfAny(BraceStops.Values);
            if (found < 0)
            {
                _next = end;
                return false;
            }
            place += found + 1;
            byte stop = text[place - 1];
            if (stop == '\n')
            {
                Location.Line++;
                place = Directives(text, place);
            }
            else if (stop == '{')
            {
                depth++;
            }
            else if (stop == '}')
            {
                if (--depth == 0)
                {
                    _next = place;
                    return true;
                }
            }
            else if (stop == 0)
            {
                _next = place;
                return false;
            }
            else
            {
                place = Math.Max(place, _literals.Find(text, place, stop));
            }
        }
    }

    private RawToken Found(int next, RawToken token)
    {
        _next = next;
        return token;
    }

    private RawToken Word(byte[] text, int place)
    {
        int after = place + 1;
        while (CharacterClasses.IsWord(text[after]))
            after++;
        // L"…" and L'…' are literals.
        if (after == place + 1 && text[place] == 'L' && text[after] is (byte)'"' or (byte)'\'')
        {
            int close = _literals.Find(text, after + 1, text[after]);
            if (close >= 0)
                return Found(close, RawToken.Other);
        }
        return Found(after, RawToken.Identifier);
    }

    private RawToken Dot(byte[] text, int place)
    {
        if (text[place + 1] == '.' && text[place + 2] == '.')
            return Found(place + 3, RawToken.Dots);
        int number = NumberEnd.Of(text, place);
        return number > place ? Found(number, RawToken.Other) : Found(place + 1, (RawToken)'.');
    }

    private static bool IsOperator(byte first, byte second) =>
        second == '=' || (second == first && first is (byte)'&' or (byte)'|' or (byte)'<' or (byte)'>') || (first == '-' && second == '>');

    /// <summary>Reads the lines that begin with <c>#</c>; the place is at the beginning of a line.</summary>
    private int Directives(byte[] text, int place)
    {
        while (text[place] == '#')
        {
            int length = text.AsSpan(place, end - place).IndexOf((byte)'\n');
            if (length < 0)
                return place;
            if (!LineMarker.Read(text.AsSpan(place, length), Location))
                Location.Line++;
            place += length + 1;
        }
        return place;
    }
}
