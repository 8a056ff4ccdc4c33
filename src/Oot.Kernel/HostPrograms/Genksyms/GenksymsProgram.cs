using Oot.Core;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// <c>scripts/genksyms/genksyms</c>: reads a preprocessed source and writes the versions of the symbols that it exports
/// (kernels 5.10 to 7.3).
/// </summary>
internal static class GenksymsProgram
{
    /// <summary>So many bytes 0 stand behind the input that the lexer may look ahead.</summary>
    private const int Padding = 16;

    internal static int Run(HostProgramCall call)
    {
        GenksymsDialect dialect = DialectDetection.Of(call.Program, call.Disk);
        var error = new ByteWriter(call.Error);
        var output = new ByteWriter(call.Output);
        int exitCode;
        if (new CommandLineReader(call, dialect, error).Read(out exitCode) is GenksymsOptions options)
            exitCode = Run(call, dialect, options, output, error);
        output.Flush();
        error.Flush();
        return exitCode;
    }

    private static int Run(HostProgramCall call, GenksymsDialect dialect, GenksymsOptions options, ByteWriter output, ByteWriter error)
    {
        if (InputText.Read(call.Input, Padding, out int length) is not byte[] text)
        {
            error.Add("input in flex scanner failed\n"u8);
            return 2;
        }
        var names = new NameTable(text, length + Padding);
        Keywords.Declare(names, dialect);
        var scanner = new SourceScanner(names, 0, length);
        var report = new Report(error, names, scanner.Location, options.Warns);
        var symbols = new SymbolTable(names, report, dialect, options);
        if (options.Reference is string reference && new ReferenceReader(reference, names, symbols).Read() is string problem)
        {
            error.Add(ByteText.ToBytes(problem));
            return 1;
        }
        var list = new TokenList();
        var tokens = new TokenReader(names, list, scanner, dialect.HasLateGrammar);
        var expansion = new SymbolExpansion(names, symbols, report, options.DumpsDefinitions);
        var exports = new Exports(names, symbols, expansion, report, output, dialect, options);
        var declarations = new Declarations(list, tokens, symbols, exports, report);
        var parser = new DeclarationParser(tokens, declarations, report);
        parser.Parse(dialect.HasLateGrammar ? LateTables.Tables : EarlyTables.Tables);
        if (options.DumpFile is string dump)
            TypeDump.Write(dump, call.Disk, names, symbols, expansion.Visited);
        if (options.Debugs)
            Occupancy.Write(error, symbols.Count);
        return report.Errors != 0 ? 1 : 0;
    }
}
