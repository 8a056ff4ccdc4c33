namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// What the grammars' actions do with the words of the list (kernel 6.12 and 7.3, scripts/genksyms/parse.y). A value is a
/// place in the list; storage classes, parameter names, initial values and the bodies of types are taken out of what a
/// declaration is.
/// </summary>
internal sealed class Declarations(TokenList list, TokenReader tokens, SymbolTable symbols, Exports exports, Report report)
{
    private bool _isTypedef;
    private bool _isExtern;
    private int _name = -1;
    private int _specifiers;
    private int _firstSpecifiers;

    /// <param name="nothingRead">No token has been read behind the rule.</param>
    /// <returns>False for an error.</returns>
    internal bool Reduce(Reduction reduction, ReadOnlySpan<int> values, bool nothingRead, out int value)
    {
        value = values.IsEmpty ? 0 : values[0];
        switch (reduction)
        {
            case Reduction.Take1:
                break;
            case Reduction.Take2:
                value = values[1];
                break;
            case Reduction.Take3:
                value = values[2];
                break;
            case Reduction.Take4:
                value = values[3];
                break;
            case Reduction.Nothing:
                value = 0;
                break;
            case Reduction.LastOf2:
                value = values[1] != 0 ? values[1] : values[0];
                break;
            case Reduction.LastOf4:
                value = values[3] != 0 ? values[3] : values[2] != 0 ? values[2] : values[1] != 0 ? values[1] : values[0];
                break;
            case Reduction.BeginItem:
                _isTypedef = _isExtern = false;
                _name = -1;
                _specifiers = 0;
                _firstSpecifiers = -1;
                break;
            case Reduction.EndItem:
                EndItem(values[1], nothingRead);
                break;
            case Reduction.MarkTypedef:
                _isTypedef = true;
                break;
            case Reduction.MarkExtern:
                _isExtern = true;
                break;
            case Reduction.MarkInline:
                _isExtern = false;
                break;
            case Reduction.NoSpecifiers:
                _specifiers = 0;
                break;
            case Reduction.KeepSpecifier1:
                _specifiers = list.At(values[0]);
                break;
            case Reduction.KeepSpecifier2:
                _specifiers = list.At(values[1]);
                break;
            case Reduction.DropToken:
                list.RemoveAt(values[0]);
                break;
            case Reduction.NameTarget:
                if (_name >= 0)
                {
                    report.SecondName();
                    return false;
                }
                _name = list[list.At(values[0])].Name;
                if (_firstSpecifiers < 0)
                    _firstSpecifiers = _specifiers;
                break;
            case Reduction.DropInitial:
                list.SetAt(values[1], list.At(list.At(values[0])));
                value = values[1];
                break;
            default:
                value = Declare(reduction, values);
                break;
        }
        return true;
    }

    private int Declare(Reduction reduction, ReadOnlySpan<int> values) => reduction switch
    {
        Reduction.EndVariables => EndVariables(values[2]),
        Reduction.FirstTarget => Target(values[0], 0),
        Reduction.NextTarget3 => Target(values[2], values[1]),
        Reduction.NextTarget4 => Target(values[3], values[1]),
        Reduction.EndFunction => EndFunction(values[1], values[2]),
        Reduction.TypeName => Tag(values[0], SymbolType.Typedef),
        Reduction.StructName2 => TypeName(values[0], values[1], SymbolType.Struct),
        Reduction.StructName3 => TypeName(values[0], values[2], SymbolType.Struct),
        Reduction.UnionName2 => TypeName(values[0], values[1], SymbolType.Union),
        Reduction.UnionName3 => TypeName(values[0], values[2], SymbolType.Union),
        Reduction.EnumName2 => TypeName(values[0], values[1], SymbolType.Enum),
        Reduction.StructBody3 => TypeBody(values[0], values[1], values[2], SymbolType.Struct),
        Reduction.StructBody4 => TypeBody(values[0], values[2], values[3], SymbolType.Struct),
        Reduction.UnionBody3 => TypeBody(values[0], values[1], values[2], SymbolType.Union),
        Reduction.UnionBody4 => TypeBody(values[0], values[2], values[3], SymbolType.Union),
        Reduction.EnumBody3 => TypeBody(values[0], values[1], values[2], SymbolType.Enum),
        Reduction.AnonymousEnum => AnonymousEnum(values[1]),
        Reduction.NextConstant => Constant(values[0], 0, 0),
        Reduction.ValuedConstant => Constant(values[0], values[2], values[1]),
        Reduction.Export => Export(values[2], values[4]),
        _ => values[0],
    };

    private void EndItem(int place, bool nothingRead)
    {
        list.SetAt(place, 0);
        if (nothingRead && place == list.End)
        {
            list.Clear();
            tokens.Value = list.End;
        }
    }

    private int EndVariables(int semicolon)
    {
        if (_name >= 0)
        {
            int words = list[list.At(semicolon)].Previous;
            list.SetAt(list.At(semicolon), 0);
            DeclareName(words);
        }
        return semicolon;
    }

    /// <summary>
    /// Declares what a declarator names; one behind a comma begins with the specifiers read last, be they a parameter's. Where
    /// these are its own parameter's (<c>int a, b(int);</c>), the original runs in a circle until its memory is full; here the line's own
    /// specifiers are taken.
    /// </summary>
    private int Target(int declarator, int comma)
    {
        int words = list.At(declarator);
        list.SetAt(declarator, 0);
        if (comma != 0)
            list.SetAt(comma, list.Leads(_specifiers, comma) ? _firstSpecifiers : _specifiers);
        DeclareName(words);
        return declarator;
    }

    private void DeclareName(int words)
    {
        if (_name >= 0)
            _ = Declare(_name, _isTypedef ? SymbolType.Typedef : SymbolType.Normal, words);
        _name = -1;
    }

    private int Declare(int name, SymbolType type, int lastWord)
    {
        int start = symbols.Words.Count;
        symbols.Words.Add(list, lastWord, 0);
        return symbols.Declare(name, type, start, _isExtern);
    }

    private int EndFunction(int declarator, int body)
    {
        int words = list.At(declarator);
        list.SetAt(declarator, 0);
        if (_name >= 0)
            _ = Declare(_name, SymbolType.Normal, words);
        return body;
    }

    private int Tag(int place, SymbolType type)
    {
        list.SetTag(list.At(place), type);
        return place;
    }

    private int TypeName(int keyword, int name, SymbolType type)
    {
        list.RemoveAt(keyword);
        return Tag(name, type);
    }

    /// <summary>
    /// Records a type and leaves its name in its stead. A type defined in the source file itself is not known to others,
    /// so its body is not part of any version.
    /// </summary>
    private int TypeBody(int keyword, int name, int body, SymbolType type)
    {
        int nameWord = list.At(name);
        if (list[nameWord].InSourceFile)
        {
            list.RemoveAt(keyword);
            list.SetTag(list.At(name), type);
            list.SetAt(body, list.At(name));
            return body;
        }
        int last = list.At(body);
        int keywordWord = list.At(keyword);
        int reference = list.Copy(nameWord, type);
        list.SetAt(reference, list[keywordWord].Previous);
        list.SetAt(body, reference);
        list.SetAt(keywordWord, 0);
        _ = Declare(list[nameWord].Name, type, last);
        return body;
    }

    private int AnonymousEnum(int body)
    {
        symbols.EndAnonymousEnum();
        return body;
    }

    private int Constant(int name, int lastOfValue, int equals)
    {
        int start = symbols.Words.Count;
        if (lastOfValue != 0)
            symbols.Words.Add(list, list.At(lastOfValue), list.At(equals));
        _ = symbols.Declare(list[list.At(name)].Name, SymbolType.EnumConstant, start, isExtern: false);
        return name;
    }

    private int Export(int name, int semicolon)
    {
        exports.Write(list[list.At(name)].Name);
        return semicolon;
    }
}
