namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The definitions of enum constants without a value: so many more than the last that had one.</summary>
internal sealed class EnumValues(NameTable names)
{
    private int[] _expression = [];
    private int _counter;

    /// <summary>A constant with a value.</summary>
    internal void Set(ReadOnlySpan<int> expression)
    {
        _expression = expression.ToArray();
        _counter = 1;
    }

    /// <summary>An enum has ended.</summary>
    internal void Reset()
    {
        _expression = [];
        _counter = 0;
    }

    /// <summary>The definition of the next constant: <c>( expression ) + 1</c>, or the number alone.</summary>
    internal void Next(WordStore words)
    {
        Span<byte> digits = stackalloc byte[16];
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(_counter++, digits, out int length);
        int number = Definition.Word(names.Add(digits[..length]), SymbolType.Normal);
        if (_expression.Length > 0)
        {
            words.Add(Definition.Word('(', SymbolType.Normal));
            words.Add(_expression);
            words.Add(Definition.Word(')', SymbolType.Normal));
            words.Add(Definition.Word('+', SymbolType.Normal));
        }
        words.Add(number);
    }
}
