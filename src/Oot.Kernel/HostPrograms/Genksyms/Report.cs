namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What is said on standard error, and whether it makes the program fail.</summary>
internal sealed class Report(ByteWriter output, NameTable names, SourceLocation location, bool warns)
{
    internal ByteWriter Output => output;

    /// <summary>What the exit code tells of. Errors that are not shown do not count.</summary>
    internal int Errors { get; private set; }

    internal void CountError() => Errors++;

    internal void AddLocation()
    {
        output.Add(location.File ?? "<stdin>"u8);
        output.Add((byte)':');
        output.Add(location.Line);
        output.Add(": "u8);
    }

    internal void AddSymbol(SymbolType type, int name)
    {
        ReadOnlySpan<byte> words = SymbolTypes.Words(type);
        output.Add(words);
        if (!words.IsEmpty)
            output.Add((byte)' ');
        output.Add(names.Bytes(name));
    }

    internal void SyntaxError() => Error("syntax error"u8);

    internal void TooDeep() => Error("memory exhausted"u8);

    internal void SecondName() => Error("unexpected second declaration name"u8);

    internal void Redefinition(int name) => Error("redefinition of "u8, default, name);

    internal void UndefinedExport(int name) => Error("export undefined symbol "u8, default, name);

    internal void UndefinedType(SymbolType type, int name) => Error("expand undefined "u8, SymbolTypes.Words(type), name);

    internal void Unchanged(SymbolType type, int name)
    {
        AddLocation();
        AddSymbol(type, name);
        output.Add(" modversion is unchanged\n"u8);
    }

    internal void IgnoredChange(SymbolType type, int name)
    {
        AddLocation();
        output.Add("ignoring "u8);
        AddSymbol(type, name);
        output.Add(" modversion change\n"u8);
    }

    private void Error(ReadOnlySpan<byte> message, ReadOnlySpan<byte> type = default, int name = 0)
    {
        if (!warns)
            return;
        AddLocation();
        output.Add(message);
        output.Add(type);
        if (!type.IsEmpty)
            output.Add((byte)' ');
        output.Add(names.Bytes(name));
        output.Add((byte)'\n');
        Errors++;
    }
}
