namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// The second lexer: turns raw tokens into those of the grammars. It knows keywords and typedefs, and makes one token of
/// what the grammars do not look into: attributes, brackets, function bodies, initial values (kernel 6.12 and 7.3,
/// scripts/genksyms/lex.l). Every word goes into the list, in which a definition is later found.
/// </summary>
internal sealed class TokenReader(NameTable names, TokenList list, SourceScanner scanner, bool hasLateGrammar)
{
    private LexerState _state;
    private int _tagsExpected;
    private int _bodiesExpected;
    private SkippedBody? _skipped;

    /// <summary>The parser's hint: a typedef's name is a plain name here.</summary>
    internal bool TypesForbidden { get; set; }

    /// <summary>The place of the token just read.</summary>
    internal int Value { get; set; } = 1;

    internal SourceScanner Scanner => scanner;

    internal Terminal Next()
    {
        _skipped = null;
        Terminal token = _state switch
        {
            LexerState.Normal => NextNormal(),
            LexerState.Expression => Expression(),
            _ => Terminal.End,
        };
        if (token == Terminal.End)
            return token;
        if (_tagsExpected > 0)
            _tagsExpected--;
        // Late grammar: attributes may stand between `struct` and its name.
        if (_bodiesExpected > 0 && !(hasLateGrammar && token == Terminal.AttributePhrase))
            _bodiesExpected--;
        Value = list.End;
        return token;
    }

    /// <summary>A function's body was skipped without listing its words; where it turns out to be none, the words are needed after all.</summary>
    internal void ListSkippedBody()
    {
        if (_skipped is not SkippedBody body)
            return;
        _skipped = null;
        SourceLocation location = scanner.Location;
        location.Restore(body.Line, body.File, body.InSource);
        scanner.MoveTo(body.Start);
        _ = Phrase('{', '}', 1);
        Value = list.End;
    }

    private Terminal NextNormal()
    {
        RawToken raw = scanner.Next();
        switch (raw)
        {
            case RawToken.End:
                return Terminal.End;
            case RawToken.Identifier:
                return Word();
            case RawToken.Dots:
                Append(raw);
                return Terminal.Dots;
            case RawToken.Other:
                Append(raw);
                return Terminal.Undefined;
            case (RawToken)'[':
                Append(raw);
                return Phrase('[', ']', 1) ? Terminal.BracketPhrase : Terminal.End;
            case (RawToken)'{':
                Append(raw);
                return _bodiesExpected > 0 ? Terminal.OpenBrace : SkipBody();
            case (RawToken)'=':
                Append(raw);
                _state = LexerState.Expression;
                return Terminal.Equals;
            case (RawToken)':':
                Append(raw);
                _state = LexerState.Expression;
                return Terminal.Colon;
            default:
                Append(raw);
                return Mark(raw);
        }
    }

    private static Terminal Mark(RawToken raw) => raw switch
    {
        (RawToken)';' => Terminal.Semicolon,
        (RawToken)'}' => Terminal.CloseBrace,
        (RawToken)'(' => Terminal.OpenParenthesis,
        (RawToken)')' => Terminal.CloseParenthesis,
        (RawToken)',' => Terminal.Comma,
        (RawToken)'*' => Terminal.Asterisk,
        // A byte above 127 is a negative number in the original, and such a token is the end to its parser.
        >= (RawToken)128 => Terminal.End,
        _ => Terminal.Undefined,
    };

    private Terminal Word()
    {
        int name = AppendWord();
        ref Name word = ref names[name];
        switch (word.Keyword)
        {
            case Terminal.None:
                return _tagsExpected == 0 && !TypesForbidden && word.Meaning == SymbolType.Typedef ? Terminal.Type : Terminal.Identifier;
            case Terminal.Attribute:
                return Phrase('(', ')', 0) ? Terminal.AttributePhrase : Terminal.End;
            case Terminal.Asm:
                return Phrase('(', ')', 0) ? Terminal.AsmPhrase : Terminal.End;
            case Terminal.StaticAssert:
                return Phrase('(', ')', 0) ? Terminal.StaticAssertPhrase : Terminal.End;
            case Terminal.Typeof:
                return Typeof();
            case Terminal.Struct or Terminal.Union or Terminal.Enum:
                _bodiesExpected = 3;
                _tagsExpected = 2;
                return word.Keyword;
            case Terminal.VectorInt:
                return Terminal.BuiltinInt;
            case Terminal.ExportSymbol:
                return word.Keyword;
            default:
                // The original looks even a keyword up among the typedefs.
                return _tagsExpected == 0 && !TypesForbidden && word.Meaning == SymbolType.Typedef ? Terminal.Type : word.Keyword;
        }
    }

    /// <summary>Lists words up to the closing mark that belongs to the opening one.</summary>
    /// <param name="depth">How many opening ones have been read.</param>
    /// <returns>False when the input ends first.</returns>
    private bool Phrase(char open, char close, int depth)
    {
        _state = LexerState.Phrase;
        while (true)
        {
            RawToken raw = scanner.Next();
            if (raw == RawToken.End)
                return false;
            Append(raw);
            if (raw == (RawToken)open)
            {
                depth++;
            }
            else if (raw == (RawToken)close && --depth == 0)
            {
                _state = LexerState.Normal;
                return true;
            }
        }
    }

    private Terminal SkipBody()
    {
        SourceLocation location = scanner.Location;
        _skipped = new SkippedBody(scanner.TokenEnd, location.Line, location.File, location.InSource);
        if (scanner.SkipBraces())
            return Terminal.BracePhrase;
        _skipped = null;
        _state = LexerState.Phrase;
        return Terminal.End;
    }

    /// <summary><c>typeof(type)</c> is read by the parser, <c>typeof(expression)</c> is one token; the first word decides.</summary>
    private Terminal Typeof()
    {
        _state = LexerState.Phrase;
        int depth = 0;
        bool first = false;
        while (true)
        {
            RawToken raw = scanner.Next();
            if (raw == RawToken.End)
                return Terminal.End;
            if (first && IsWord(raw, out int name))
            {
                if (names[name].Keyword != Terminal.None || names[name].Meaning == SymbolType.Typedef)
                {
                    scanner.PutBackInParenthesis();
                    _state = LexerState.Normal;
                    return Terminal.Typeof;
                }
                Append((RawToken)'(');
            }
            first = false;
            // The original forgets the parenthesis of an expression that begins with no name.
            if (raw == (RawToken)'(' && ++depth == 1)
            {
                first = true;
                continue;
            }
            Append(raw);
            if (raw == (RawToken)')' && --depth == 0)
            {
                _state = LexerState.Normal;
                return Terminal.TypeofPhrase;
            }
        }
    }

    /// <summary>What follows <c>=</c> or <c>:</c>, up to the mark that ends it, which stays.</summary>
    private Terminal Expression()
    {
        int depth = 0;
        while (true)
        {
            RawToken raw = scanner.Next();
            switch (raw)
            {
                case RawToken.End:
                    return Terminal.End;
                case (RawToken)'(' or (RawToken)'[' or (RawToken)'{':
                    depth++;
                    break;
                case (RawToken)'}' or (RawToken)',' or (RawToken)';' when depth == 0:
                    scanner.PutBack();
                    _state = LexerState.Normal;
                    return Terminal.ExpressionPhrase;
                case (RawToken)'}' or (RawToken)')' or (RawToken)']':
                    depth--;
                    break;
                default:
                    break;
            }
            Append(raw);
        }
    }

    private bool IsWord(RawToken raw, out int name)
    {
        name = raw == RawToken.Identifier ? names.AddClean(scanner.TokenStart, scanner.TokenEnd - scanner.TokenStart) : 0;
        return raw == RawToken.Identifier && names[name].Keyword != Terminal.VectorInt;
    }

    private void Append(RawToken raw)
    {
        if (raw < RawToken.Identifier)
            list.Append((int)raw, SymbolType.Normal, scanner.Location.InSource);
        else
            _ = AppendWord();
    }

    private int AppendWord()
    {
        int name = names.Add(scanner.TokenStart, scanner.TokenEnd - scanner.TokenStart);
        SymbolType tag = names[name].Meaning == SymbolType.EnumConstant ? SymbolType.EnumConstant : SymbolType.Normal;
        list.Append(name, tag, scanner.Location.InSource);
        return name;
    }
}
