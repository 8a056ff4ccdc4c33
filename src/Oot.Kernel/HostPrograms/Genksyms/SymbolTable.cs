namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// All symbols with their definitions (kernel 6.12 and 7.3, scripts/genksyms/genksyms.c). A name has at most one ordinary
/// and one tagged symbol; a declared one is never replaced.
/// </summary>
internal sealed class SymbolTable(NameTable names, Report report, GenksymsDialect dialect, GenksymsOptions options)
{
    private readonly EnumValues _enumValues = new(names);
    private Symbol[] _symbols = new Symbol[1024];
    private int _created;

    internal WordStore Words { get; } = new();

    /// <summary>How many symbols there are; one that was replaced does not count.</summary>
    internal int Count { get; private set; }

    /// <summary>Did the reference file leave anything that could change versions or messages?</summary>
    internal bool HasReference { get; private set; }

    internal ref Symbol this[int symbol] => ref _symbols[symbol];

    internal ReadOnlySpan<int> DefinitionOf(int symbol) => Words.Slice(_symbols[symbol].Start, _symbols[symbol].Length);

    /// <summary>The declared symbol of that name in the type's name space; −1 for none.</summary>
    internal int Find(int name, SymbolType type)
    {
        int symbol = SymbolTypes.IsTagged(type) ? names[name].Tagged : names[name].Ordinary;
        return symbol >= 0 && _symbols[symbol].IsDeclared ? symbol : -1;
    }

    /// <summary>An enum without a name has ended.</summary>
    internal void EndAnonymousEnum() => _enumValues.Reset();

    /// <summary>Declares a symbol whose definition is what has been added to <see cref="Words"/> from <paramref name="start"/> on.</summary>
    /// <returns>The symbol, be it this declaration's or an earlier one.</returns>
    internal int Declare(int name, SymbolType type, int start, bool isExtern)
    {
        FollowEnum(type, start);
        int length = Words.Count - start;
        int known = SymbolTypes.IsTagged(type) ? names[name].Tagged : names[name].Ordinary;
        SymbolStatus status = SymbolStatus.Unchanged;
        if (known >= 0)
        {
            ref Symbol symbol = ref _symbols[known];
            if (symbol.Type == type && DefinitionOf(known).SequenceEqual(Words.Slice(start, length)))
            {
                if (!symbol.IsDeclared && symbol.IsOverride)
                    report.Unchanged(type, name);
            }
            else if (symbol.IsDeclared)
            {
                report.Redefinition(name);
            }
            else if (symbol.IsOverride && options.Preserves)
            {
                report.IgnoredChange(type, name);
            }
            else
            {
                status = IsUnknown(symbol) ? SymbolStatus.Defined : SymbolStatus.Modified;
                return Create(name, type, start, isExtern, status, isReference: false);
            }
            Words.TakeBack(start);
            SetDeclared(known);
            return known;
        }
        return Create(name, type, start, isExtern, status, isReference: false);
    }

    /// <summary>A symbol of the reference file, its definition as for <see cref="Declare"/>.</summary>
    internal void DeclareReference(int name, SymbolType type, int start, bool isExtern, bool isOverride)
    {
        HasReference = true;
        if (dialect.CountsReferences)
            FollowEnum(type, start);
        int symbol = Create(name, type, start, isExtern, SymbolStatus.Unchanged, isReference: true);
        _symbols[symbol].IsOverride = isOverride;
    }

    private void FollowEnum(SymbolType type, int start)
    {
        if (type == SymbolType.Enum)
            _enumValues.Reset();
        else if (type == SymbolType.EnumConstant && Words.Count > start)
            _enumValues.Set(Words.Slice(start, Words.Count - start));
        else if (type == SymbolType.EnumConstant)
            _enumValues.Next(Words);
    }

    private int Create(int name, SymbolType type, int start, bool isExtern, SymbolStatus status, bool isReference)
    {
        if (_created == _symbols.Length)
            Array.Resize(ref _symbols, 2 * _created);
        int symbol = _created++;
        ref Name word = ref names[name];
        ref int place = ref SymbolTypes.IsTagged(type) ? ref word.Tagged : ref word.Ordinary;
        if (place < 0)
            Count++;
        place = symbol;
        _symbols[symbol] = new Symbol { Name = name, Type = type, Start = start, Length = Words.Count - start, IsExtern = isExtern, Status = status };
        if (options.Debugs)
            WriteDefinition(symbol);
        if (!isReference)
            SetDeclared(symbol);
        return symbol;
    }

    private void SetDeclared(int symbol)
    {
        ref Symbol declared = ref _symbols[symbol];
        declared.IsDeclared = true;
        if (!SymbolTypes.IsTagged(declared.Type))
            names[declared.Name].Meaning = declared.Type;
    }

    private void WriteDefinition(int symbol)
    {
        ByteWriter output = report.Output;
        SymbolType type = _symbols[symbol].Type;
        output.Add("Defn for "u8);
        if (type == SymbolType.Normal)
            output.Add("type0"u8);
        output.Add(SymbolTypes.Words(type));
        output.Add((byte)' ');
        output.Add(names.Bytes(_symbols[symbol].Name));
        output.Add(" == <"u8);
        if (_symbols[symbol].IsExtern)
            output.Add("extern "u8);
        Definition.Write(output, names, DefinitionOf(symbol));
        output.Add(">\n"u8);
    }

    /// <summary>A type that the reference file knows by name only ends with <c>{ UNKNOWN }</c>.</summary>
    private bool IsUnknown(in Symbol symbol)
    {
        if (!SymbolTypes.IsTagged(symbol.Type) || symbol.Length < 3)
            return false;
        ReadOnlySpan<int> last = Words.Slice(symbol.Start + symbol.Length - 3, 3);
        return last[0] == Definition.Word('{', SymbolType.Normal)
            && last[2] == Definition.Word('}', SymbolType.Normal)
            && Definition.Tag(last[1]) == SymbolType.Normal && names.Bytes(Definition.Name(last[1])).SequenceEqual("UNKNOWN"u8);
    }
}
