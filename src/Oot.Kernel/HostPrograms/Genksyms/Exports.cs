namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Writes the versions of exported symbols, in the form that the kernel's makefiles take.</summary>
internal sealed class Exports(NameTable names, SymbolTable symbols, SymbolExpansion expansion, Report report, ByteWriter output, GenksymsDialect dialect, GenksymsOptions options)
{
    internal void Write(int name)
    {
        int symbol = symbols.Find(name, SymbolType.Normal);
        if (symbol < 0)
        {
            report.UndefinedExport(name);
            return;
        }
        if (options.DumpsDefinitions)
        {
            report.Output.Add("Export "u8);
            report.Output.Add(names.Bytes(name));
            report.Output.Add(" == <"u8);
        }
        uint version = expansion.Version(symbol);
        if (symbols.HasReference)
            TellChanges(name);
        if (options.DumpsDefinitions)
            report.Output.Add(">\n"u8);
        WriteVersion(name, version);
    }

    private void WriteVersion(int name, uint version)
    {
        (byte[] before, byte[] between, byte[] after) = !dialect.WritesLinkerScript ? ("#SYMVER "u8.ToArray(), " 0x"u8.ToArray(), "\n"u8.ToArray())
            : options.Relative ? ("SECTIONS { .rodata : ALIGN(4) { __crc_"u8.ToArray(), " = .; LONG(0x"u8.ToArray(), "); } }\n"u8.ToArray())
            : ("__crc_"u8.ToArray(), " = 0x"u8.ToArray(), ";\n"u8.ToArray());
        output.Add(before);
        output.Add(names.Bytes(name));
        output.Add(between);
        output.AddHex(version);
        output.Add(after);
    }

    /// <summary>Names what the reference file knows otherwise, last seen first.</summary>
    private void TellChanges(int name)
    {
        bool changed = false;
        ReadOnlySpan<int> seen = expansion.Seen;
        for (int index = seen.Length - 1; index >= 0; index--)
        {
            ref Symbol symbol = ref symbols[seen[index]];
            if (symbol.Status == SymbolStatus.Unchanged)
                continue;
            if (changed)
                report.Output.Add(", "u8);
            else
                BeginChanges(name);
            changed = true;
            report.AddSymbol(symbol.Type, symbol.Name);
            if (symbol.Status == SymbolStatus.Defined)
                report.Output.Add(" (became defined)"u8);
            if (options.Preserves)
                report.CountError();
        }
        if (changed)
            report.Output.Add((byte)'\n');
    }

    private void BeginChanges(int name)
    {
        report.AddLocation();
        report.Output.Add(options.Preserves ? "error: "u8 : "warning: "u8);
        report.Output.Add(names.Bytes(name));
        report.Output.Add(": modversion changed because of changes in "u8);
    }
}
